"""The weekly summary: on the person's day, once, with a chart, and with a prompt when a rule fires."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from simulator.people import Human
from tests.flows.seeds import rate
from tests.world import World, at

SUNDAY = at("2026-03-29 08:00")  # 09:00 in London: summer time begins that day
FIRST = date(2026, 3, 1)  # a Sunday, four weeks before


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    return ana


def summaries(person: Human) -> list[str]:
    return [message.body for message in person.chat if message.from_bot and message.body.startswith("Your week")]


async def last_week(world: World, ana: Human) -> str:
    """Be asleep until the summary of 22 to 28 March is due."""
    world.clock.set(SUNDAY - timedelta(minutes=1))
    await world.app.courier.lived(world.clock.now())
    await world.settle()
    await world.go(SUNDAY)
    return summaries(ana)[-1]


async def test_it_says_averages_changes_and_doses(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 15), [3] * 7 + [5, 5, 5, 4, 5, 7, 8])
    await rate(world, ana, "tingling", date(2026, 3, 22), [1, None, 1, None, 2, None, None])
    text = await last_week(world, ana)
    assert "Sun 22 Mar" in text
    assert "Sat 28 Mar" in text
    assert "7 of 7 days" in text
    assert "5.6" in text
    assert "higher" in text
    assert "not enough entries" in text
    assert "0 of 7 doses" in text


async def test_it_comes_once_silently_and_with_a_picture(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 3, 22), [3] * 7)
    await last_week(world, ana)
    await world.go(SUNDAY + timedelta(hours=20))
    assert len(summaries(ana)) == len({text.split("\n")[0] for text in summaries(ana)})
    message = next(m for m in reversed(ana.chat) if m.body.startswith("Your week"))
    assert message.silent
    assert message.photo
    assert message.photo.startswith(b"\x89PNG")


async def test_without_entries_it_says_so_and_has_no_picture(world: World, ana: Human) -> None:
    text = await last_week(world, ana)
    message = next(m for m in reversed(ana.chat) if m.body.startswith("Your week"))
    assert "0 of 7" in text
    assert message.photo is None


async def test_a_symptom_that_lasts_leads_to_one_explained_prompt(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
    text = await last_week(world, ana)
    assert "Tingling" in text
    assert "4 or more on 14 of 14 days" in text
    assert "doctor or nurse" in text
    assert text.count("not a diagnosis") == 1
    assert {"I've booked", "I've been seen", "Remind me next week"} <= set(ana_labels(ana))


async def test_a_week_below_the_rule_leads_to_no_prompt(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 7 + [5, 5, 5, 3, 3, 3, 3])
    text = await last_week(world, ana)
    assert "not a diagnosis" not in text
    assert ana_labels(ana) == []


async def test_a_prompt_is_not_repeated_in_the_next_week(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 28)
    assert "not a diagnosis" in await last_week(world, ana)
    await world.go(SUNDAY + timedelta(days=7))
    assert "not a diagnosis" not in summaries(ana)[-1]
    await world.go(SUNDAY + timedelta(days=14))
    assert "not a diagnosis" in summaries(ana)[-1]


async def test_booked_rests_the_prompt_for_four_weeks(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 42)
    await last_week(world, ana)
    await world.tap(ana, "I've booked")
    assert "I've booked" not in ana_labels(ana)
    assert ana.toasts[-1] == "Noted"
    for weeks in (1, 2, 3):
        await world.go(SUNDAY + timedelta(days=7 * weeks))
        assert "not a diagnosis" not in summaries(ana)[-1], weeks
    await world.go(SUNDAY + timedelta(days=28))
    assert "not a diagnosis" in summaries(ana)[-1]


async def test_a_muted_symptom_is_not_prompted_about(world: World, ana: Human) -> None:
    await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 49)
    await last_week(world, ana)
    await world.tap(ana, "Don't ask about")
    await world.go(SUNDAY + timedelta(days=28))
    assert all("not a diagnosis" not in text for text in summaries(ana)[-3:])


def ana_labels(ana: Human) -> list[str]:
    return next(m for m in reversed(ana.chat) if m.body.startswith("Your week")).labels
