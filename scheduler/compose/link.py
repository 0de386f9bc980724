"""A regimen whose start is lost: what it waits for is gone."""

from __future__ import annotations

from datetime import datetime

from journal import links, regimens
from journal.tables import Regimen
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.facts_plans import LinkLost


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> LinkLost | None:
    """Return what waits for nothing; None when it has started, ended or been deleted meanwhile."""
    regimen = await tx.get(Regimen, int(parcel.notices[0].subject.split(":")[1]))
    if regimen is None or regimen.status == regimens.ENDED or not await links.is_lost(tx, regimen):
        return None
    return LinkLost(Addressee.of(parcel.person), regimens.ident(regimen), regimen.label, regimen.dose_text)
