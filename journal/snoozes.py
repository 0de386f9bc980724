"""For how long a dose can be put off (clinical.md section 2.3)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from journal import intervals, occurrences, people, regimens, timing
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Occurrence, Person
from journal.transaction import Transaction

EVENING = time(18)  # wall clock that "this evening" means
CHOICES = ("10m", "1h", "eve", "tom")


async def offered(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> dict[str, datetime]:
    """Return the choices that a dose has now, with the moments to which they put it off. Raises JournalError: gone."""
    found = {"10m": now + timedelta(minutes=10), "1h": now + timedelta(hours=1)}
    evening = _on(person, now, 0, EVENING)
    if evening > now:
        found["eve"] = evening
    row = await occurrences.find(tx, key)
    if row is not None and await _is_rare(tx, person, row):
        found["tom"] = _on(person, now, 1, people.local(person, row.planned_at).time())
    return found


async def until(tx: Transaction, person: Person, key: DoseKey, choice: str, now: datetime) -> datetime:
    """Return when a choice reminds again. Raises JournalError: gone, evening_over, bad_button."""
    found = await offered(tx, person, key, now)
    if choice not in found:
        raise JournalError("evening_over" if choice == "eve" else "bad_button")
    return found[choice]


def _on(person: Person, now: datetime, days: int, at: time) -> datetime:
    day = people.local(person, now).date() + timedelta(days=days)
    return timing.to_utc(datetime.combine(day, at), people.zone_of(person))


async def _is_rare(tx: Transaction, person: Person, row: Occurrence) -> bool:
    """Whether it is more than a day to the dose after it."""
    regimen = await regimens.own(tx, person, row.regimen_id)
    following = (await intervals.at(tx, person, regimen, row.planned_at)).following
    return following is not None and intervals.hours(following) > intervals.DAY / intervals.HOUR
