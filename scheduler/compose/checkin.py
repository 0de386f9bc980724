"""The daily check-in, the one time that it is brought up again, and its end when nobody rates any more."""

from __future__ import annotations

from datetime import datetime

from journal import checkins, lapses, notices, people
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, CheckinDue, CheckinsOver


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CheckinDue | CheckinsOver | None:
    """Return the day's sheet while something on it is unasked and the day is today; after a lapse, the end."""
    to, today = Addressee.of(parcel.person), people.today(parcel.person, now)
    lapsed = await lapses.unanswered(tx, parcel.person, now)
    if lapses.is_over(lapsed):
        return CheckinsOver(to, today, lapsed)
    day = checkins.day_of(parcel.notices[0].subject)
    sheet = await checkins.sheet(tx, parcel.person, day)
    if sheet.open is None or day < today:
        return None
    gentle = lapses.is_gentle(lapsed)
    return CheckinDue(to, sheet, now, gentle=gentle, lapsed=lapsed if lapses.begins(lapsed) else 0)


async def compose_second(tx: Transaction, parcel: Parcel, now: datetime) -> CheckinDue | None:
    """Return the sheet of today or yesterday while something on it is unasked; else None."""
    name = parcel.notices[0].subject
    day, today = checkins.day_of(name), people.today(parcel.person, now)
    sheet = await checkins.sheet(tx, parcel.person, day)
    if sheet.open is None or (today - day).days > 1 or parcel.person.paused_since is not None:
        return None
    asked_in = await notices.message_of(tx, notices.CHECKIN, name)
    return CheckinDue(
        Addressee.of(parcel.person), sheet, now, past=day < today, second=True, gentle=True, replaces=asked_in
    )
