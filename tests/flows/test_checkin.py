"""The daily check-in: three taps and done, one rating per symptom and local day."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.go(at("2026-03-02 20:00"))
    return ana


async def test_it_comes_at_the_persons_time_and_asks_one_thing(world: World, ana: Human) -> None:
    assert "Check-in for Mon 2 Mar" in ana.last.text
    assert "fatigue" in ana.last.text
    assert ana.last.labels == [*map(str, range(11)), "Skip"]


async def test_three_taps_and_done_in_one_message(world: World, ana: Human) -> None:
    before = len(ana.chat)
    for value in ("3", "2", "0"):
        await world.tap(ana, value)
    assert "Fatigue 3 · Tingling 2 · Cramps 0" in ana.last.text
    assert len(ana.chat) == before


async def test_a_skip_is_missing_and_not_zero(world: World, ana: Human) -> None:
    await world.tap(ana, "Skip")
    await world.tap(ana, "0")
    await world.tap(ana, "Skip")
    assert "Fatigue skipped · Tingling 0 · Cramps skipped" in ana.last.text


async def test_same_as_yesterday_is_offered_only_with_a_yesterday(world: World, ana: Human) -> None:
    for value in ("3", "Skip", "1"):
        await world.tap(ana, value)
    await world.go(at("2026-03-03 20:00"))
    await world.tap(ana, "Same as yesterday")
    assert "Same as yesterday" not in ana.last.labels  # tingling was skipped yesterday
    await world.tap(ana, "4")
    await world.tap(ana, "Same as yesterday")
    assert "Fatigue 3 · Tingling 4 · Cramps 1" in ana.last.text


async def test_pressed_twice_is_one_rating_and_the_next_question_stays(world: World, ana: Human) -> None:
    ana.tap("6")
    ana.tap("6")
    await world.settle()
    assert "tingling" in ana.last.text
    await world.tap(ana, "2")
    await world.tap(ana, "1")
    assert "Fatigue 6 · Tingling 2 · Cramps 1" in ana.last.text


async def test_a_rating_can_be_changed(world: World, ana: Human) -> None:
    for value in ("3", "2", "0"):
        await world.tap(ana, value)
    await world.tap(ana, "Change")
    await world.tap(ana, "Tingling")
    await world.tap(ana, "5")
    assert "Fatigue 3 · Tingling 5 · Cramps 0" in ana.last.text


async def test_a_note_is_kept_and_shown(world: World, ana: Human) -> None:
    for value in ("3", "2", "0"):
        await world.tap(ana, value)
    assert "Nobody reads notes for emergencies" in await world.tap(ana, "Add a note")
    text = await world.say(ana, "slept <badly> & late")
    assert "slept <badly> & late" in text
    await world.tap(ana, "Change the note")
    assert "better now" in await world.say(ana, "better now")


async def test_a_note_that_is_too_long_is_refused_and_can_be_sent_again(world: World, ana: Human) -> None:
    for value in ("3", "2", "0"):
        await world.tap(ana, value)
    await world.tap(ana, "Add a note")
    assert "1000" in (await world.say(ana, "x" * 1001)).replace(",", "")
    assert "short" in await world.say(ana, "short")


async def test_the_last_months_button_changes_nothing(world: World, ana: Human) -> None:
    old, nine = ana.last.id, dict(button for row in ana.last.buttons for button in row)["9"]
    await world.go(at("2026-03-12 21:00"))
    ana.tap_data(old, nine)
    await world.settle()
    assert "Nothing was" in ana.last.text or "nothing was" in ana.last.text


async def test_summer_time_asks_once_a_day_at_the_same_hour(world: World, ana: Human) -> None:
    await world.go(at("2026-03-27 20:00"))
    await world.tap(ana, "3")  # who never rates is not asked for ever
    await world.go(at("2026-03-30 23:00"))
    dates = [message.date for message in ana.chat if message.text.startswith("Check-in for") and not message.silent]
    assert dates[-3:] == [at("2026-03-28 20:00"), at("2026-03-29 19:00"), at("2026-03-30 19:00")]
