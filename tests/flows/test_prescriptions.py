"""Regimens as clinics prescribe them (clinical.md 2.1): typed and by buttons one plan, and how each part ends."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal import timing
from journal.timing import Plan, plan_to_json
from simulator.people import Human
from tests.flows.plans import plans, said
from tests.flows.prescribed import KNOWN, LONDON, START, TWO_YEARS, Prescription, on
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))
    return await world.arrive()


async def type_in(world: World, ana: Human, line: str, form: str = "injection") -> Plan:
    await world.say(ana, f"/add Vitamin X {form} {line}")
    if "days of the week" in ana.last.text:
        await world.say(ana, "Mon, Wed, Fri")
    await world.tap(ana, "Save")
    return (await plans(world))[-1]


def walked(plan: Plan) -> list[datetime]:
    """The wall-clock times of two years."""
    end = datetime(TWO_YEARS.year, TWO_YEARS.month, TWO_YEARS.day, tzinfo=LONDON)
    begin = datetime(START.year, START.month, START.day, tzinfo=LONDON)
    found = timing.between(plan, LONDON, begin, end)
    return [one.at.astimezone(LONDON).replace(tzinfo=None) for one in found]


@pytest.mark.parametrize("given", KNOWN, ids=lambda given: given.id)
async def test_typed_and_by_buttons_it_is_one_plan_with_the_right_dates(
    world: World, ana: Human, given: Prescription
) -> None:
    typed = await type_in(world, ana, given.line, given.form)
    await world.say(ana, "/add")
    await world.say(ana, "Vitamin X")
    for label in [*given.taps.split(" · "), "Save"]:
        await world.tap(ana, label)
    tapped = (await plans(world))[-1]
    assert plan_to_json(tapped) == plan_to_json(typed)
    assert walked(typed) == [datetime(day.year, day.month, day.day, 10) for day in given.dates]


# The start is such that the last dose of the part is today's.
ENDS = [
    ("D-UK-NONEURO", "2026-02-17", "first", "every 3 months at 10:00, first on Tue 2 Jun, 10:00"),
    ("D-US-LABEL", "2026-02-24", "first", "every other day at 10:00, 7 times, first on Wed 4 Mar, 10:00"),
    ("D-US-LABEL", "2026-02-10", "second", "every 3 days at 10:00, for 3 weeks, first on Thu 5 Mar, 10:00"),
    ("D-US-LABEL", "2026-01-20", "third", "every month at 10:00, first on Thu 2 Apr, 10:00"),
    ("D-NL", "2026-01-29", "first", "every 2 months at 10:00, first on Sat 2 May, 10:00"),
    ("D-TAPER", "2026-02-21", "first", "every week at 10:00, 4 times, first on Mon 9 Mar, 10:00"),
    ("D-TAPER", "2026-01-24", "second", "every month at 10:00, 3 times, first on Thu 2 Apr, 10:00"),
]
OVER = [("D-TAPER", "2025-10-26"), ("D-OFFSETS", "2025-12-03")]


async def after_todays(world: World, ana: Human, id: str, start: str) -> str:
    """What is said once today's dose of a plan that began on `start` is taken."""
    line = next(given.line for given in KNOWN if given.id == id)
    found = await type_in(world, ana, f"from {start} {line}")
    assert found.phases[0].start == date.fromisoformat(start)
    await world.go(at("2026-03-02 10:00"))
    assert not said(ana, "is over")
    await world.tap(ana, "Taken")
    (over,) = said(ana, "is over")
    return over


@pytest.mark.parametrize(("id", "start", "part", "coming"), ENDS)
async def test_the_last_dose_of_a_part_says_what_comes_next(
    world: World, ana: Human, id: str, start: str, part: str, coming: str
) -> None:
    text = await after_todays(world, ana, id, start)
    assert text == (f"Vitamin X: the {part} part of your plan is over, with 1 of 1 recorded.\nNext: {coming}.")


@pytest.mark.parametrize(("id", "start"), OVER)
async def test_the_last_dose_of_a_plan_asks_what_is_next(world: World, ana: Human, id: str, start: str) -> None:
    text = await after_todays(world, ana, id, start)
    assert text.startswith("Vitamin X: your plan is over, with 1 of 1 recorded.")
    assert ana.last.labels == ["Add a new plan", "Keep it ended"]


async def test_the_clinics_word_opens_the_next_part_and_the_dates_are_right_for_two_years(
    world: World, ana: Human
) -> None:
    await type_in(world, ana, f"from 16 Feb 2026 {KNOWN[0].line}")
    await world.go(at("2026-03-02 12:00"))
    await world.tap(ana, "Yes")
    await world.tap(ana, "Stop now")
    await world.tap(ana, "Save")
    (found,) = await plans(world)
    assert [each.date() for each in walked(found)] == on(
        "2026: 3-2 5-2 7-2 9-2 11-2 2027: 1-2 3-2 5-2 7-2 9-2 11-2 2028: 1-2 3-2"
    )[:-1]
