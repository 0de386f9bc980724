"""What changed intakes move of what was raised or booked already, where a plan counts from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlmodel import col

from journal import bookings, plans
from journal.dose_keys import DoseKey
from journal.plans import CANCELLED
from journal.raised import find, forget, last_raised
from journal.tables import Intake, Occurrence, Regimen
from journal.timing import Succession
from journal.transaction import Transaction


async def follow(tx: Transaction, regimen: Regimen, zone: ZoneInfo, now: datetime) -> Succession:
    """Forget open doses that are not planned any more, and have a booking stand in for the next one. Idempotent.

    Returns the course that holds then.
    """
    assert regimen.id is not None
    course = await plans.current_course(tx, regimen.id)
    if course.given:
        await _forget_moved(tx, regimen, course, zone)
    if not course.booked:
        return course
    await _rebook(tx, regimen, course, zone, now)
    await tx.flush()
    return await plans.current_course(tx, regimen.id)


async def _forget_moved(tx: Transaction, regimen: Regimen, course: Succession, zone: ZoneInfo) -> None:
    """Of those after the newest intake; what was planned before it stays."""
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == regimen.id,
        col(Occurrence.planned_at) > max(regimen.planned_from, course.given[-1].at),
        ~exists().where(col(Intake.occurrence_id) == col(Occurrence.id)),
    )
    for row in (await tx.execute(query)).scalars().all():
        if not _has(course, zone, DoseKey(row.regimen_id, row.local_date, row.slot)):
            await forget(tx, row)


async def _rebook(tx: Transaction, regimen: Regimen, course: Succession, zone: ZoneInfo, now: datetime) -> None:
    """A booking whose date fell away with the intake before it is one for the date that is next now."""
    assert regimen.id is not None
    booked = await bookings.live(tx, regimen.id, now)
    if booked is None or _has(course, zone, was := DoseKey(regimen.id, booked.local_date, booked.slot)):
        return
    row = await find(tx, was)
    if row is not None:
        await forget(tx, row)
        await tx.flush()
    planned, raised = replace(course, booked=()), await last_raised(tx, regimen, now)
    found = planned.after(zone, raised) if raised else planned.first(zone, regimen.planned_from)
    if found is None:
        booked.state = CANCELLED
    else:
        booked.local_date, booked.slot = found.local_date, found.slot


def _has(course: Succession, zone: ZoneInfo, key: DoseKey) -> bool:
    return any(one.slot == key.slot for one in course.on_date(zone, key.day))
