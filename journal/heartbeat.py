"""The courier's heartbeat, and the gaps in it that count as downtime (DESIGN section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import col

from journal.tables import Downtime, Heartbeat
from journal.transaction import Transaction

GAP = timedelta(minutes=15)  # a longer silence is downtime: people are told what fell into it


async def beat(tx: Transaction, now: datetime) -> Downtime | None:
    """Note that the courier is alive; returns the downtime that this beat ends, if it ends one."""
    row = await tx.get(Heartbeat, 1)
    if row is None:
        tx.add(Heartbeat(id=1, at=now, since=now))
        return None
    gap = None
    if now - row.at > GAP:
        gap = Downtime(began_at=row.at, ended_at=now)
        row.since = now
        tx.add(gap)
    row.at = max(row.at, now)
    await tx.flush()
    return gap


async def lived(tx: Transaction, until: datetime) -> None:
    """Note that time passed until `until` while the courier was alive: for a clock that is set by hand."""
    row = await tx.get(Heartbeat, 1)
    if row is not None:
        row.at = max(row.at, until)


async def last(tx: Transaction) -> datetime | None:
    """Return when a courier was last known to be alive."""
    row = await tx.get(Heartbeat, 1)
    return None if row is None else row.at


async def up_since(tx: Transaction) -> datetime | None:
    """Return since when the courier has been alive without a gap."""
    row = await tx.get(Heartbeat, 1)
    return None if row is None else row.since


async def downtimes(tx: Transaction) -> list[Downtime]:
    """Return the known downtimes, the newest first."""
    return list((await tx.execute(select(Downtime).order_by(col(Downtime.id).desc()))).scalars())


async def downtime_at(tx: Transaction, moment: datetime) -> Downtime | None:
    """Return the downtime in which `moment` fell."""
    return gap_at(await downtimes(tx), moment)


def gap_at(gaps: Iterable[Downtime], moment: datetime) -> Downtime | None:
    """Return the one of these downtimes in which `moment` fell; what was due as it began still belongs to it."""
    return next((gap for gap in gaps if gap.began_at <= moment < gap.ended_at), None)


async def downtime(tx: Transaction, downtime_id: int) -> Downtime | None:
    """Return the downtime with this id."""
    return await tx.get(Downtime, downtime_id)


async def purge(tx: Transaction, now: datetime) -> None:
    """Forget downtimes older than 30 days."""
    await tx.execute(delete(Downtime).where(col(Downtime.ended_at) < now - timedelta(days=30)))
