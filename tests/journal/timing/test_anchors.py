"""What is due next once doses are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal import timing
from journal.timing import Anchor, End, Phase, Plan, Planned, Timing, Unit
from tests.journal.timing.plans import MOMENTS, PLANS, ZONES

LONDON = ZoneInfo("Europe/London")
NINE = (time(9),)


def plan(*phases: Phase) -> Plan:
    return Plan(phases, Anchor.ACTUAL)


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return timing.to_utc(datetime(2026, month, day, hour, minute), LONDON)


def due(given_plan: Plan, settled: list[datetime], taken: datetime) -> Planned | None:
    return timing.next_due(given_plan, LONDON, taken, settled, taken)


def test_a_late_injection_moves_the_next_one_to_twelve_weeks_after_it() -> None:
    every_12_weeks = plan(Phase(Timing(Unit.WEEKS, 12, NINE), date(2026, 1, 5)))
    found = due(every_12_weeks, [at(1, 5), at(3, 30)], at(4, 2, 14))
    assert found == Planned(date(2026, 6, 25), 0, at(6, 25), 0)


def test_an_intake_that_lies_ahead_is_not_itself_due() -> None:
    every_12_weeks = plan(Phase(Timing(Unit.WEEKS, 12, NINE), date(2026, 1, 5)))
    settled, taken = [at(1, 5), at(3, 30)], at(4, 2, 14)
    found = timing.next_due(every_12_weeks, LONDON, at(4, 1), settled, taken)
    assert found == Planned(date(2026, 6, 25), 0, at(6, 25), 0)


def test_the_phase_after_the_last_dose_counts_from_the_day_it_was_given_and_keeps_its_place() -> None:
    loading = Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 3, 2), End(count=2))
    found = due(plan(loading, Phase(Timing(Unit.WEEKS, 8, NINE))), [at(3, 2), at(3, 4)], at(3, 6))
    assert found == Planned(date(2026, 5, 1), 0, at(5, 1), 1)


@pytest.mark.parametrize(
    ("rule", "taken", "expected"),
    [
        (Timing(Unit.DAYS, 3, NINE, except_weekdays=(6,)), at(6, 4, 21), date(2026, 6, 8)),
        (Timing(Unit.DAYS, 3, NINE, except_weekdays=(5, 6)), at(6, 3, 21), date(2026, 6, 8)),
        (Timing(Unit.WEEKS, 12, NINE, except_weekdays=(6,)), at(6, 7), date(2026, 8, 31)),
        (Timing(Unit.MONTHS, 3, NINE, except_weekdays=(6,)), at(6, 6), date(2026, 9, 7)),
        (Timing(Unit.DAYS, 1, NINE, except_weekdays=(6,)), at(6, 6, 21), date(2026, 6, 8)),
    ],
)
def test_a_moved_dose_goes_on_from_a_weekday_that_is_left_out(rule: Timing, taken: datetime, expected: date) -> None:
    found = due(plan(Phase(rule, date(2026, 6, 1))), [at(6, 1)], taken)
    assert found
    assert found.local_date == expected


@pytest.mark.parametrize(("gap", "expected"), [(None, date(2026, 6, 4)), (2, date(2026, 6, 8)), (1, date(2026, 6, 4))])
def test_days_of_the_week_nearer_to_the_intake_than_the_gap_are_left_out(gap: int | None, expected: date) -> None:
    twice_a_week = plan(Phase(Timing(Unit.WEEKS, 1, NINE, weekdays=(0, 3)), date(2026, 6, 1), min_gap_days=gap))
    assert due(twice_a_week, [at(6, 1)], at(6, 3)) == timing.first(
        twice_a_week, LONDON, at(expected.month, expected.day)
    )


@pytest.mark.parametrize(
    ("settled", "taken", "expected"),
    [
        ([(6, 1), (6, 3)], (6, 4), date(2026, 6, 6)),
        ([(6, 1), (6, 3), (6, 5)], (6, 6), None),
    ],
)
def test_a_count_is_of_the_doses_that_the_plan_has_left(
    settled: list[tuple[int, int]], taken: tuple[int, int], expected: date | None
) -> None:
    three = plan(Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 6, 1), End(count=3)))
    found = due(three, [at(*day) for day in settled], at(*taken))
    assert (found.local_date if found else None) == expected


@pytest.mark.parametrize("end", [End(until=date(2026, 6, 10)), End(days=10)])
def test_a_late_dose_does_not_lengthen_a_phase_that_ends_by_date(end: End) -> None:
    alternate = Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 6, 1), end)
    assert due(plan(alternate), [at(6, 1), at(6, 3), at(6, 5), at(6, 7)], at(6, 8)) == Planned(
        date(2026, 6, 10), 0, at(6, 10), 0
    )
    monthly = Phase(Timing(Unit.MONTHS, 1, NINE))
    assert due(plan(alternate, monthly), [at(6, 1), at(6, 3), at(6, 5), at(6, 7)], at(6, 9)) == Planned(
        date(2026, 7, 9), 0, at(7, 9), 1
    )


def test_a_second_phase_that_ends_after_days_keeps_its_last_day() -> None:
    first = Phase(Timing(Unit.DAYS, 1, NINE), date(2026, 6, 1), End(count=1))
    second = Phase(Timing(Unit.DAYS, 2, NINE), None, End(days=4))
    assert due(plan(first, second), [at(6, 1), at(6, 3)], at(6, 4)) is None
    assert due(plan(first, second), [at(6, 1), at(6, 3)], at(6, 3)) is not None


def test_the_second_dose_of_a_day_stays_where_it_was_planned() -> None:
    twice = plan(Phase(Timing(times=(time(8), time(20))), date(2026, 6, 1)))
    assert due(twice, [at(6, 1, 8)], at(6, 1, 11)) == Planned(date(2026, 6, 1), 1, at(6, 1, 20), 0)


@pytest.mark.parametrize(
    "rule",
    [
        Timing(Unit.WEEKS, 2, NINE, weekdays=(0,)),
        Timing(Unit.MONTHS, 1, NINE, days_of_month=(1, 15)),
        Timing(Unit.MONTHS, 1, NINE, nth_weekday=(1, 0)),
        Timing(Unit.MONTHS, 1, NINE, last_day=True),
        Timing(Unit.DAYS, 1, NINE, cycle=(21, 7)),
        Timing(None, 1, NINE, offsets=(1, 15, 40)),
        Timing(Unit.HOURS, 4, window=(time(8), time(20))),
    ],
)
def test_rules_that_name_days_stay_as_planned(rule: Timing) -> None:
    by_intake = plan(Phase(rule, date(2026, 6, 1)))
    done = timing.first(by_intake, LONDON, at(6, 1, 0))
    assert done
    taken = done.at + timedelta(days=1, hours=3)
    by_plan = replace(by_intake, anchor=Anchor.PLANNED)
    assert due(by_intake, [done.at], taken) == timing.next_due(by_plan, LONDON, taken, [done.at], taken) is not None


def test_hours_are_counted_from_the_moment_of_the_intake_in_a_repeated_hour_too() -> None:
    every_6_hours = plan(Phase(Timing(Unit.HOURS, 6, (time(1),)), date(2026, 10, 24)))
    second_pass = datetime(2026, 10, 25, 1, 20, tzinfo=UTC)
    found = due(every_6_hours, [at(10, 25, 1)], second_pass)
    assert found
    assert found.at == second_pass + timedelta(hours=6)


def test_a_later_phase_with_a_date_of_its_own_is_not_moved() -> None:
    loading = Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 6, 1), End(count=2))
    fixed = Phase(Timing(Unit.WEEKS, 8, NINE), date(2026, 8, 3))
    assert due(plan(loading, fixed), [at(6, 1), at(6, 3)], at(6, 5)) == Planned(date(2026, 8, 3), 0, at(8, 3), 1)


@given(PLANS, ZONES, MOMENTS, st.sampled_from(Anchor))
def test_without_an_intake_the_plan_holds(given_plan: Plan, zone: ZoneInfo, now: datetime, anchor: Anchor) -> None:
    anchored = replace(given_plan, anchor=anchor)
    assert timing.next_due(anchored, zone, now, [], None) == timing.first(given_plan, zone, now)


@example(
    plan(Phase(Timing(Unit.DAYS, 2, (time(0),), weekdays=(0,)), date(2011, 11, 1))), datetime(2011, 10, 1, tzinfo=UTC)
)
@given(PLANS, MOMENTS)
def test_an_intake_on_time_changes_nothing(given_plan: Plan, moment: datetime) -> None:
    anchored = replace(given_plan, anchor=Anchor.ACTUAL)
    done = timing.first(anchored, LONDON, moment)
    following = done and timing.after(anchored, LONDON, done.at)
    if done is None or following is None:
        return
    unit = given_plan.phases[following.phase].timing.unit
    opens_hours = unit is Unit.HOURS and following.phase != done.phase
    if unit is not Unit.MONTHS and not opens_hours:
        assert timing.next_due(anchored, LONDON, done.at, [done.at], done.at) == following


@given(PLANS, ZONES, MOMENTS, st.integers(-48, 400))
def test_what_is_next_lies_ahead_and_is_not_settled(
    given_plan: Plan, zone: ZoneInfo, moment: datetime, hours: int
) -> None:
    anchored = replace(given_plan, anchor=Anchor.ACTUAL)
    done = timing.first(anchored, zone, moment)
    if done:
        taken = done.at + timedelta(hours=hours)
        found = timing.next_due(anchored, zone, moment, [done.at], taken)
        assert found is None or (found.at >= moment and found.at != done.at)


def test_months_are_counted_from_the_day_of_the_intake_even_a_clamped_one() -> None:
    monthly = plan(Phase(Timing(Unit.MONTHS, 1, NINE), date(2026, 1, 31)))
    assert due(monthly, [at(1, 31), at(2, 28)], at(2, 28)) == Planned(date(2026, 3, 28), 0, at(3, 28), 0)
