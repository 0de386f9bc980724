"""Wall clock and UTC at the edges, and days that begin late."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from journal import timing
from journal.timing import Phase, Plan, Planned, Timing

APIA = ZoneInfo("Pacific/Apia")


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("Europe/London", datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 1, 30)),
        ("Europe/London", datetime(2026, 10, 25, 1, 30), datetime(2026, 10, 25, 0, 30)),
        ("Europe/London", datetime(2026, 10, 25, 1, 30, fold=1), datetime(2026, 10, 25, 1, 30)),
        ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 15), datetime(2026, 10, 3, 15, 45)),
        ("Pacific/Apia", datetime(2011, 12, 30, 8), datetime(2011, 12, 30, 18)),
        ("Asia/Kathmandu", datetime(2026, 1, 1), datetime(2025, 12, 31, 18, 15)),
    ],
)
def test_a_gap_moves_forward_and_a_repeated_time_is_the_first(zone: str, local: datetime, expected: datetime) -> None:
    assert timing.to_utc(local, ZoneInfo(zone)) == expected.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"), [(3, 59, date(2026, 6, 1)), (4, 0, date(2026, 6, 2)), (23, 59, date(2026, 6, 2))]
)
def test_a_day_that_begins_at_four_keeps_the_night_before(hour: int, minute: int, expected: date) -> None:
    zone = ZoneInfo("America/New_York")
    instant = timing.to_utc(datetime(2026, 6, 2, hour, minute), zone)
    assert timing.logical_date(instant, zone, time(4)) == expected


def test_a_day_that_the_date_line_takes_is_given_a_day_later_once() -> None:
    plan = Plan((Phase(Timing(times=(time(8), time(20))), date(2011, 12, 29)),))
    found = timing.between(plan, APIA, datetime(2011, 12, 30, 12, tzinfo=UTC), datetime(2012, 1, 1, 12, tzinfo=UTC))
    assert [(one.local_date.day, one.slot, one.at.astimezone(APIA).strftime("%d %H:%M")) for one in found] == [
        (30, 0, "31 08:00"),
        (30, 1, "31 20:00"),
        (1, 0, "01 08:00"),
        (1, 1, "01 20:00"),
    ]


def test_a_date_gives_what_is_planned_for_it_wherever_the_clocks_put_it() -> None:
    plan = Plan((Phase(Timing(times=(time(8),)), date(2011, 12, 29)),))
    moved = datetime(2011, 12, 30, 18, tzinfo=UTC)
    assert timing.on_date(plan, APIA, date(2011, 12, 30)) == (Planned(date(2011, 12, 30), 0, moved, 0),)
    assert timing.on_date(plan, APIA, date(2011, 12, 31)) == ()
    assert timing.on_date(plan, APIA, date(2011, 12, 28)) == ()
