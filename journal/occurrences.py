"""Occurrences: planned moments as rows. Only the next one of each regimen is a row ahead of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, func, select
from sqlmodel import col

from journal import notices, people, timing
from journal.tables import Intake, Notice, Occurrence, Person, Regimen, RegimenVersion
from journal.timing import Planned
from journal.timing.plan import Plan
from journal.transaction import Transaction, store

# After a long outage no more missed moments than this become rows; older ones count as planned all the same.
MOST_MISSED = 100


@dataclass(frozen=True, slots=True, order=True)
class DoseKey:
    """Names an occurrence for good: the regimen, the planned local date, and which of that date's doses."""

    regimen: int
    day: date
    slot: int

    @property
    def subject(self) -> str:
        """The key as a notice's subject."""
        return f"{self.regimen}:{self.day.isoformat()}:{self.slot}"

    @classmethod
    def of(cls, subject: str) -> DoseKey:
        """Read a notice's subject back."""
        regimen, day, slot = subject.split(":")
        return cls(int(regimen), date.fromisoformat(day), int(slot))


async def current_plan(tx: Transaction, regimen_id: int) -> Plan:
    """Return the plan of the newest version."""
    query = select(col(RegimenVersion.plan)).where(col(RegimenVersion.regimen_id) == regimen_id)
    rows = await tx.execute(query.order_by(col(RegimenVersion.number).desc()).limit(1))
    return timing.plan_from_json(rows.scalar_one())


async def plan_next(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """Make rows of every occurrence up to `now` that is not yet one, and of the next; forget other future ones.

    Idempotent, and called in the transaction of whatever changes a plan, an intake, a pause or a zone.
    """
    assert regimen.id is not None
    await _forget_ahead(tx, regimen.id, now)
    plan = await current_plan(tx, regimen.id)
    if regimen.status != "active" or plan.as_needed:
        return
    zone = people.zone_of(person)
    planned = await _first_missing(tx, regimen, plan, zone, now)
    for _ in range(MOST_MISSED):
        if planned is None:
            return
        fresh = await _raise(tx, regimen, planned)
        if fresh and planned.at > now:
            return
        planned = timing.after(plan, zone, planned.at)


async def _first_missing(
    tx: Transaction, regimen: Regimen, plan: Plan, zone: ZoneInfo, now: datetime
) -> Planned | None:
    query = select(func.max(Occurrence.planned_at)).where(
        col(Occurrence.regimen_id) == regimen.id,
        col(Occurrence.planned_at) <= now,
        col(Occurrence.planned_at) >= regimen.planned_from,
    )
    frontier = (await tx.execute(query)).scalar()
    if frontier is None:
        return timing.first(plan, zone, regimen.planned_from)
    return timing.after(plan, zone, frontier)


async def _raise(tx: Transaction, regimen: Regimen, planned: Planned) -> bool:
    """Make the row and its reminder; False when the key is a row already."""
    assert regimen.id is not None
    key = DoseKey(regimen.id, planned.local_date, planned.slot)
    if await find(tx, key) is not None:
        return False
    await create(tx, key, planned.at)
    await notices.plan(tx, regimen.person_id, notices.DOSE, key.subject, planned.at)
    return True


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


async def find_or_plan(tx: Transaction, person: Person, key: DoseKey) -> Occurrence | None:
    """Return the row of `key`, made now if the present plan has that occurrence; None if it has not."""
    row = await find(tx, key)
    if row is not None:
        return row
    plan = await current_plan(tx, key.regimen)
    for planned in timing.on_date(plan, people.zone_of(person), key.day):
        if planned.slot == key.slot:
            return await create(tx, key, planned.at)
    return None


async def cancel_open(tx: Transaction, regimen: Regimen) -> None:
    """Forget every waiting reminder of the regimen."""
    await tx.execute(
        delete(Notice).where(
            col(Notice.person_id) == regimen.person_id,
            col(Notice.state) == notices.WAITING,
            col(Notice.kind) == notices.DOSE,
            col(Notice.subject).startswith(f"{regimen.id}:"),
        )
    )


async def _forget_ahead(tx: Transaction, regimen_id: int, now: datetime) -> None:
    settled = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == regimen_id, col(Occurrence.planned_at) > now, ~settled
    )
    for row in (await tx.execute(query)).scalars():
        await notices.cancel(tx, notices.DOSE, DoseKey(regimen_id, row.local_date, row.slot).subject)
        await tx.delete(row)
    await tx.flush()


async def moment_group(tx: Transaction, person: Person, key: DoseKey, n: int) -> list[DoseKey]:
    """Return the occurrences whose reminder shared one message with reminder `n` of `key`, in stable order."""
    mine = (col(Notice.person_id) == people.ident(person), col(Notice.kind) == notices.DOSE)
    due = select(col(Notice.due_at)).where(*mine, col(Notice.subject) == key.subject, col(Notice.n) == n)
    query = (
        select(col(Notice.subject)).where(*mine, col(Notice.due_at) == due.scalar_subquery()).order_by(col(Notice.id))
    )
    subjects = (await tx.execute(query)).scalars()
    return sorted(DoseKey.of(subject) for subject in subjects) or [key]


async def planned_within(tx: Transaction, person: Person, start: datetime, end: datetime) -> list[DoseKey]:
    """Return the person's occurrences that were raised in [start, end), oldest first."""
    query = (
        select(Occurrence)
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Occurrence.planned_at) >= start,
            col(Occurrence.planned_at) < end,
        )
        .order_by(col(Occurrence.planned_at), col(Occurrence.id))
    )
    rows = (await tx.execute(query)).scalars()
    return [DoseKey(row.regimen_id, row.local_date, row.slot) for row in rows]
