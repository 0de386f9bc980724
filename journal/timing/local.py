"""Wall clock to UTC and back: where a zone is applied."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Nothing is planned outside these, so that a search for a date that no rule hits comes to an end.
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2400, 1, 1, tzinfo=UTC)
HORIZON = LATEST.toordinal()


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a naive wall-clock time. One that does not exist moves forward by the gap; one that
    happens twice is the first, or the second when its `fold` is 1."""
    return local.replace(tzinfo=zone).astimezone(UTC)


def at_local(day: int, wall: time, zone: ZoneInfo) -> datetime:
    """The moment of a wall-clock time on a day, given as its ordinal."""
    return to_utc(datetime.combine(date.fromordinal(day), wall), zone)


def logical_date(instant: datetime, zone: ZoneInfo, day_start: time) -> date:
    """The day that a moment counts for when days begin at `day_start` by the wall clock."""
    local = instant.astimezone(zone)
    return local.date() - timedelta(days=local.time() < day_start)
