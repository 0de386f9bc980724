"""Injections: what is owed before the next one, and while the last one is not recorded (clinical.md section 2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, delete, exists, func, or_, select
from sqlmodel import col

from journal import ladder, leads, notices, people, timing
from journal.dose_keys import DoseKey
from journal.leads import LeadKey
from journal.tables import Intake, Notice, Occurrence, Pause, Person, Regimen, RegimenVersion
from journal.timing import Succession
from journal.transaction import Transaction

ROUTE = "injection"
APART = timedelta(minutes=30)  # a step nearer to the reminder than this is left out

_SETTLED = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))


@dataclass(frozen=True, slots=True)
class _Under:
    """A regimen under way: its planned moments, the zone of its times, and the moment."""

    person: Person
    regimen: Regimen
    course: Succession
    zone: ZoneInfo
    now: datetime


async def follow(
    tx: Transaction, person: Person, regimen: Regimen, course: Succession, zone: ZoneInfo, now: datetime
) -> None:
    """Plan leads and ladder of an injection anew, of the course that it follows; other routes have none. Idempotent.

    Called in the transaction of whatever changes a plan, an intake, a pause or a zone, once its rows are there.
    """
    if regimen.route != ROUTE or regimen.id is None:
        return
    await _forget_waiting(tx, regimen, now)
    if is_running(person, regimen):
        under = _Under(person, regimen, course, zone, now)
        await _plan_leads(tx, under)
        await _plan_ladder(tx, under)


def is_running(person: Person, regimen: Regimen) -> bool:
    """Whether the regimen is neither ended nor at rest."""
    return regimen.status == "active" and person.paused_since is None


async def open_due(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> Occurrence | None:
    """Return the newest occurrence of an injection that is due, if nothing is recorded for it; else None.

    None for other routes, at rest, and for one from before a pause ended or the plan was changed.
    """
    if regimen.route != ROUTE or not is_running(person, regimen):
        return None
    due = (col(Occurrence.regimen_id) == regimen.id, col(Occurrence.planned_at) <= now)
    newest = col(Occurrence.planned_at).desc()
    row = (await tx.execute(select(Occurrence).where(*due).order_by(newest).limit(1))).scalar_one_or_none()
    if row is None or await _is_settled(tx, row) or row.planned_at < await _since(tx, regimen):
        return None
    return row


async def clock_of(tx: Transaction, person: Person, regimen: Regimen) -> time | None:
    """Return the time of day, on the person's wall clock, of the newest occurrence; None when there is none."""
    query = select(func.max(Occurrence.planned_at)).where(col(Occurrence.regimen_id) == regimen.id)
    newest = (await tx.execute(query)).scalar()
    return people.local(person, newest).time() if newest else None


async def all_open_due(tx: Transaction, person: Person, now: datetime) -> list[tuple[Regimen, Occurrence]]:
    """Return the same of each of the person's injections, in the order in which they were added."""
    mine = (col(Regimen.person_id) == people.ident(person), col(Regimen.route) == ROUTE)
    found = (await tx.execute(select(Regimen).where(*mine).order_by(col(Regimen.id)))).scalars().all()
    due = [(regimen, await open_due(tx, person, regimen, now)) for regimen in found]
    return [(regimen, row) for regimen, row in due if row is not None]


async def _since(tx: Transaction, regimen: Regimen) -> datetime:
    """From when on occurrences count: a new zone may have moved `planned_from` beyond what is open still."""
    version = select(func.max(RegimenVersion.valid_from)).where(
        col(RegimenVersion.regimen_id) == regimen.id, col(RegimenVersion.in_force)
    )
    of_all = and_(col(Pause.regimen_id).is_(None), col(Pause.person_id) == regimen.person_id)
    pause = select(func.max(Pause.until)).where(col(Pause.ended), or_(col(Pause.regimen_id) == regimen.id, of_all))
    found = [(await tx.execute(query)).scalar() for query in (version, pause)]
    return min(regimen.planned_from, max(filter(None, found), default=regimen.planned_from))


async def _forget_waiting(tx: Transaction, regimen: Regimen, now: datetime) -> None:
    """Forget leads and steps that nobody has begun to deliver."""
    step = and_(col(Notice.kind) == notices.NUDGE, col(Notice.n) >= ladder.FROM)
    await tx.execute(
        delete(Notice).where(
            col(Notice.person_id) == regimen.person_id,
            col(Notice.subject).startswith(f"{regimen.id}:"),
            col(Notice.state) == notices.WAITING,
            col(Notice.due_at) > now,
            or_(col(Notice.kind) == notices.LEAD, step),
        )
    )


async def _plan_leads(tx: Transaction, under: _Under) -> None:
    ahead = (col(Occurrence.regimen_id) == under.regimen.id, col(Occurrence.planned_at) > under.now, ~_SETTLED)
    query = select(Occurrence).where(*ahead).order_by(col(Occurrence.planned_at)).limit(1)
    row = (await tx.execute(query)).scalar_one_or_none()
    if row is None:
        return
    apart = [days for days in (await _days_since(tx, under, row), _days_until(under, row)) if days is not None]
    key = LeadKey(_key(row), row.planned_at.astimezone(under.zone).date())
    for days, at in leads.moments(under.person, row.planned_at, min(apart, default=None), under.now):
        await notices.plan(tx, under.regimen.person_id, notices.LEAD, key.subject, at, days)


async def _plan_ladder(tx: Transaction, under: _Under) -> None:
    row = await open_due(tx, under.person, under.regimen, under.now)
    if row is None:
        return
    key = _key(row)
    interval = _days_until(under, row) or await _days_since(tx, under, row)
    planned = _planned(under, row).astimezone(under.zone).replace(tzinfo=None)
    before = await _next_at(tx, under)
    for n, at in ladder.moments(under.person, planned, under.zone, interval, before):
        if at >= under.now + APART:
            await notices.plan(tx, under.regimen.person_id, notices.NUDGE, key.subject, at, n)


def _key(row: Occurrence) -> DoseKey:
    return DoseKey(row.regimen_id, row.local_date, row.slot)


def _planned(under: _Under, row: Occurrence) -> datetime:
    """Its moment; after a move it is the time of day that counts, not what it was a world away."""
    found = (one.at for one in under.course.on_date(under.zone, row.local_date) if one.slot == row.slot)
    return next(found, row.planned_at)


def _days_until(under: _Under, row: Occurrence) -> int | None:
    """Days to the date after the row's own on which the plan has something."""
    begins = timing.to_utc(datetime.combine(row.local_date + timedelta(days=1), time.min), under.zone)
    ahead = under.course.between(under.zone, begins, timing.LATEST)
    later = next((each.local_date for each in ahead if each.local_date > row.local_date), None)
    return (later - row.local_date).days if later else None


async def _days_since(tx: Transaction, under: _Under, row: Occurrence) -> int | None:
    """Days from the date before the row's own that was raised by the plan as it now stands."""
    query = select(func.max(Occurrence.local_date)).where(
        col(Occurrence.regimen_id) == under.regimen.id,
        col(Occurrence.local_date) < row.local_date,
        col(Occurrence.planned_at) >= under.regimen.planned_from,
    )
    earlier = (await tx.execute(query)).scalar()
    return (row.local_date - earlier).days if earlier else None


async def _next_at(tx: Transaction, under: _Under) -> datetime | None:
    query = select(func.min(Occurrence.planned_at)).where(
        col(Occurrence.regimen_id) == under.regimen.id, col(Occurrence.planned_at) > under.now
    )
    return (await tx.execute(query)).scalar()


async def _is_settled(tx: Transaction, row: Occurrence) -> bool:
    return (await tx.execute(select(col(Intake.id)).where(col(Intake.occurrence_id) == row.id))).first() is not None
