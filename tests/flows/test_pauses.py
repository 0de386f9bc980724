"""Pauses: of everything or of one regimen, until a day or until resumed; nothing in them counts as missed."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    return ana


async def pause(world: World, ana: Human, what: str, how_long: str) -> str:
    await world.say(ana, "/pause")
    await world.tap(ana, what)
    return await world.tap(ana, how_long)


def since(ana: Human, count: int) -> list[str]:
    return [message.text for message in ana.chat[count:] if message.from_bot]


async def test_everything_rests_but_the_summary_which_says_so(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:10"))  # reminded, not recorded, a nudge ahead
    text = await pause(world, ana, "Everything", "Two weeks")
    assert text.startswith("Everything rests. It goes on by itself on Tue 17 Mar.")
    before = len(ana.chat)
    await world.go(at("2026-03-16 23:59"))
    first, second = since(ana, before)
    assert first.startswith("Your week, Sun 1 Mar to Sat 7 Mar\nYou logged 0 of 2 days.")
    assert "Everything was paused on 5 days. They do not count." in first
    assert "Everything was paused on 7 days." in second
    before = len(ana.chat)
    await world.go(at("2026-03-17 08:00"))
    over, due = since(ana, before)
    assert over == "Your pause has ended.\nNext dates:\nVitamin X: Tue 17 Mar, 08:00"
    assert ana.chat[-2].silent
    assert due == "Dose due 08:00: Vitamin X, 1000 mcg"


async def test_one_regimen_rests_and_the_other_goes_on(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 8:30")
    await pause(world, ana, "Vitamin X", "One week")
    assert "Vitamin X rests. It goes on by itself on Mon 9 Mar." in ana.last.text
    assert "Paused: it goes on by itself on Mon 9 Mar." in await world.say(ana, "/regimens")
    before = len(ana.chat)
    await world.go(at("2026-03-09 08:30"))
    said = since(ana, before)
    assert [text for text in said if "Vitamin X" in text and "Your week" not in text] == [
        "The pause of Vitamin X has ended.\nNext dates:\nVitamin X: Mon 9 Mar, 08:00\nVitamin X: Tue 10 Mar, 08:00\n"
        "Vitamin X: Wed 11 Mar, 08:00\nVitamin X: Thu 12 Mar, 08:00",
        "Dose due 08:00: Vitamin X, 1000 mcg",
    ]
    assert sum(text.startswith("Dose due 08:30: Iron") for text in said) == 7
    assert "and 0 of 5 doses." in "".join(said)


@pytest.mark.parametrize(
    ("typed", "day"), [("10 March", "Tue 10 Mar"), ("until 10 Mar", "Tue 10 Mar"), ("for 10 days", "Thu 12 Mar")]
)
async def test_the_end_can_be_typed_over_a_restart(world: World, ana: Human, typed: str, day: str) -> None:
    await world.say(ana, "/pause")
    await world.tap(ana, "Everything")
    await world.restart()
    assert f"It goes on by itself on {day}." in await world.say(ana, typed)


@pytest.mark.parametrize("typed", ["yesterday", "today", "soon", "3/4", "🙂", "31 Feb", "x" * 4000])
async def test_a_wrong_end_is_asked_again(world: World, ana: Human, typed: str) -> None:
    await world.say(ana, "/pause")
    await world.tap(ana, "Everything")
    assert "Nothing was changed yet." in await world.say(ana, typed)
    assert "It goes on by itself on Thu 5 Mar." in await world.say(ana, "5 March")


async def test_resuming_shows_the_next_dates_and_makes_up_for_nothing(world: World, ana: Human) -> None:
    await pause(world, ana, "Everything", "Until I resume it")
    assert "Everything rests until you resume it." in ana.last.text
    message = ana.last.id
    await world.go(at("2026-03-05 12:00"))
    assert "All of it still rests." in await world.say(ana, "/today")
    text = await world.tap(ana, "Resume", message)
    page = next(each for each in ana.chat if each.id == message)
    assert page.text == "All goes on.\nNext dates:\nVitamin X: Fri 6 Mar, 08:00"
    before = len(ana.chat)
    await world.go(at("2026-03-05 20:00"))
    assert [each.split("\n")[0] for each in since(ana, before)] == ["Check-in for Thu 5 Mar"]
    ana.tap_data(message, "1rs|0")
    await world.settle()
    assert ana.toasts[-1] == "Nothing was changed"
    assert text


async def test_a_dose_cannot_be_put_off_into_a_pause(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:00"))
    reminder = next(each.id for each in ana.chat if each.text.startswith("Dose due"))
    await pause(world, ana, "Everything", "One week")
    await world.tap(ana, "Snooze", reminder)
    await world.tap(ana, "1 hour", reminder)
    assert "That rests now" in ana.last.text


async def test_the_end_can_be_changed_and_the_old_one_says_nothing(world: World, ana: Human) -> None:
    await pause(world, ana, "Vitamin X", "One week")
    await world.say(ana, "/pause")
    await world.tap(ana, "Change the end")
    await world.tap(ana, "Two weeks")
    before = len(ana.chat)
    await world.go(at("2026-03-15 23:59"))
    assert not [text for text in since(ana, before) if "has ended" in text or "Dose due" in text]
    await world.go(at("2026-03-16 00:00"))
    assert "The pause of Vitamin X has ended." in ana.last.text


async def test_a_pause_that_ended_during_an_outage_is_told_once(world: World, ana: Human) -> None:
    await pause(world, ana, "Everything", "One week")
    await world.go(at("2026-03-08 22:00"))
    before = len(ana.chat)
    await world.outage(at("2026-03-09 10:00"))
    (text,) = since(ana, before)
    assert "Mon 9 Mar, 08:00: Vitamin X, 1000 mcg: not recorded yet" in text
    assert "Your pause has ended." in text
    await world.go(at("2026-03-10 08:00"))
    assert ana.last.text.startswith("Dose due 08:00")


async def test_an_ended_or_deleted_regimen_is_not_resumed_by_its_pause(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 8:30")
    for name, act in (("Vitamin X", "End"), ("Iron", "Delete")):
        await pause(world, ana, name, "One week")
        await world.say(ana, "/regimens")
        await world.tap(ana, name)
        await world.tap(ana, act)
        await world.tap(ana, "Yes")
    before = len(ana.chat)
    await world.go(at("2026-03-10 12:00"))
    assert not [text for text in since(ana, before) if "pause" in text or "Dose due" in text]


async def test_nobody_pauses_what_is_somebody_elses(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, "1pf|1|7")
    await world.settle()
    assert "I cannot find that any more" in bo.last.text
    await world.go(at("2026-03-03 08:00"))
    assert any(text.startswith("Dose due 08:00") for text in since(ana, 0))
