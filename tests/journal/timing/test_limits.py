"""Which plans are refused, and for which part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given

from journal import timing
from journal.timing import End, Phase, Plan, Timing, Unit
from tests.journal.timing.plans import PLANS

START = date(2026, 6, 1)
NINE = (time(9),)
DAILY = Timing(times=NINE)
HOURLY = tuple(time(hour) for hour in range(24))


def faults(rule: Timing = DAILY, start: date | None = START, end: End | None = None) -> tuple[str, ...]:
    return timing.problems(Plan((Phase(rule, start, end),)), "Europe/London")


@given(PLANS)
def test_a_sound_plan_has_no_problems_in_any_zone(plan: Plan) -> None:
    assert timing.problems(plan, "Pacific/Apia") == ()


def test_as_needed_is_a_plan() -> None:
    assert timing.problems(Plan(), "UTC") == ()


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        (replace(DAILY, every=0), "every"),
        (replace(DAILY, every=-2), "every"),
        (replace(DAILY, every=1001), "every"),
        (replace(DAILY, unit=None), "unit"),
        (replace(DAILY, offsets=(1, 2)), "unit"),
        (replace(DAILY, times=()), "time"),
        (replace(DAILY, times=(time(9), time(9))), "time"),
        (replace(DAILY, times=(time(9), time(8))), "time"),
        (replace(DAILY, times=(*HOURLY, time(23, 30))), "time"),
        (replace(DAILY, window=(time(8), time(20))), "time"),
        (Timing(Unit.HOURS, 6, (time(8), time(20))), "time"),
        (replace(DAILY, weekdays=(7,)), "weekday"),
        (replace(DAILY, except_weekdays=(-1,)), "weekday"),
        (replace(DAILY, weekdays=(0, 1), except_weekdays=(0, 1, 2)), "weekday"),
        (Timing(Unit.DAYS, 7, NINE, except_weekdays=(0,)), "weekday"),
        (Timing(Unit.HOURS, 168, NINE, weekdays=(3,)), "weekday"),
        (Timing(Unit.MONTHS, 1, NINE, weekdays=(3,)), "weekday"),
        (Timing(Unit.MONTHS, 1, NINE, nth_weekday=(1, 0), except_weekdays=(0,)), "weekday"),
        (Timing(Unit.MONTHS, 1, NINE, nth_weekday=(5, 0)), "day"),
        (Timing(Unit.MONTHS, 1, NINE, nth_weekday=(1, 0), last_day=True), "day"),
        (Timing(Unit.MONTHS, 1, NINE, days_of_month=(0, 15)), "day"),
        (Timing(Unit.MONTHS, 1, NINE, days_of_month=(32,)), "day"),
        (replace(DAILY, last_day=True), "day"),
        (Timing(None, 1, NINE, offsets=(0, 3)), "day"),
        (Timing(None, 1, NINE, offsets=(3, 1)), "day"),
        (replace(DAILY, cycle=(0, 7)), "cycle"),
        (replace(DAILY, cycle=(21, 0)), "cycle"),
        (Timing(Unit.WEEKS, 1, NINE, cycle=(21, 7)), "cycle"),
    ],
)
def test_the_part_of_a_rule_that_is_at_fault_is_named(rule: Timing, part: str) -> None:
    assert faults(rule) == (part,)


@pytest.mark.parametrize(
    "end",
    [
        End(),
        End(count=0),
        End(count=10_001),
        End(days=0),
        End(count=3, days=3),
        End(until=START - timedelta(days=1)),
        End(until=date(2400, 1, 1)),
    ],
)
def test_an_end_that_cannot_be_is_named(end: End) -> None:
    assert faults(end=end) == ("end",)


def test_a_phase_that_ends_before_its_first_dose_is_refused() -> None:
    sundays = Timing(Unit.WEEKS, 1, NINE, weekdays=(6,))
    assert faults(sundays, end=End(until=START + timedelta(days=5))) == ("end",)
    assert faults(sundays, end=End(until=START + timedelta(days=6))) == ()


@pytest.mark.parametrize("start", [None, date(1899, 12, 31), date(2400, 1, 1)])
def test_the_first_phase_needs_a_start_in_living_memory(start: date | None) -> None:
    assert faults(start=start) == ("start",)


def test_phases_follow_one_another() -> None:
    first = Phase(DAILY, START, End(days=7))
    for later, expected in [
        (Phase(DAILY), ()),
        (Phase(DAILY, START + timedelta(days=7)), ()),
        (Phase(DAILY, START), ("start",)),
    ]:
        assert timing.problems(Plan((first, later)), "UTC") == expected


def test_what_comes_after_a_phase_without_an_end_needs_a_date_or_the_word_of_the_clinic() -> None:
    for end, expected in [(None, ("end",)), (End(clinic=True), ())]:
        assert timing.problems(Plan((Phase(DAILY, START, end), Phase(DAILY))), "UTC") == expected
    offsets = Phase(Timing(None, 1, NINE, offsets=(1, 3)), START)
    assert timing.problems(Plan((offsets, Phase(DAILY))), "UTC") == ()


def test_twelve_phases_are_the_most() -> None:
    weeks = [Phase(DAILY, START + timedelta(weeks=n), End(days=7)) for n in range(13)]
    assert timing.problems(Plan(tuple(weeks[:12])), "UTC") == ()
    assert timing.problems(Plan(tuple(weeks)), "UTC") == ("phases",)


@pytest.mark.parametrize(
    ("rule", "days", "expected"),
    [
        (Timing(Unit.WEEKS, 1, NINE, weekdays=(0, 2)), 3, ("gap",)),
        (Timing(Unit.WEEKS, 1, NINE, weekdays=(0, 3)), 3, ()),
        (Timing(Unit.WEEKS, 1, NINE, weekdays=(0, 4)), 4, ("gap",)),
        (Timing(Unit.DAYS, 3, NINE), 3, ()),
        (Timing(times=(time(8), time(20))), 1, ("gap",)),
        (DAILY, 0, ("gap",)),
    ],
)
def test_doses_that_come_nearer_than_the_least_gap_are_refused(
    rule: Timing, days: int, expected: tuple[str, ...]
) -> None:
    plan = Plan((Phase(rule, START, End(count=10), days),))
    assert timing.problems(plan, "UTC") == expected


def test_the_least_gap_holds_from_the_phase_before_too() -> None:
    loading = Phase(DAILY, START, End(days=7))
    near = Phase(Timing(Unit.WEEKS, 1, NINE, weekdays=(0,)), min_gap_days=3)
    assert timing.problems(Plan((loading, near)), "UTC") == ("gap",)


@pytest.mark.parametrize("name", ["Europe/Atlantis", "", "Europe", "../UTC", "UTC\0", "Europe/London "])
def test_an_unknown_zone_is_refused(name: str) -> None:
    assert timing.problems(Plan((Phase(DAILY, START),)), name) == ("zone",)


def test_every_part_at_fault_is_named_in_one_order() -> None:
    rule = Timing(Unit.DAYS, 0, (), cycle=(0, 1))
    plan = Plan((Phase(rule, None, End(count=0)),))
    assert timing.problems(plan, "Atlantis") == ("every", "time", "cycle", "end", "start", "zone")
