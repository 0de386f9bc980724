"""Plans whose first day moves: to where another regimen lets them start, or by the length of a pause."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import timing
from journal.timing import Anchor, End, Phase, Plan, Timing, Unit

LONDON = ZoneInfo("Europe/London")
START = date(2026, 3, 2)


def plan(timing_: Timing, end: End | None = None) -> Plan:
    return Plan((Phase(timing_, START, end),))


def daily(*hours: int, count: int | None = None, every: int = 1) -> Plan:
    return plan(Timing(every=every, times=tuple(map(time, hours))), End(count=count) if count else None)


@pytest.mark.parametrize(
    ("found", "at", "day"),
    [
        (daily(9), "2026-03-04T09:00", date(2026, 3, 4)),
        (daily(9), "2026-03-04T09:01", date(2026, 3, 5)),
        (daily(9, 21), "2026-03-04T10:00", date(2026, 3, 4)),
        (daily(9, 21, count=4), "2026-03-04T10:00", date(2026, 3, 5)),
        (daily(9, every=14), "2026-03-04T10:00", date(2026, 3, 5)),
        (plan(Timing(Unit.WEEKS, times=(time(9),), weekdays=(0,))), "2026-03-04T10:00", date(2026, 3, 4)),
    ],
)
def test_a_plan_begins_at_its_first_moment_from_then_on(found: Plan, at: str, day: date) -> None:
    assert timing.begun(found, LONDON, datetime.fromisoformat(at).replace(tzinfo=UTC)) == day


@given(st.integers(1, 60), st.integers(0, 90), st.integers(0, 40), st.integers(0, 23))
def test_steps_move_by_the_days_of_the_pause(every: int, before: int, days: int, hour: int) -> None:
    """Against a walk: each moment from the pause on comes so many local days later, at its own time."""
    found = daily(10, every=every)
    since = datetime(2026, 3, 2, hour, 30, tzinfo=LONDON) + timedelta(days=before)
    until = since + timedelta(days=days)
    start = timing.goes_on_at(LONDON, since, until)
    moved = timing.shifted(found, LONDON, since, until)
    wanted = [
        one.local_date + timedelta(days=days) for one in islice(timing.between(found, LONDON, since, timing.LATEST), 5)
    ]
    assert [one.local_date for one in islice(timing.between(moved, LONDON, start, timing.LATEST), 5)] == wanted


@given(st.integers(1, 30), st.integers(0, 40), st.integers(1, 40), st.sets(st.integers(0, 6), max_size=5))
def test_a_count_keeps_its_doses(count: int, before: int, days: int, left_out: set[int]) -> None:
    found = plan(Timing(times=(time(10),), except_weekdays=tuple(sorted(left_out))), End(count=count))
    since = datetime(2026, 3, 2, 12, tzinfo=LONDON) + timedelta(days=before)
    until = since + timedelta(days=days)
    done = sum(1 for _ in timing.between(found, LONDON, timing.EARLIEST, since))
    start = timing.goes_on_at(LONDON, since, until)
    moved = timing.shifted(found, LONDON, since, until)
    assert sum(1 for _ in timing.between(moved, LONDON, start, timing.LATEST)) == count - done


def test_a_fixed_end_stays_unless_it_is_to_move() -> None:
    found = plan(Timing(every=3, times=(time(10),)), End(until=date(2026, 3, 20)))
    since, until = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)
    ends = [timing.shifted(found, LONDON, since, until, each).phases[0].end for each in (False, True)]
    assert ends == [End(until=date(2026, 3, 20)), End(until=date(2026, 3, 27))]


@pytest.mark.parametrize(
    ("found", "matters"),
    [
        (daily(9), False),
        (daily(9, every=2), True),
        (daily(9, count=5), True),
        (plan(Timing(times=(time(9),)), End(days=5)), True),
        (plan(Timing(times=(time(9),)), End(until=date(2026, 5, 1))), False),
        (plan(Timing(times=(time(9),), cycle=(3, 4))), True),
        (plan(Timing(None, times=(time(9),), offsets=(1, 3))), True),
        (plan(Timing(Unit.HOURS, 8, times=(time(9),))), True),
        (plan(Timing(Unit.HOURS, 2, window=(time(9), time(20)))), False),
        (plan(Timing(Unit.WEEKS, times=(time(9),))), True),
        (plan(Timing(Unit.WEEKS, 2, times=(time(9),), weekdays=(0,))), False),
        (plan(Timing(Unit.MONTHS, times=(time(9),))), True),
        (plan(Timing(Unit.MONTHS, times=(time(9),), last_day=True)), False),
        (Plan(daily(9, every=2).phases, Anchor.ACTUAL), False),
        (Plan(), False),
    ],
)
def test_which_plans_a_pause_can_move(found: Plan, matters: bool) -> None:
    assert timing.matters(found) is matters
