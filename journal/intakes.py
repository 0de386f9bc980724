"""Intakes: what was taken or skipped, put off, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, or_, select
from sqlmodel import col

from journal import notices, nudges, occurrences, people, regimens
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Intake, Notice, Occurrence, Person, Regimen
from journal.transaction import Transaction

TAKEN, SKIPPED = "taken", "skipped"
EVENING_BEFORE = timedelta(hours=16)  # so long an unrecorded dose waits to be settled by a word

Row = tuple[Occurrence, Regimen, Intake | None]


@dataclass(frozen=True, slots=True)
class Dose:
    """An occurrence as it stands: planned, and perhaps settled (`kind`, `at`) or put off (`snoozed_until`)."""

    key: DoseKey
    label: str
    dose_text: str
    planned_at: datetime
    kind: str | None = None
    at: datetime | None = None
    snoozed_until: datetime | None = None

    @property
    def open(self) -> bool:
        """True while nothing is recorded."""
        return self.kind is None


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
    tx.add(
        Intake(
            regimen_id=key.regimen,
            occurrence_id=row.id,
            kind=kind,
            taken_at=at or now,
            local_date=key.day,
            recorded_at=now,
        )
    )
    await tx.flush()
    await _replan(tx, person, key, now)
    return True


async def undo(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> bool:
    """Take back what was recorded; False when nothing was. Raises JournalError: gone, plan_changed."""
    row = await _occurrence(tx, person, key, ended_too=True)
    intake = await _of_occurrence(tx, row)
    if intake is None:
        return False
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
    """Return the person's occurrences that fulfil a condition on Occurrence, Regimen or Intake, in no order."""
    waiting = await _snoozed(tx, person)
    return [_dose(row, waiting) for row in await tx.execute(_query(person).where(condition))]


async def _load(tx: Transaction, person: Person, keys: Sequence[DoseKey]) -> list[Dose]:
    query = _query(person).where(
        col(Occurrence.regimen_id).in_({key.regimen for key in keys}),
        col(Occurrence.local_date).in_({key.day for key in keys}),
    )
    waiting = await _snoozed(tx, person)
    return [_dose(row, waiting) for row in await tx.execute(query)]


def _query(person: Person) -> Select[Occurrence, Regimen, Intake]:
    return (
        select(Occurrence, Regimen, Intake)
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(col(Regimen.person_id) == people.ident(person))
    )


def _dose(row: Row, waiting: dict[str, datetime]) -> Dose:
    occurrence, regimen, intake = row
    key = DoseKey(occurrence.regimen_id, occurrence.local_date, occurrence.slot)
    return Dose(
        key=key,
        label=regimen.label,
        dose_text=regimen.dose_text if occurrence.dose_text is None else occurrence.dose_text,
        planned_at=occurrence.planned_at,
        kind=intake.kind if intake else None,
        at=intake.taken_at if intake else None,
        snoozed_until=waiting.get(key.subject),
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


async def _replan(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    await notices.cancel_dose(tx, key.subject)
    regimen = await regimens.own(tx, person, key.regimen)
    await occurrences.plan_next(tx, person, regimen, now)
