"""Plans of a regimen: the one that is in force, and the one that waits for its day."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from journal import timing
from journal.tables import RegimenVersion
from journal.timing import Succession
from journal.timing.plan import Plan
from journal.transaction import Transaction


async def current_plan(tx: Transaction, regimen_id: int) -> Plan:
    """Return the plan of the version in force."""
    return (await current_course(tx, regimen_id)).plan


async def current_course(tx: Transaction, regimen_id: int) -> Succession:
    """Return the plan of the version in force, and of the one that will take its place."""
    query = select(RegimenVersion).where(col(RegimenVersion.regimen_id) == regimen_id)
    rows = (await tx.execute(query.order_by(col(RegimenVersion.number).desc()).limit(2))).scalars().all()
    plans = [timing.plan_from_json(row.plan) for row in rows]
    if rows[0].in_force:
        return Succession(plans[0])
    return Succession(plans[1], plans[0], rows[0].valid_from)
