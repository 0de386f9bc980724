"""Looking back over 12 or 4 weeks: averages in words, a direction only where the rule allows one, one picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from simulator.people import Human
from tests.flows.seeds import rate
from tests.world import World

TODAY = date(2026, 3, 2)
FIRST = TODAY - timedelta(days=83)
RISING = [2 + week // 3 for week in range(12) for _ in range(7)]
LEVEL = [3 + day % 3 for day in range(84)]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def line(person: Human, symptom: str) -> str:
    return next(each for each in person.last.body.splitlines() if each.startswith(symptom))


async def test_a_direction_is_named_with_the_averages_behind_it(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", FIRST, RISING)
    await rate(world, ana, "tingling", FIRST, RISING[::-1])
    text = await world.say(ana, "/trends")
    assert text.startswith("12 weeks, Tue 9 Dec to Mon 2 Mar")
    assert line(ana, "Fatigue").startswith("Fatigue: 2.0 · 2.0 · 2.0 · 3.0 · 3.0")
    assert "Rising, by about 3" in line(ana, "Fatigue")
    assert "Falling, by about 3" in line(ana, "Tingling")
    assert line(ana, "Cramps") == "Cramps: not enough entries in any week."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (LEVEL, "No clear direction."),
        ([None] * 35 + RISING[35:], "No clear direction: 7 weeks have enough entries, and I need 8."),
        ([None] * 77 + [5] * 7, "No clear direction: 1 week has enough entries, and I need 8."),
        ([0] * 42 + [None] * 42, "No clear direction: 6 weeks"),
    ],
)
async def test_otherwise_there_is_no_clear_direction(
    world: World, ana: Human, values: Sequence[int | None], said: str
) -> None:
    await rate(world, ana, "fatigue", FIRST, values)
    text = await world.say(ana, "/trends")
    assert said in line(ana, "Fatigue")
    assert "no change" not in text.lower()


async def test_weeks_with_too_few_entries_are_said_once_in_a_row(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", FIRST, [4] * 14 + [None] * 21 + [6, 6, 6] + [None] * 4 + [5] * 42)
    await world.say(ana, "/trends")
    assert "4.0 · 4.0 · too few for 4 weeks · 5.0" in line(ana, "Fatigue")
    assert "fewer than 4 days" in ana.last.body


async def test_a_button_switches_the_weeks_and_the_picture(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", FIRST, RISING)
    await world.say(ana, "/trends")
    twelve, message = ana.last.photo, ana.last.id
    assert twelve
    assert ana.last.labels == ["4 weeks"]
    text = await world.tap(ana, "4 weeks")
    assert ana.last.id == message
    assert ana.last.photo not in (None, twelve)
    assert text.startswith("4 weeks, Tue 3 Feb to Mon 2 Mar")
    assert line(ana, "Fatigue") == "Fatigue: 4.0 · 5.0 · 5.0 · 5.0."
    assert "No clear direction can be told from 4 weeks" in text
    assert (await world.tap(ana, "12 weeks")).startswith("12 weeks")
    assert ana.last.photo == twelve
    assert (await world.say(ana, "/trends 4 weeks")).startswith("4 weeks")


async def test_days_of_doses_are_on_the_picture(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", FIRST, LEVEL)
    await world.say(ana, "/trends 4")
    without = ana.last.photo
    await world.take(ana, "Vitamin X as needed")
    await world.say(ana, "/today")
    await world.tap(ana, "Took one")
    await world.say(ana, "/trends 4")
    assert ana.last.photo not in (None, without)


async def test_without_a_rating_it_says_so_and_both_windows_stay_within_reach(world: World, ana: Human) -> None:
    assert "You have rated nothing in the last 12 weeks" in await world.say(ana, "/trends")
    assert ana.last.photo is None
    assert "last 4 weeks" in await world.tap(ana, "4 weeks")
    await rate(world, ana, "fatigue", TODAY, [5])
    await world.tap(ana, "12 weeks")
    assert ana.last.photo


@pytest.mark.parametrize("data", ["1tr|5", "1tr|0", "1tr|-12", "1tr|x", "1tr"])
async def test_a_forged_number_of_weeks_is_answered_kindly(world: World, ana: Human, data: str) -> None:
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "out of date" in ana.last.text
    assert not ana.unanswered
