"""Appointments: a date that was booked for the next injection, moved, or cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlmodel import col

from journal import bookings, injections, occurrences, people, plans, regimens, rule_choices
from journal.dose_keys import DoseKey
from journal.errors import JournalError
from journal.plans import CANCELLED
from journal.rules import BY_ID
from journal.rules.soft import overdue
from journal.tables import Appointment, FindingLog, Intake, Occurrence, Person, Regimen
from journal.timing import Phase
from journal.transaction import Transaction

LONGEST = 100  # characters of a place
RULE, TEMPLATE = "A-OVERDUE", "T-OVERDUE"


@dataclass(frozen=True, slots=True)
class Visit:
    """What is booked: when (aware), and where in the person's words."""

    at: datetime
    place: str = ""


async def bookable(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> DoseKey | None:
    """Return the occurrence that can be booked, or moved: what is booked, else what is due and open, else the next.

    None at rest.
    """
    if regimen.route != injections.ROUTE or not injections.is_running(person, regimen):
        return None
    booked = await bookings.live(tx, regimens.ident(regimen), now)
    if booked is not None:
        return DoseKey(booked.regimen_id, booked.local_date, booked.slot)
    row = await injections.open_due(tx, person, regimen, now)
    if row is None:
        settled = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
        ahead = (col(Occurrence.regimen_id) == regimen.id, col(Occurrence.planned_at) > now, ~settled)
        query = select(Occurrence).where(*ahead).order_by(col(Occurrence.planned_at)).limit(1)
        row = (await tx.execute(query)).scalar_one_or_none()
    return occurrences.key_of(row) if row else None


async def still_next(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> Regimen:
    """Return the regimen while this occurrence is its bookable one. Raises JournalError: gone, booking_old."""
    regimen = await regimens.own(tx, person, key.regimen)
    if await bookable(tx, person, regimen, now) != key:
        raise JournalError("booking_old")
    return regimen


async def check(tx: Transaction, person: Person, key: DoseKey, at: datetime, now: datetime) -> None:
    """Check that the occurrence can be booked for `at`.

    Raises JournalError: those of still_next; booking_past; booking_early, booking_late (not between the dates before
    and after it); booking_weekday, booking_gap (clinical.md S-EXCL, S-GAP).
    """
    regimen = await still_next(tx, person, key, now)
    if at <= now:
        raise JournalError("booking_past")
    course, zone = await plans.current_course(tx, key.regimen), occurrences.zone_of(person, regimen)
    planned = replace(course, booked=())
    own = next((one for one in planned.on_date(zone, key.day) if one.slot == key.slot), None)
    if own is None:
        raise JournalError("booking_old")
    before, later = await _before(tx, key), planned.after(zone, own.at)
    if before is not None and at <= before:
        raise JournalError("booking_early")
    if later is not None and at >= later.at:
        raise JournalError("booking_late")
    local = at.astimezone(zone)
    await _fits(tx, key, course.plan.phases[own.phase], local)


async def _before(tx: Transaction, key: DoseKey) -> datetime | None:
    """The moment of the dose before."""
    query = select(func.max(Occurrence.planned_at)).where(
        col(Occurrence.regimen_id) == key.regimen, col(Occurrence.local_date) < key.day
    )
    return (await tx.execute(query)).scalar()


async def _fits(tx: Transaction, key: DoseKey, phase: Phase, local: datetime) -> None:
    if local.weekday() in phase.timing.except_weekdays:
        raise JournalError("booking_weekday")
    mine = (col(Intake.regimen_id) == key.regimen, col(Intake.kind) == "taken")
    last = (await tx.execute(select(func.max(Intake.taken_at)).where(*mine))).scalar()
    if phase.min_gap_days and last and (local.date() - last.astimezone(local.tzinfo).date()).days < phase.min_gap_days:
        raise JournalError("booking_gap", days=phase.min_gap_days)


async def book(tx: Transaction, person: Person, key: DoseKey, visit: Visit, now: datetime) -> bool:
    """Have the visit stand in for the planned moment; a booking that stands is moved.

    True when it is the second move in a row, so that the clinic is to be asked (A-OVERDUE). Raises JournalError:
    those of check; too_long.
    """
    if len(visit.place) > LONGEST:
        raise JournalError("too_long", most=LONGEST)
    await check(tx, person, key, visit.at, now)
    row = await bookings.of_key(tx, key)
    if row is None:
        row = Appointment(regimen_id=key.regimen, local_date=key.day, slot=key.slot, at=visit.at, made_at=now)
        tx.add(row)
    is_moved = row.at != visit.at
    row.at, row.place, row.made_at, row.moves = visit.at, visit.place, now, row.moves + is_moved
    await tx.flush()
    await _plan(tx, person, key, now)
    return is_moved and await _asks(tx, person, key, now)


async def cancel(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    """Go back to the planned date; if that has passed, it is due now. Raises JournalError: those of still_next."""
    await still_next(tx, person, key, now)
    row = await bookings.of_key(tx, key)
    if row is None:
        raise JournalError("booking_old")
    await _release(tx, person, row, now)


async def give_up(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """Cancel the booking that stands, if there is one: the plan is about to change."""
    row = await bookings.live(tx, regimens.ident(regimen), now)
    if row is not None:
        await _release(tx, person, row, now)


async def _release(tx: Transaction, person: Person, row: Appointment, now: datetime) -> None:
    row.state = CANCELLED
    await tx.flush()
    key = DoseKey(row.regimen_id, row.local_date, row.slot)
    regimen = await regimens.own(tx, person, key.regimen)
    planned = await occurrences.planned_now(tx, person, key)
    regimen.planned_from = min(regimen.planned_from, planned or regimen.planned_from)
    await _plan(tx, person, key, now)


async def _plan(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    """Raise the occurrence at its new moment, and say so anew."""
    row = await occurrences.find(tx, key)
    if row is not None:
        await occurrences.forget(tx, row)
        await tx.flush()
    regimen = await regimens.own(tx, person, key.regimen)
    await occurrences.plan_next(tx, person, regimen, now, not_before=now)


async def _asks(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> bool:
    moves = await bookings.moved_in_a_row(tx, key)
    if not overdue(0, moves) or not await rule_choices.is_on(tx, person, RULE):
        return False
    tx.add(
        FindingLog(
            person_id=people.ident(person),
            rule=RULE,
            version=BY_ID[RULE].version,
            template=TEMPLATE,
            evidence={"moves": moves, "moved": key.subject},
            fired_on=people.today(person, now),
            shown=True,
        )
    )
    return True
