"""Bookings as rows: the appointment that stands in for the planned moment of one occurrence."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, exists, select, update
from sqlmodel import col

from journal.dose_keys import DoseKey
from journal.plans import BOOKED, CANCELLED
from journal.tables import Appointment, Intake, Occurrence
from journal.transaction import Transaction

BOOKED_FOR = and_(
    col(Appointment.regimen_id) == col(Occurrence.regimen_id),
    col(Appointment.local_date) == col(Occurrence.local_date),
    col(Appointment.slot) == col(Occurrence.slot),
    col(Appointment.state) == BOOKED,
)


async def of_key(tx: Transaction, key: DoseKey) -> Appointment | None:
    """Return the booking of an occurrence; None when it has none."""
    query = select(Appointment).where(
        col(Appointment.regimen_id) == key.regimen,
        col(Appointment.local_date) == key.day,
        col(Appointment.slot) == key.slot,
        col(Appointment.state) == BOOKED,
    )
    return (await tx.execute(query)).scalar_one_or_none()


async def live(tx: Transaction, regimen_id: int, now: datetime) -> Appointment | None:
    """Return the regimen's booking that nothing is recorded for, and no later dose came after; None without one."""
    settled = exists().where(BOOKED_FOR, col(Intake.occurrence_id) == col(Occurrence.id))
    later = exists().where(
        col(Occurrence.regimen_id) == regimen_id,
        col(Occurrence.local_date) > col(Appointment.local_date),
        col(Occurrence.planned_at) <= now,
    )
    query = select(Appointment).where(
        col(Appointment.regimen_id) == regimen_id, col(Appointment.state) == BOOKED, ~settled, ~later
    )
    return (await tx.execute(query.order_by(col(Appointment.id).desc()).limit(1))).scalar_one_or_none()


async def drop(tx: Transaction, regimen_id: int) -> None:
    """Give up every booking of the regimen that nothing is recorded for; the caller plans."""
    taken = (
        select(col(Occurrence.local_date))
        .join(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(col(Occurrence.regimen_id) == regimen_id)
    )
    mine = (col(Appointment.regimen_id) == regimen_id, col(Appointment.local_date).not_in(taken))
    await tx.execute(update(Appointment).where(*mine).values(state=CANCELLED))


async def moved_in_a_row(tx: Transaction, key: DoseKey) -> int:
    """Return how often the booking of `key` and those right before it were moved."""
    days = select(col(Occurrence.local_date)).where(
        col(Occurrence.regimen_id) == key.regimen, col(Occurrence.local_date) < key.day
    )
    earlier = (await tx.execute(days.order_by(col(Occurrence.local_date).desc()).limit(8))).scalars().all()
    moves = select(col(Appointment.local_date), col(Appointment.moves)).where(
        col(Appointment.regimen_id) == key.regimen, col(Appointment.state) == BOOKED
    )
    known = {row[0]: row[1] for row in await tx.execute(moves)}
    total = 0
    for day in (key.day, *earlier):
        if not known.get(day):
            break
        total += known[day]
    return total
