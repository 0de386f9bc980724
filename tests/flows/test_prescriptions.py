"""Regimens as clinics prescribe them (clinical.md 2.1): typed, by buttons, over two years, and how each part ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal import timing
from journal.timing import Plan, plan_to_json
from simulator.people import Human
from tests.flows.plans import plans, said
from tests.world import World, at

LONDON = ZoneInfo("Europe/London")
START = date(2026, 3, 2)  # a Monday, today
TWO_YEARS = date(2028, 3, 2)


def every(days: int, first: date = START, last: date = TWO_YEARS) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (last - first).days, days)]


def on(text: str) -> list[date]:
    """Dates written as "2026: 5-1 5-3 2027: 1-9" (month-day)."""
    return list(_on(text))


def _on(text: str) -> Iterator[date]:
    year = 0
    for word in text.split():
        if word.endswith(":"):
            year = int(word[:-1])
        else:
            yield date(year, *map(int, word.split("-")))


@dataclass(frozen=True)
class Prescription:
    """`line` is typed without its start; `taps` are the buttons after the name; `dates` the doses of two years."""

    id: str
    line: str
    taps: str
    dates: list[date]


LOADING = "Skip · Injection · Loading, then maintenance · "
KNOWN = [
    Prescription(
        "D-UK-NEURO",
        "every other day until no further improvement then every 2 months at 10:00",
        LOADING + "Every few days · 2 · 10:00 · Done · When my clinic changes it"
        " · Every few months · 2 · That is all · Today",
        every(2),
    ),
    Prescription(
        "D-UK-NONEURO",
        "3 times a week for 2 weeks then every 3 months at 10:00",
        LOADING + "Chosen weekdays · Monday · Wednesday · Friday · Done · 10:00 · Done · After some weeks · 2"
        " · Every few months · 3 · That is all · Today",
        on("2026: 3-2 3-4 3-6 3-9 3-11 3-13 6-13 9-13 12-13 2027: 3-13 6-13 9-13 12-13"),
    ),
    Prescription(
        "D-US-LABEL",
        "every day for 7 days then every other day 7 times then every 3 days for 3 weeks then monthly at 10:00",
        LOADING + "Every day · 10:00 · Done · After some days · 7"
        " · Every few days · 2 · Add another part · After some doses · 7"
        " · Every few days · 3 · Add another part · After some weeks · 3"
        " · Every few months · 1 · That is all · Today",
        on(
            "2026: 3-2 3-3 3-4 3-5 3-6 3-7 3-8 3-10 3-12 3-14 3-16 3-18 3-20 3-22 3-25 3-28 3-31 4-3 4-6 4-9 4-12"
            " 5-12 6-12 7-12 8-12 9-12 10-12 11-12 12-12"
            " 2027: 1-12 2-12 3-12 4-12 5-12 6-12 7-12 8-12 9-12 10-12 11-12 12-12 2028: 1-12 2-12"
        ),
    ),
    Prescription(
        "D-NL",
        "Mon and Thu 10 times at least 3 days apart then every 2 months at 10:00",
        LOADING + "Chosen weekdays · Monday · Thursday · Done · 10:00 · Done · After some doses · 10"
        " · Every few months · 2 · That is all · Today · Change · Days apart · Part 1 · 3",
        on(
            "2026: 3-2 3-5 3-9 3-12 3-16 3-19 3-23 3-26 3-30 4-2 6-2 8-2 10-2 12-2"
            " 2027: 2-2 4-2 6-2 8-2 10-2 12-2 2028: 2-2"
        ),
    ),
    Prescription(
        "D-OFFSETS",
        "days 1, 3, 7, 10, 14, 21, 30, 60, 90 at 10:00",
        "Skip · Injection · More · Certain days · 1 · 3 · 7 · 10 · 14 · 21 · 30 · 60 · 90 · Done"
        " · 10:00 · Done · Today",
        on("2026: 3-2 3-4 3-8 3-11 3-15 3-22 3-31 4-30 5-30"),
    ),
    Prescription(
        "D-TAPER",
        "every day 10 times then every week 4 times then every month 3 times at 10:00",
        LOADING + "Every day · 10:00 · Done · After some doses · 10"
        " · Every few weeks · 1 · Add another part · After some doses · 4"
        " · Every few months · 1 · This part ends too · After some doses · 3 · That is all · Today",
        on("2026: 3-2 3-3 3-4 3-5 3-6 3-7 3-8 3-9 3-10 3-11 3-18 3-25 4-1 4-8 5-8 6-8 7-8"),
    ),
    Prescription(
        "D-FOLATE-WK",
        "every Friday at 10:00",
        "Skip · Injection · Chosen weekdays · Friday · Done · 10:00 · Done · Today",
        every(7, date(2026, 3, 6)),
    ),
    Prescription(
        "D-FOLATE-WK daily",
        "every day except Tue at 10:00",
        "Skip · Injection · More · Every day except some · Tuesday · Done · 10:00 · Done · Today",
        [day for day in every(1) if day.strftime("%a") != "Tue"],
    ),
    Prescription(
        "D-IRON-ALT",
        "every other day at 10:00",
        "Skip · Injection · Every few days · 2 · 10:00 · Done · Today",
        every(2),
    ),
]


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))
    return await world.arrive()


async def type_in(world: World, ana: Human, line: str) -> Plan:
    await world.say(ana, f"/add Vitamin X injection {line}")
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
    typed = await type_in(world, ana, given.line)
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
