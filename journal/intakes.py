"""Intakes: what was taken or skipped, put off, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlmodel import col

from journal import notices, occurrences, people, regimens, timing
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.tables import Intake, Notice, Occurrence, Person, Regimen
from journal.transaction import Transaction

TAKEN, SKIPPED = "taken", "skipped"

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


async def record(tx: Transaction, person: Person, key: DoseKey, kind: str, now: datetime) -> bool:
    """Record the occurrence as TAKEN or SKIPPED now; False when something was recorded before and stays.

    Raises JournalError: gone, plan_changed (the plan ended, or has no such occurrence any more).
    """
    row = await _occurrence(tx, person, key)
    if await _of_occurrence(tx, row) is not None:
        return False
    tx.add(
        Intake(
            regimen_id=key.regimen,
            occurrence_id=row.id,
            kind=kind,
            taken_at=now,
            local_date=people.today(person, now),
            recorded_at=now,
        )
    )
    await tx.flush()
    await _replan(tx, person, key, now)
    return True


async def record_as_needed(tx: Transaction, person: Person, regimen_id: int, now: datetime) -> None:
    """Record one dose taken now of a regimen. Raises JournalError: gone."""
    regimen = await regimens.own(tx, person, regimen_id)
    day = people.today(person, now)
    tx.add(Intake(regimen_id=regimens.ident(regimen), kind=TAKEN, taken_at=now, local_date=day, recorded_at=now))
    await tx.flush()


async def undo(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> bool:
    """Take back what was recorded; False when nothing was. Raises JournalError: gone, plan_changed."""
    row = await _occurrence(tx, person, key)
    intake = await _of_occurrence(tx, row)
    if intake is None:
        return False
    await tx.delete(intake)
    await tx.flush()
    await _replan(tx, person, key, now)
    return True


async def snooze(tx: Transaction, person: Person, key: DoseKey, until: datetime, now: datetime) -> bool:
    """Remind again at `until` instead; False when the dose is settled. Raises JournalError: gone, plan_changed."""
    row = await _occurrence(tx, person, key)
    if await _of_occurrence(tx, row) is not None:
        return False
    await notices.cancel(tx, notices.DOSE, key.subject)
    n = await notices.next_n(tx, notices.DOSE, key.subject)
    await notices.plan(tx, people.ident(person), notices.DOSE, key.subject, until, n)
    return True


async def doses(tx: Transaction, person: Person, keys: Sequence[DoseKey]) -> list[Dose]:
    """Return the person's occurrences among `keys` as they stand, in the order of `keys`."""
    found = {dose.key: dose for dose in await _load(tx, person, keys)}
    return [found[key] for key in keys if key in found]


async def open_doses(tx: Transaction, person: Person, now: datetime) -> list[Dose]:
    """Return what is due and unrecorded on the person's present logical day, oldest first."""
    day = people.today(person, now)
    query = _query(person).where(
        col(Occurrence.local_date) == day, col(Occurrence.planned_at) <= now, col(Intake.id).is_(None)
    )
    return [_dose(row, {}) for row in await tx.execute(query.order_by(col(Occurrence.planned_at)))]


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
        dose_text=regimen.dose_text,
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


async def _occurrence(tx: Transaction, person: Person, key: DoseKey) -> Occurrence:
    regimen = await regimens.own(tx, person, key.regimen)
    row = None
    if regimen.status != regimens.ENDED:
        row = await occurrences.find_or_plan(tx, person, key)
    if row is None:
        raise JournalError("plan_changed")
    return row


async def _of_occurrence(tx: Transaction, row: Occurrence) -> Intake | None:
    query = select(Intake).where(col(Intake.occurrence_id) == row.id)
    return (await tx.execute(query)).scalar_one_or_none()


async def _replan(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    await notices.cancel(tx, notices.DOSE, key.subject)
    regimen = await regimens.own(tx, person, key.regimen)
    await occurrences.plan_next(tx, person, regimen, now)


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """A regimen without a plan, and how many doses of it were recorded on a day."""

    regimen: int
    label: str
    dose_text: str
    taken: int


async def of_day(tx: Transaction, person: Person, day: date) -> list[Dose]:
    """Return everything planned on a local date as it stands, raised or still to come, by planned time."""
    keys: dict[DoseKey, datetime] = {}
    labels: dict[int, Regimen] = {}
    for regimen in await regimens.of(tx, person):
        labels[regimens.ident(regimen)] = regimen
        if regimen.status == regimens.ACTIVE:
            plan = await regimens.plan_of(tx, regimen)
            for each in timing.on_date(plan, people.zone_of(person), day):
                if each.at >= regimen.planned_from:
                    keys[DoseKey(regimens.ident(regimen), day, each.slot)] = each.at
    rows = await tx.execute(_query(person).where(col(Occurrence.local_date) == day))
    waiting = await _snoozed(tx, person)
    stored = {dose.key: dose for row in rows if (dose := _dose(row, waiting))}
    coming = {key: Dose(key, labels[key.regimen].label, labels[key.regimen].dose_text, at) for key, at in keys.items()}
    kept = {key: dose for key, dose in stored.items() if key in keys or not dose.open or key.regimen in labels}
    return sorted((coming | kept).values(), key=lambda dose: (dose.planned_at, dose.key))


async def as_needed(tx: Transaction, person: Person, day: date) -> list[AsNeeded]:
    """Return the person's as-needed regimens with the number of doses recorded on `day`."""
    found = []
    for regimen in await regimens.of(tx, person):
        if (await regimens.plan_of(tx, regimen)).as_needed:
            query = select(func.count()).where(
                col(Intake.regimen_id) == regimen.id, col(Intake.local_date) == day, col(Intake.kind) == TAKEN
            )
            taken = (await tx.execute(query)).scalar_one()
            found.append(AsNeeded(regimens.ident(regimen), regimen.label, regimen.dose_text, taken))
    return found
