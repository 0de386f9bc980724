"""Plans of a regimen: the one in force as it is followed, and the one that waits for its day."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import col

from journal import timing
from journal.tables import Appointment, Intake, Occurrence, RegimenVersion
from journal.timing import Anchor, Booked, Followed, Given, Succession
from journal.timing.plan import Plan
from journal.transaction import Transaction

BOOKED, CANCELLED = "booked", "cancelled"  # states of an appointment


async def current_plan(tx: Transaction, regimen_id: int) -> Plan:
    """Return the plan of the version in force."""
    rows = await _newest(tx, regimen_id)
    return timing.plan_from_json((rows[0] if rows[0].in_force else rows[1]).plan)


async def current_course(tx: Transaction, regimen_id: int) -> Succession:
    """Return the plan of the version in force, and of the one that will take its place, as both are followed.

    Doses taken move a plan that counts from them, and what was booked stands in for what was planned.
    """
    rows = await _newest(tx, regimen_id)
    planned = [timing.plan_from_json(row.plan) for row in rows]
    booked = await _booked(tx, regimen_id)
    if rows[0].in_force:
        return Succession(planned[0], given=await _given(tx, regimen_id, planned[0]), booked=booked)
    given = await _given(tx, regimen_id, planned[1])
    return Succession(planned[1], planned[0], rows[0].valid_from, given, booked)


async def followed(tx: Transaction, regimen_id: int, plan: Plan) -> Followed:
    """Return one plan of the regimen as the doses taken move it."""
    return Followed(plan, await _given(tx, regimen_id, plan))


async def _newest(tx: Transaction, regimen_id: int) -> Sequence[RegimenVersion]:
    query = select(RegimenVersion).where(col(RegimenVersion.regimen_id) == regimen_id)
    return (await tx.execute(query.order_by(col(RegimenVersion.number).desc()).limit(2))).scalars().all()


async def _given(tx: Transaction, regimen_id: int, plan: Plan) -> tuple[Given, ...]:
    """The doses that were taken of what was planned since the plan's start; none where the plan does not look."""
    if plan.anchor is Anchor.PLANNED or not plan.phases or plan.phases[0].start is None:
        return ()
    query = (
        select(col(Occurrence.local_date), col(Occurrence.slot), col(Occurrence.planned_at), col(Intake.taken_at))
        .join(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Occurrence.regimen_id) == regimen_id,
            col(Occurrence.local_date) >= plan.phases[0].start,
            col(Intake.kind) == "taken",
        )
        .order_by(col(Intake.taken_at))
    )
    return tuple(Given(*row) for row in await tx.execute(query))


async def _booked(tx: Transaction, regimen_id: int) -> tuple[Booked, ...]:
    query = select(col(Appointment.local_date), col(Appointment.slot), col(Appointment.at)).where(
        col(Appointment.regimen_id) == regimen_id, col(Appointment.state) == BOOKED
    )
    return tuple(Booked(*row) for row in await tx.execute(query))
