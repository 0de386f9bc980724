"""Particulars of a rating of 1 or more, all optional: where it was, and how many there were (clinical.md Q-CRAMP-N)."""

from __future__ import annotations

from datetime import date, datetime

from journal import checkins
from journal.errors import JournalError
from journal.symptoms import COUNTED, HIGHEST_COUNT, LOCATED, PLACES
from journal.tables import Person, Rating
from journal.transaction import Transaction


async def locate(tx: Transaction, person: Person, symptom_id: int, day: date, place: str, now: datetime) -> bool:
    """Record where it was, a code of PLACES; False when that stood there.

    Raises JournalError: bad_button, gone (nothing felt, or not of LOCATED), too_old, day_ahead.
    """
    if place not in PLACES:
        raise JournalError("bad_button")
    row = await _felt(tx, person, symptom_id, day, LOCATED, now)
    if row.place == place:
        return False
    checkins.keep(tx, row)
    row.place, row.rated_at = place, now
    await tx.flush()
    return True


async def count(tx: Transaction, person: Person, symptom_id: int, day: date, number: int, now: datetime) -> bool:
    """Record how many there were, HIGHEST_COUNT being that or more; False when that stood there.

    Raises JournalError: bad_button, gone (nothing felt, or not of COUNTED), too_old, day_ahead.
    """
    if not 0 <= number <= HIGHEST_COUNT:
        raise JournalError("bad_button")
    row = await _felt(tx, person, symptom_id, day, COUNTED, now)
    if row.count == number:
        return False
    checkins.keep(tx, row)
    row.count, row.rated_at = number, now
    await tx.flush()
    return True


async def _felt(
    tx: Transaction, person: Person, symptom_id: int, day: date, codes: tuple[str, ...], now: datetime
) -> Rating:
    """The rating of 1 or more of one of these symptoms, while it can be changed."""
    symptom, row = await checkins.own(tx, person, symptom_id), await checkins.rating(tx, symptom_id, day)
    if row is None or not row.value or symptom.code not in codes:
        raise JournalError("gone")
    checkins.check_age(person, day, now, checkins.EDITABLE)
    return row
