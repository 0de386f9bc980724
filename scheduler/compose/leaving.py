"""What is said to somebody who has not written for two years; of the removal itself nothing is said."""

from __future__ import annotations

from datetime import datetime

from journal import people, retention
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee
from scheduler.facts_leaving import Gone


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> Gone | None:
    """Return when everything will be removed; None for somebody who has written since."""
    if not await retention.is_gone(tx, parcel.person, now):
        return None
    return Gone(Addressee.of(parcel.person), people.local(parcel.person, now + retention.STAY).date())
