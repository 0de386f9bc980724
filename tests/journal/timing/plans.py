"""Plans of every shape, zones and moments for property tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from journal.timing import End, Phase, Plan, Timing, Unit, problems

FIRST_DAY, LAST_DAY = date(2011, 11, 1), date(2015, 3, 1)

ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/London",
        "America/New_York",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Antarctica/Troll",
        "Pacific/Apia",
        "Asia/Beirut",
        "America/St_Johns",
    ]
).map(ZoneInfo)

WALL = st.builds(time, st.integers(0, 23), st.sampled_from([0, 1, 15, 30, 45, 59]))
TIMES = st.sets(WALL, min_size=1, max_size=4).map(lambda times: tuple(sorted(times)))
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1, max_size=6).map(lambda days: tuple(sorted(days)))
EXCEPT = st.one_of(st.just(()), st.sets(st.integers(0, 6), max_size=5).map(lambda days: tuple(sorted(days))))
OFTEN = st.integers(1, 10)

BY_DAYS = st.builds(
    Timing,
    st.just(Unit.DAYS),
    OFTEN,
    TIMES,
    weekdays=st.one_of(st.just(()), WEEKDAYS),
    except_weekdays=EXCEPT,
    cycle=st.none() | st.tuples(st.integers(1, 21), st.integers(1, 10)),
)
BY_WEEKS = st.builds(Timing, st.just(Unit.WEEKS), OFTEN, TIMES, weekdays=st.just(()) | WEEKDAYS, except_weekdays=EXCEPT)
MONTH_RULES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.just({"last_day": True}),
    st.sets(st.integers(1, 31), min_size=1, max_size=4).map(lambda days: {"days_of_month": tuple(sorted(days))}),
    st.tuples(st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6)).map(lambda nth: {"nth_weekday": nth}),
)
BY_MONTHS = st.builds(
    lambda every, times, rule, left_out: Timing(Unit.MONTHS, every, times, except_weekdays=left_out, **rule),
    OFTEN,
    TIMES,
    MONTH_RULES,
    EXCEPT,
)
BY_OFFSETS = st.builds(
    lambda times, days: Timing(None, 1, times, offsets=tuple(sorted(days))),
    TIMES,
    st.sets(st.integers(1, 200), min_size=1, max_size=9),
)
BY_HOURS = st.builds(
    Timing,
    st.just(Unit.HOURS),
    st.integers(1, 200),
    WALL.map(lambda wall: (wall,)),
    weekdays=st.just(()) | WEEKDAYS,
    except_weekdays=EXCEPT,
)
BY_WINDOW = st.builds(
    Timing, st.just(Unit.HOURS), st.integers(1, 12), except_weekdays=EXCEPT, window=st.tuples(WALL, WALL)
)
TIMINGS = st.one_of(BY_DAYS, BY_WEEKS, BY_MONTHS, BY_OFFSETS, BY_HOURS, BY_WINDOW)

STARTS = st.dates(FIRST_DAY, FIRST_DAY + timedelta(days=500))
ENDS = st.one_of(
    st.builds(End, count=st.integers(1, 60)),
    st.builds(End, days=st.integers(1, 200)),
    st.builds(End, until=st.dates(FIRST_DAY, LAST_DAY - timedelta(days=400))),
)
MOMENTS = st.datetimes(datetime(2011, 10, 1), datetime(2014, 12, 15), timezones=st.just(UTC))


def _plan(first: Phase, later: list[tuple[Phase, int | None]]) -> Plan:
    phases, start = [first], first.start
    for phase, gap in later:
        assert start
        fixed = gap or (1 if phases[-1].end is None else None)
        start = start + timedelta(days=fixed) if fixed else start
        phases.append(replace(phase, start=start if fixed else None))
    return Plan(tuple(phases))


LATER = st.tuples(st.builds(Phase, TIMINGS, st.none(), st.none() | ENDS), st.none() | st.integers(1, 300))
PLANS = st.builds(_plan, st.builds(Phase, TIMINGS, STARTS, st.none() | ENDS), st.lists(LATER, max_size=2)).filter(
    lambda plan: not problems(plan, "UTC")
)
