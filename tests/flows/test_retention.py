"""Two years of silence: told once, a way to stay, and removed a month later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.care import DOSE, linked, press
from tests.flows.filling import everything, of
from tests.flows.talk import do
from tests.flows.test_erasure import PROMISED
from tests.world import World, at

YEARS = timedelta(days=731)
MONTH = timedelta(days=30)


@pytest.fixture
async def ana(world: World) -> Human:
    """Ana, who is reminded of no dose."""
    ana = await world.arrive()
    await world.take(ana, "Vitamin X as needed")
    return ana


async def silent(world: World, person: Human, by: timedelta = YEARS) -> None:
    """Have the person have written last so long ago, and keep house."""
    async with world.app.db.write() as tx:
        (await of(tx, person)).seen_at = world.clock.now() - by
    await keep_house(world)


async def keep_house(world: World) -> None:
    await world.app.ticker.keep_house()
    await world.settle()


async def month(world: World) -> None:
    """Thirty days and an hour, with house kept on the first and the last."""
    await world.go(timedelta(days=1))
    await keep_house(world)
    await world.go(timedelta(days=29, hours=1))
    await keep_house(world)


def told(person: Human) -> list[str]:
    return [message.body for message in person.chat if "for two years" in message.body]


async def gone(world: World, person: Human) -> bool:
    """Whether nothing about the person is left."""
    return str(person.id) not in str(await everything(world))


async def test_silence_is_told_once_and_then_everything_goes(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every Tue at 8:00")
    await silent(world, ana)
    assert len(told(ana)) == 1
    assert "On Wed, 1 Apr 2026 I will delete everything about you." in told(ana)[0]
    assert "/export takes your data along" in told(ana)[0]
    await world.go(timedelta(days=29))
    assert "08:00" in ana.last.text  # what she is sent and does not answer is no sign of life
    assert not await gone(world, ana)
    await world.go(timedelta(days=1))
    assert len(told(ana)) == 1
    left = {table for table, held in (await everything(world)).items() if held}
    assert left & {table for table, (hers, _) in PROMISED.items() if hers == "erased"} == set()
    assert await gone(world, ana)


async def test_a_day_less_is_no_silence(world: World, ana: Human) -> None:
    await silent(world, ana, YEARS - timedelta(days=1))
    assert told(ana) == []


async def test_a_tap_that_comes_to_nothing_keeps_everything_too(world: World, ana: Human) -> None:
    await silent(world, ana)
    assert "Nothing was changed" in await press(world, ana, "1ro|999")
    await month(world)
    assert not await gone(world, ana)


@pytest.mark.parametrize("way", ["Keep my data", "hello", "/export"])
async def test_any_word_keeps_everything(world: World, ana: Human, way: str) -> None:
    await silent(world, ana)
    button = ana.last.buttons[0][0][1]
    if way == "Keep my data":
        assert await world.tap(ana, way) == "I will keep your data. /help shows what I can do."
        assert await press(world, ana, button) == "I will keep your data. /help shows what I can do."
    else:
        await world.say(ana, way)
    await month(world)
    assert not await gone(world, ana)
    assert len(told(ana)) == (0 if way == "Keep my data" else 1)
    await silent(world, ana)
    await month(world)
    assert await gone(world, ana)


async def test_after_the_removal_the_button_promises_nothing(world: World, ana: Human) -> None:
    await silent(world, ana)
    button = ana.last.buttons[0][0][1]
    await month(world)
    assert await press(world, ana, button) == "I hold nothing about you any more. You can start again with /start."
    await world.say(ana, "/start")
    assert "I agree" in ana.last.labels


async def test_who_cannot_be_told_goes_all_the_same(world: World, ana: Human) -> None:
    ana.block()
    await silent(world, ana)
    await month(world)
    assert told(ana) == []
    assert await gone(world, ana)


async def test_a_pause_is_no_reason_to_stay(world: World, ana: Human) -> None:
    await do(world, ana, "/pause", "[Everything]", "[Until I resume it]")
    await silent(world, ana)
    assert len(told(ana)) == 1
    await month(world)
    assert await gone(world, ana)


async def test_a_month_to_answer_begins_when_it_was_said(world: World, ana: Human) -> None:
    """Telegram is away for the whole month."""
    world.sim.fault("sendMessage", "500", times=10**9)
    await silent(world, ana)
    world.clock.set(world.clock.now() + MONTH)
    await world.app.courier.lived(world.clock.now())
    await world.settle()
    world.sim.heal()
    await world.go(timedelta(hours=2))
    assert len(told(ana)) == 1
    await world.go(timedelta(days=29))
    assert not await gone(world, ana)
    await world.go(timedelta(days=1))
    assert await gone(world, ana)


async def test_nobody_is_told_at_night(world: World, ana: Human) -> None:
    await world.go(at("2026-03-02 23:00"))
    await silent(world, ana)
    assert told(ana) == []
    await world.go(at("2026-03-03 08:00"))
    assert len(told(ana)) == 1


async def test_an_outage_swallows_nothing(world: World, ana: Human) -> None:
    await world.go(at("2026-03-02 23:00"))
    await silent(world, ana)
    await world.outage(at("2026-03-03 12:00"))
    assert len(told(ana)) == 1
    await world.outage(at("2026-04-02 11:00"))
    assert not await gone(world, ana)
    await world.outage(at("2026-04-02 13:00"))
    assert await gone(world, ana)


async def test_a_caregiver_goes_as_well_and_the_patient_hears_of_it(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await silent(world, bo)
    assert len(told(bo)) == 1
    await month(world)
    assert await gone(world, bo)
    assert not await gone(world, ana)
    assert any("Bo does not read along any more" in message.body for message in ana.chat)


async def test_a_dose_that_a_caregiver_recorded_is_a_sign_of_life(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=("May record a dose for me: no",))
    await world.take(ana, DOSE)
    await world.go(at("2026-03-03 09:00"))
    await do(world, bo, "/caregivers", "[You read along with Ana]", "[Open doses]", "[Record for Ana]")
    await silent(world, ana)
    await world.go(timedelta(days=1))
    assert told(ana) == []
