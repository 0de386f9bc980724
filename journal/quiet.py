"""Quiet hours: the stretch of a person's day in which nothing comes but what was planned for that very time."""

from __future__ import annotations

from datetime import datetime, timedelta

from journal import people, timing
from journal.tables import Person


def after_quiet(person: Person, moment: datetime) -> datetime:
    """Return `moment` itself, or the end of the quiet hours in which it lies; equal ends mean no quiet hours."""
    local = people.local(person, moment)
    begin, end, at = person.quiet_from, person.quiet_until, local.time()
    is_quiet = begin <= at < end if begin <= end else at >= begin or at < end
    if not is_quiet:
        return moment
    day = local.date() + timedelta(days=int(begin > end and at >= begin))
    return max(moment, timing.to_utc(datetime.combine(day, end), people.zone_of(person)))
