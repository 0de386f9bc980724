"""When a dose is brought up again, by the interval to the next one (clinical.md section 2.3)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal import intervals, nudges
from journal.tables import Person

LONDON = ZoneInfo("Europe/London")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def person(quiet_from: time = time(21), quiet_until: time = time(8)) -> Person:
    return Person(
        chat_id=1, zone="Europe/London", quiet_from=quiet_from, quiet_until=quiet_until, created_at=local(2, 3, 0)
    )


def local(day: int, month: int, hour: int) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("interval", "after"),
    [
        (DAY, (1, 2)),
        (12 * HOUR, (1, 2)),
        (3 * HOUR, (1, 2)),
        (2 * HOUR, (1,)),
        (HOUR, ()),
        (23 * HOUR, (1, 2)),
        (25 * HOUR, (1, 2)),
        (36 * HOUR, (4, 22)),
        (2 * DAY, (4, 22)),
        (7 * DAY, (4, 22)),
        (13 * DAY, (4, 22)),
        (13 * DAY + HOUR, (4, 22)),
        (14 * DAY, ()),
        (14 * DAY - HOUR, ()),
        (84 * DAY, ()),
    ],
)
def test_the_interval_decides(interval: timedelta, after: tuple[int, ...]) -> None:
    planned = local(3, 3, 10)
    assert nudges.moments(person(), planned, interval) == [planned + hours * HOUR for hours in after]


def test_the_next_morning_is_the_end_of_the_quiet_hours_by_the_clock() -> None:
    before_spring = nudges.moments(person(quiet_until=time(6)), local(28, 3, 10), 7 * DAY)
    assert before_spring[-1] == local(29, 3, 6)


def test_without_quiet_hours_it_is_eight() -> None:
    assert nudges.moments(person(time(0), time(0)), local(3, 3, 10), 7 * DAY)[-1] == local(4, 3, 8)


@pytest.mark.parametrize(
    ("interval", "hours"), [(23 * HOUR, 24), (25 * HOUR, 24), (7 * DAY - HOUR, 168), (6 * HOUR, 6), (HOUR, 1)]
)
def test_days_that_the_clocks_change_are_whole_days(interval: timedelta, hours: float) -> None:
    assert intervals.hours(interval) == hours
