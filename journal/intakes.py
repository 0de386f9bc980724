"""Intakes: what was taken or skipped, put off, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlmodel import col

from journal import bookings, care_follow, notices, nudges, occurrences, people, reactions, regimens
from journal.details import given_of
from journal.doses import Dose as Dose
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Appointment, CareLink, Intake, Notice, Occurrence, Person, Regimen
from journal.transaction import Transaction, store

TAKEN, SKIPPED = "taken", "skipped"
EVENING_BEFORE = timedelta(hours=16)  # so long an unrecorded dose waits to be settled by a word

Row = tuple[Occurrence, Regimen, Intake | None, str | None, str | None]


async def record(
    tx: Transaction,
    person: Person,
    key: DoseKey,
    kind: str,
    now: datetime,
    at: datetime | None = None,
    ended_too: bool = False,
) -> bool:
    """Record the occurrence as TAKEN or SKIPPED, `at` or now; False when something was recorded before and stays.

    It counts for the day that it was planned for. Raises JournalError: gone, plan_changed (the plan ended, unless
    `ended_too`, or has no such occurrence any more).
    """
    row = await _occurrence(tx, person, key, ended_too)
    if await _of_occurrence(tx, row) is not None:
        return False
    intake = Intake(
        regimen_id=key.regimen,
        occurrence_id=row.id,
        kind=kind,
        taken_at=at or now,
        local_date=key.day,
        recorded_at=now,
    )
    await store(tx, intake)
    await _replan(tx, person, key, now)
    await _ask_later(tx, person, intake, now)
    return True


async def undo(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> bool:
    """Take back what was recorded; False when nothing was. Raises JournalError: gone, plan_changed."""
    row = await _occurrence(tx, person, key, ended_too=True)
    intake = await _of_occurrence(tx, row)
    if intake is None:
        return False
    await reactions.cancel(tx, intake)
    await tx.delete(intake)
    await tx.flush()
    await _replan(tx, person, key, now)
    await nudges.plan(tx, person, key, now)
    return True


async def retime(tx: Transaction, person: Person, key: DoseKey, at: datetime, now: datetime) -> bool:
    """Change when the occurrence was taken; False when it is not recorded. Raises JournalError: gone, plan_changed."""
    intake = await _of_occurrence(tx, await _occurrence(tx, person, key, ended_too=True))
    if intake is None:
        return False
    intake.taken_at, intake.recorded_at = at, now
    await tx.flush()
    await occurrences.plan_next(tx, person, await regimens.own(tx, person, key.regimen), now)
    await _ask_later(tx, person, intake, now)
    return True


async def snooze(tx: Transaction, person: Person, key: DoseKey, until: datetime, now: datetime) -> bool:
    """Remind again at `until` instead; False when the dose is settled.

    Raises JournalError: gone, plan_changed, resting (in a pause nothing would come).
    """
    row = await _occurrence(tx, person, key)
    regimen = await regimens.own(tx, person, key.regimen)
    if person.paused_since is not None or regimen.status == regimens.PAUSED:
        raise JournalError("resting")
    if await _of_occurrence(tx, row) is not None:
        return False
    await notices.cancel_dose(tx, key.subject)
    n = await notices.next_n(tx, notices.DOSE, key.subject)
    await notices.plan(tx, people.ident(person), notices.DOSE, key.subject, until, n)
    return True


async def doses(tx: Transaction, person: Person, keys: Sequence[DoseKey]) -> list[Dose]:
    """Return the person's occurrences among `keys` as they stand, in the order of `keys`."""
    found = {dose.key: dose for dose in await _load(tx, person, keys)}
    return [found[key] for key in keys if key in found]


async def plainly_open(tx: Transaction, keys: Sequence[DoseKey]) -> dict[DoseKey, Dose]:
    """Return those of these occurrences, anybody's, that are open, of a running regimen, and no injection."""
    query = (
        select(
            col(Occurrence.regimen_id),
            col(Occurrence.local_date),
            col(Occurrence.slot),
            col(Occurrence.planned_at),
            col(Regimen.label),
            func.coalesce(col(Occurrence.dose_text), col(Regimen.dose_text)),
        )
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Occurrence.regimen_id).in_({key.regimen for key in keys}),
            col(Occurrence.local_date).in_({key.day for key in keys}),
            col(Regimen.status) == regimens.ACTIVE,
            col(Regimen.route) != "injection",
            col(Intake.id).is_(None),
        )
    )
    found = {}
    for regimen, day, slot, at, label, dose_text in await tx.execute(query) if keys else ():
        key = DoseKey(regimen, day, slot)
        found[key] = Dose(key, label, dose_text, at)
    return found


async def open_doses(tx: Transaction, person: Person, now: datetime) -> list[Dose]:
    """Return what is due and unrecorded since the evening before and on the person's logical day, oldest first."""
    query = _query(person).where(
        or_(col(Occurrence.local_date) >= people.today(person, now), col(Occurrence.planned_at) > now - EVENING_BEFORE),
        col(Occurrence.planned_at) <= now,
        col(Intake.id).is_(None),
        col(Regimen.status) != regimens.ENDED,
    )
    waiting = await _snoozed(tx, person)
    return [_dose(row, waiting) for row in await tx.execute(query.order_by(col(Occurrence.planned_at)))]


async def those(tx: Transaction, person: Person, condition: ColumnElement[bool]) -> list[Dose]:
    """Return the person's occurrences that fulfil a condition on the tables of `_query`, in no order."""
    waiting = await _snoozed(tx, person)
    return [_dose(row, waiting) for row in await tx.execute(_query(person).where(condition))]


async def _load(tx: Transaction, person: Person, keys: Sequence[DoseKey]) -> list[Dose]:
    query = _query(person).where(
        col(Occurrence.regimen_id).in_({key.regimen for key in keys}),
        col(Occurrence.local_date).in_({key.day for key in keys}),
    )
    waiting = await _snoozed(tx, person)
    return [_dose(row, waiting) for row in await tx.execute(query)]


def _query(person: Person) -> Select[Occurrence, Regimen, Intake, str, str]:
    return (
        select(Occurrence, Regimen, Intake, col(Appointment.place), col(CareLink.caregiver_name))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .outerjoin(Appointment, bookings.BOOKED_FOR)
        .outerjoin(CareLink, col(CareLink.id) == col(Intake.link_id))
        .where(col(Regimen.person_id) == people.ident(person))
    )


def _dose(row: Row, waiting: dict[str, datetime]) -> Dose:
    occurrence, regimen, intake, place, helper = row
    key = DoseKey(occurrence.regimen_id, occurrence.local_date, occurrence.slot)
    return Dose(
        key=key,
        label=regimen.label,
        dose_text=regimen.dose_text if occurrence.dose_text is None else occurrence.dose_text,
        planned_at=occurrence.planned_at,
        kind=intake.kind if intake else None,
        at=intake.taken_at if intake else None,
        snoozed_until=waiting.get(key.subject),
        given=given_of(intake, regimen) if intake else None,
        place=place,
        helper=helper or "" if intake and intake.helped else None,
    )


async def _snoozed(tx: Transaction, person: Person) -> dict[str, datetime]:
    query = select(col(Notice.subject), col(Notice.due_at)).where(
        col(Notice.person_id) == people.ident(person),
        col(Notice.kind) == notices.DOSE,
        col(Notice.state) == notices.WAITING,
        col(Notice.n) > 0,
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def _occurrence(tx: Transaction, person: Person, key: DoseKey, ended_too: bool = False) -> Occurrence:
    regimen = await regimens.own(tx, person, key.regimen)
    row = None
    if regimen.status == regimens.ENDED:
        row = await occurrences.find(tx, key) if ended_too else None
    else:
        row = await occurrences.find_or_plan(tx, person, key)
    if row is None:
        raise JournalError("plan_changed")
    return row


async def _of_occurrence(tx: Transaction, row: Occurrence) -> Intake | None:
    query = select(Intake).where(col(Intake.occurrence_id) == row.id)
    return (await tx.execute(query)).scalar_one_or_none()


async def _ask_later(tx: Transaction, person: Person, intake: Intake, now: datetime) -> None:
    await reactions.plan(tx, person, intake, await regimens.own(tx, person, intake.regimen_id), now)


async def _replan(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    await notices.cancel_dose(tx, key.subject)
    regimen = await regimens.own(tx, person, key.regimen)
    await occurrences.plan_next(tx, person, regimen, now)
    await care_follow.answered(tx, person, key, now)
