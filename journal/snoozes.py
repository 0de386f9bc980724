"""For how long a dose can be put off (clinical.md section 2.3)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from journal import people, timing
from journal.errors import JournalError
from journal.tables import Person

EVENING = time(18)  # wall clock that "this evening" means
CHOICES = ("10m", "1h", "eve")


def until(person: Person, choice: str, now: datetime) -> datetime | None:
    """Return when a choice reminds again; None when it lies in the past today. Raises JournalError: bad_button."""
    if choice == "10m":
        return now + timedelta(minutes=10)
    if choice == "1h":
        return now + timedelta(hours=1)
    if choice != "eve":
        raise JournalError("bad_button")
    local = people.local(person, now)
    evening = timing.to_utc(datetime.combine(local.date(), EVENING), people.zone_of(person))
    return evening if evening > now else None
