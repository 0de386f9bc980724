"""A supply that runs low, and one of which the count says that none is left."""

from __future__ import annotations

from datetime import datetime

from journal import notices, people, shortages, stock
from journal.stock import Supply
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, SupplyLow, SupplyOut


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> SupplyLow | None:
    """Return the supply while it runs low and may be brought up; else None."""
    supply = await _load(tx, parcel, now)
    if supply is None or supply.low_from is None or people.today(parcel.person, now) < supply.low_from:
        return None
    name = parcel.notices[0].subject
    before = await notices.message_of(tx, notices.STOCK, name)
    last = await shortages.is_last(tx, name, now)
    return SupplyLow(Addressee.of(parcel.person), supply, now, last, before)


async def compose_out(tx: Transaction, parcel: Parcel, now: datetime) -> SupplyOut | None:
    """Return the supply while its count is at zero and may be brought up; else None."""
    supply = await _load(tx, parcel, now)
    return SupplyOut(Addressee.of(parcel.person), supply) if supply and not supply.left else None


async def _load(tx: Transaction, parcel: Parcel, now: datetime) -> Supply | None:
    counted = await shortages.of_subject(tx, parcel.notices[0].subject)
    if counted is None:
        return None
    supply = await stock.get(tx, parcel.person, counted.regimen_id, now)
    return None if supply.silenced or supply.resting else supply
