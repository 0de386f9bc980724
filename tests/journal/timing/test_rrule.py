"""The engine against python-dateutil, where an iCalendar rule means the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from journal import timing
from journal.timing import End, Phase, Plan, Timing, Unit
from tests.journal.timing.plans import WALL, WEEKDAYS

GMT = ZoneInfo("UTC")
NTH = st.tuples(st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6))
DAYS_OF_MONTH = st.sets(st.integers(1, 28), min_size=1, max_size=4).map(lambda days: tuple(sorted(days)))

# A rule's frequency and parts, beside the timing that means the same.
MATCHES = st.one_of(
    st.builds(lambda every: (Timing(Unit.DAYS, every), rrule.DAILY, {}), st.integers(1, 40)),
    st.builds(lambda every: (Timing(Unit.WEEKS, every), rrule.WEEKLY, {}), st.integers(1, 12)),
    st.builds(
        lambda every, days: (Timing(Unit.WEEKS, every, weekdays=days), rrule.WEEKLY, {"byweekday": days}),
        st.integers(1, 12),
        WEEKDAYS,
    ),
    st.builds(
        lambda every, days: (Timing(Unit.DAYS, every, weekdays=days), rrule.DAILY, {"byweekday": days}),
        st.sampled_from([1, 2, 3, 5, 10]),
        WEEKDAYS,
    ),
    st.builds(
        lambda every, days: (
            Timing(Unit.MONTHS, every, days_of_month=days),
            rrule.MONTHLY,
            {"bymonthday": days},
        ),
        st.integers(1, 12),
        DAYS_OF_MONTH,
    ),
    st.builds(
        lambda every, nth: (
            Timing(Unit.MONTHS, every, nth_weekday=nth),
            rrule.MONTHLY,
            {"byweekday": rrule.weekday(nth[1], nth[0])},
        ),
        st.integers(1, 12),
        NTH,
    ),
    st.builds(
        lambda every: (Timing(Unit.MONTHS, every, last_day=True), rrule.MONTHLY, {"bymonthday": -1}),
        st.integers(1, 12),
    ),
)


@given(
    MATCHES,
    WALL,
    st.dates(date(2010, 1, 1), date(2027, 1, 1)),
    st.none() | st.integers(1, 500),
    st.integers(0, 4000),
)
def test_the_engine_gives_what_an_equal_icalendar_rule_gives(
    match: tuple[Timing, int, dict[str, Any]], wall: time, start: date, count: int | None, later: int
) -> None:
    rule, frequency, parts = match
    opens = datetime.combine(start, wall, UTC)
    since = opens + timedelta(days=later)
    theirs = rrule.rrule(frequency, opens, rule.every, count=count, **parts)
    ours = Plan((Phase(_at(rule, wall), start, End(count=count) if count else None),))
    expected = theirs.between(since, since + timedelta(days=400), inc=True)[:10]
    found = timing.between(ours, GMT, since, since + timedelta(days=400, microseconds=1))
    assert [one.at for one, _ in zip(found, range(10), strict=False)] == expected


def _at(rule: Timing, wall: time) -> Timing:
    return replace(rule, times=(wall,))
