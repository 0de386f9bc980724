"""A change of a plan that takes hold: the claim has done it, and there is nothing to say."""

from __future__ import annotations

from datetime import datetime

from journal.transaction import Transaction
from scheduler.claims import Parcel


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> None:
    """Return nothing: the person chose the day and saw the dates."""
