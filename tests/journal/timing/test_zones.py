"""Every zone's clock changes, checked against its wall clock read minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from journal import timing
from journal.timing import Phase, Plan, Timing

ALL_ZONES = tuple(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())
SAMPLE = (
    "Africa/Casablanca",
    "America/Havana",
    "America/Nuuk",
    "America/Santiago",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Chatham",
)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> list[datetime]:
    """The moments between two, to the minute, from which the zone has another offset."""
    found, at = [], first
    while at < last:
        if (at + DAY).astimezone(zone).utcoffset() != at.astimezone(zone).utcoffset():
            low, high = at, at + DAY
            while high - low > MINUTE:
                middle = low + (high - low) // (2 * MINUTE) * MINUTE
                moved = middle.astimezone(zone).utcoffset() != at.astimezone(zone).utcoffset()
                low, high = (low, middle) if moved else (middle, high)
            found.append(high)
        at += DAY
    return found


@lru_cache(maxsize=64)
def readings(change: datetime, before: timedelta, after: timedelta) -> dict[datetime, datetime]:
    """What a wall clock shows at each minute of some days around a change, and the first moment that it does."""
    seen: dict[datetime, datetime] = {}
    naive = change.replace(tzinfo=None)
    for minutes in range(-3 * 1440, 3 * 1440):
        shown = naive + minutes * MINUTE + (before if minutes < 0 else after)
        seen.setdefault(shown, change + minutes * MINUTE)
    return seen


def by_the_wall_clock(zone: ZoneInfo, days: list[date], walls: list[time], change: datetime) -> list[datetime]:
    """When a person watching the clock would first see each time, or else what it shows a gap later."""
    before, after = (change - MINUTE).astimezone(zone).utcoffset(), change.astimezone(zone).utcoffset()
    assert before is not None
    assert after is not None
    seen = readings(change, before, after)
    planned = [datetime.combine(day, wall) for day in days for wall in walls]
    return sorted({seen.get(local) or seen[local + after - before] for local in planned})


def check(zone: ZoneInfo, change: datetime) -> None:
    around = [change + minutes * MINUTE for minutes in (-150, -90, -61, -60, -30, -15, -1, 0, 1, 15, 45, 60, 90, 150)]
    walls = sorted({at.astimezone(zone).time().replace(tzinfo=None, fold=0) for at in around})
    skipped = (change - MINUTE).astimezone(zone).replace(tzinfo=None)
    walls = sorted({*walls, *((skipped + minutes * MINUTE).time() for minutes in (1, 2, 16, 31))})
    today = change.astimezone(zone).date()
    days = [today + n * DAY for n in (-1, 0, 1)]
    plan = Plan((Phase(Timing(times=tuple(walls)), start=days[0], end=timing.End(days=3)),))
    found = timing.between(plan, zone, change - 9 * DAY, change + 9 * DAY)
    assert [one.at for one in found] == by_the_wall_clock(zone, days, walls, change)


@pytest.mark.parametrize("name", SAMPLE)
def test_a_day_either_side_of_a_year_of_changes(name: str) -> None:
    zone = ZoneInfo(name)
    for change in changes(zone, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)):
        check(zone, change)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_day_either_side_of_every_change_of_every_zone() -> None:
    checked = 0
    for name in ALL_ZONES:
        zone = ZoneInfo(name)
        for change in changes(zone, datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)):
            check(zone, change)
            checked += 1
    assert checked > 2000
