"""An injection recorded long after its time: from the day's list, by /log, by a date alone."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.counting import sleep
from tests.world import World, at

LONG = "Vitamin X 1 mg injection every 12 weeks from 3 Mar 2026 at 14:00"


@pytest.fixture
async def late(world: World) -> Human:
    ana = await world.arrive()
    await world.go(at("2026-03-02 11:00"))
    await world.take(ana, LONG)
    await world.go(at("2026-03-03 14:00"))
    await sleep(world, "2026-04-22 12:00")
    return ana


async def test_from_the_days_list_and_not_with_all_taken(world: World, late: Human) -> None:
    await world.take(late, "Iron 1 tablet every day at 13:15")
    await world.take(late, "Zinc 1 tablet every day at 13:15")
    await world.go(at("2026-04-22 12:20"))
    text = await world.say(late, "/today")
    assert "Tue 3 Mar, 14:00: Vitamin X, 1 mg: not recorded yet" in text
    await world.tap(late, "All taken")
    assert "Tue 3 Mar, 14:00: Vitamin X, 1 mg: not recorded yet" in late.last.text
    await world.tap(late, "Undo · Iron")
    assert "All taken" not in late.last.labels
    await world.tap(late, "Taken · Vitamin X")
    assert shows(late, "Vitamin X, 1 mg: taken at 13:20 on Wed 22 Apr")


async def test_the_bare_word_does_not_settle_it(world: World, late: Human) -> None:
    assert (await world.say(late, "taken")).endswith("Tue 3 Mar, 14:00: Vitamin X, 1 mg: not recorded yet")


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("yesterday", "taken at 14:00 on Tue 21 Apr"),
        ("5 Mar", "taken at 14:00 on Thu 5 Mar"),
        ("taken on 3 Mar", "taken at 14:00"),
        ("today", "taken at 13:00 on Wed 22 Apr"),
        ("28 Feb 10:00", "taken at 10:00 on Sat 28 Feb"),
    ],
)
@pytest.mark.parametrize("way", ["line", "button"])
async def test_by_its_date_alone(world: World, late: Human, typed: str, recorded: str, way: str) -> None:
    if way == "line":
        await world.say(late, f"/log vitamin x {typed}")
    else:
        await world.say(late, "/log")
        await world.tap(late, "For Tue 3 Mar, 14:00")
        await world.tap(late, "Taken earlier")
        await world.say(late, typed)
    assert shows(late, "Tue 3 Mar, 14:00: Vitamin X, 1 mg: " + recorded)


async def test_up_to_sixty_days_before_its_date(world: World, late: Human) -> None:
    await world.say(late, "/log")
    await world.tap(late, "For Tue 3 Mar, 14:00")
    await world.tap(late, "Taken earlier")
    await world.say(late, "1 Feb 10:00")
    assert shows(late, "Tue 3 Mar, 14:00: Vitamin X, 1 mg: taken at 10:00 on Sun 1 Feb")


async def test_a_day_ahead_or_too_long_ago_is_refused(world: World, late: Human) -> None:
    assert (await world.say(late, "/log vitamin x 23 Apr 2026")).startswith("That time is still ahead.")
    assert "up to 60 days back" in await world.say(late, "/log vitamin x 1 Jan")
    assert "Vitamin X, 1 mg: not recorded yet" in await world.say(late, "/today")


async def test_near_the_next_one_it_may_be_that_one(world: World, late: Human) -> None:
    await sleep(world, "2026-05-24 12:00")
    assert (await world.say(late, "/log vitamin x now")).startswith("It is planned for Tue 26 May, 14:00")


async def test_a_tablet_is_asked_for_a_time(world: World, late: Human) -> None:
    await world.take(late, "Iron 1 tablet every day at 8:00")
    await world.say(late, "/log iron yesterday")
    assert not shows(late, "Iron, 1 tablet: taken")
    assert "When did you take it?" in late.last.text


def shows(person: Human, text: str) -> bool:
    return any(message.from_bot and text in message.text for message in person.chat)
