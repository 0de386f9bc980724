"""How much symptoms got in the way, asked after the weekly summary."""

from __future__ import annotations

from datetime import datetime

from journal import checkins, interference, people
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.facts_symptoms import InterferenceAsk


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> InterferenceAsk | None:
    """Return what is open of the week; None when switched off, or once it is too long ago to be answered."""
    person, week = parcel.person, checkins.day_of(parcel.notices[0].subject)
    is_old = (people.today(person, now) - week).days > checkins.EDITABLE
    if is_old or not person.interference:
        return None
    asked = await interference.questions(tx, person, week)
    return InterferenceAsk(Addressee.of(person), asked) if asked.open else None
