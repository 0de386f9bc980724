"""What goes along to a visit: one message about twelve weeks, from the button under the summary."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simulator.people import Human
from tests.flows.seeds import rate
from tests.world import World, at

SUNDAY = at("2026-03-29 08:00")


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def visit(world: World, ana: Human) -> str:
    """Be asleep until the summary of 22 to 28 March is due, and tap its button."""
    world.clock.set(SUNDAY - timedelta(minutes=1))
    await world.app.courier.lived(world.clock.now())
    await world.go(SUNDAY)
    summary = next(m for m in reversed(ana.chat) if m.body.startswith("Your week"))
    return await world.tap(ana, "Take to my visit", summary.id)


async def test_it_has_symptoms_doses_injections_and_prompts(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.take(ana, "Vitamin Y 1 mg injection every 12 weeks from 4 Mar 2026 at 10:00")
    await world.go(at("2026-03-04 08:01"))
    await world.say(ana, "taken")
    await world.go(at("2026-03-04 10:01"))
    await world.tap(ana, "Taken")
    await world.tap(ana, "Left thigh")
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
    text = await visit(world, ana)
    assert text.splitlines()[0] == "For your visit"
    assert "Sun, 4 Jan 2026 to Sat, 28 Mar 2026" in text
    assert "Tingling: too few for 10 weeks · 5.0 · 5.0." in text
    assert "Vitamin X, 1 mg: 1 of 26 doses logged." in text
    assert "Vitamin Y, 1 mg: 1 of 1 dose logged." in text
    assert "Injections logged" in text
    assert "Wed, 4 Mar 2026: Vitamin Y, 1 mg, left thigh" in text
    assert "Sat 28 Mar: Something that lasts (Tingling)" in text
    assert text.endswith("This is not a diagnosis.")


async def test_without_anything_it_says_so(world: World, ana: Human) -> None:
    text = await visit(world, ana)
    assert "Fatigue: not enough entries in any week." in text
    assert "No dose was due." in text
    assert "Injections" not in text


async def test_a_double_tap_and_a_restart_bring_it_again_unchanged(world: World, ana: Human) -> None:
    first = await visit(world, ana)
    await world.restart()
    ana.tap_data(ana.last.id, "1vi|20260328")
    ana.tap_data(ana.last.id, "1vi|20260328")
    await world.settle()
    assert ana.last.body == first


async def test_a_symptom_switched_off_since_goes_along(world: World, ana: Human) -> None:
    await rate(world, ana, "cramps", date(2026, 3, 15), [5] * 14)
    await world.say(ana, "/symptoms")
    await world.tap(ana, "Cramps")
    assert "Cramps: too few for 10 weeks · 5.0 · 5.0." in await visit(world, ana)
