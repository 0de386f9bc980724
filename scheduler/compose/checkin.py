"""The daily check-in."""

from __future__ import annotations

from datetime import datetime

from journal import checkins, people
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, CheckinDue


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CheckinDue | None:
    """Return the day's sheet while something on it is unasked and the day is today; else None."""
    day = checkins.day_of(parcel.notices[0].subject)
    sheet = await checkins.sheet(tx, parcel.person, day)
    if sheet.open is None or day < people.today(parcel.person, now):
        return None
    return CheckinDue(Addressee.of(parcel.person), sheet, now)
