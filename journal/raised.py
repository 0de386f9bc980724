"""Occurrences as rows: finding one, making it, forgetting it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlmodel import col

from journal.dose_keys import DoseKey
from journal.tables import Notice, Occurrence, Regimen
from journal.transaction import Transaction, store


async def create(tx: Transaction, key: DoseKey, planned_at: datetime) -> Occurrence:
    """Make the row of `key`."""
    row = Occurrence(regimen_id=key.regimen, local_date=key.day, slot=key.slot, planned_at=planned_at)
    await store(tx, row)
    return row


async def find(tx: Transaction, key: DoseKey) -> Occurrence | None:
    """Return the row of `key`, if it is one."""
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == key.regimen,
        col(Occurrence.local_date) == key.day,
        col(Occurrence.slot) == key.slot,
    )
    return (await tx.execute(query)).scalar_one_or_none()


async def forget(tx: Transaction, row: Occurrence) -> None:
    """Forget an occurrence with all that was ever said about it, so that its key can be raised anew."""
    await tx.execute(delete(Notice).where(col(Notice.subject) == key_of(row).subject))
    await tx.delete(row)


async def last_raised(tx: Transaction, regimen: Regimen, now: datetime) -> datetime | None:
    """Return the last planned moment up to `now` that is a row, of those since the plan was saved or resumed."""
    query = select(func.max(Occurrence.planned_at)).where(
        col(Occurrence.regimen_id) == regimen.id,
        col(Occurrence.planned_at) <= now,
        col(Occurrence.planned_at) >= regimen.planned_from,
    )
    return (await tx.execute(query)).scalar()


def key_of(row: Occurrence) -> DoseKey:
    """Return the key of a row."""
    return DoseKey(row.regimen_id, row.local_date, row.slot)
