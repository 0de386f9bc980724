"""Going on where a pause stopped: later dates move by its days, a count goes on, once the person says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func, or_, select
from sqlmodel import col

from journal import links, occurrences, people, phases, regimens, rights, timing, versions
from journal.errors import JournalError
from journal.tables import Intake, Occurrence, Pause, Person, Regimen
from journal.timing import Plan
from journal.transaction import Transaction
from journal.versions import Edition

COMPARED = 30  # moments ahead that tell two ways apart


@dataclass(frozen=True, slots=True)
class Way:
    """How a plan goes on: its next moments, and its last day if it has one."""

    plan: Plan
    coming: tuple[datetime, ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A regimen whose dates can stay as they are, or move. `fixed`: the date that it ends on, unless that moves too."""

    regimen: Regimen
    kept: Way
    moved: Way
    later: Way
    fixed: date | None


async def last_pause(tx: Transaction, person: Person, regimen: Regimen | None) -> Pause | None:
    """Return the newest pause of this regimen, or (without one) of everything, that has ended."""
    what = col(Pause.regimen_id) == regimen.id if regimen else col(Pause.regimen_id).is_(None)
    query = select(Pause).where(col(Pause.person_id) == people.ident(person), col(Pause.ended), what)
    return (await tx.execute(query.order_by(col(Pause.id).desc()).limit(1))).scalar_one_or_none()


async def choices(tx: Transaction, person: Person, row: Pause, now: datetime) -> list[Choice]:
    """Return what the person can still choose after this pause, for the regimens that it makes a difference to."""
    if row.until is None or not row.ended or row.shifts or person.paused_since is not None:
        return []
    rested = [each for each in await regimens.of(tx, person) if row.regimen_id in (None, each.id)]
    found = [await _choice(tx, person, each, await _stopped(tx, each, row), row.until, now) for each in rested]
    return [each for each in found if each]


async def _stopped(tx: Transaction, regimen: Regimen, row: Pause) -> datetime:
    """Return when its plan stopped: as the pause began, or after a dose of later that was recorded before its end."""
    query = (
        select(func.max(col(Occurrence.planned_at)))
        .join(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Occurrence.regimen_id) == regimen.id,
            col(Occurrence.planned_at) >= row.since,
            col(Intake.recorded_at) < row.until,
        )
    )
    last: datetime | None = (await tx.execute(query)).scalar()
    return last + datetime.resolution if last else row.since


async def _choice(
    tx: Transaction, person: Person, regimen: Regimen, since: datetime, until: datetime, now: datetime
) -> Choice | None:
    zone = occurrences.zone_of(person, regimen)
    course = await phases.course_of(tx, person, regimen, zone)
    plan, newest = course.plan, course.version.valid_from
    if regimen.status != regimens.ACTIVE or links.waits(regimen) or newest > since:
        return None
    if await links.is_recorded(tx, regimen, until):
        return None
    if not timing.matters(plan) or timing.paused_days(zone, since, until) < 1 or await versions.pending(tx, regimen):
        return None

    def way(of: Plan, start: datetime) -> Way:
        return Way(of, tuple(regimens.next_moments(of, zone, start, COMPARED)), timing.last_day(of, zone))

    start = max(now, timing.goes_on_at(zone, since, until))
    moves = [timing.shifted(plan, zone, since, until, ends) for ends in (False, True)]
    kept, (moved, later) = way(plan, now), (way(each, start) for each in moves)
    if not later.coming or (kept.coming, kept.last) == (later.coming, later.last):
        return None
    stopped = since.astimezone(zone).date()
    dates = [phase.end.until for phase in plan.phases if phase.end and phase.end.until and phase.end.until >= stopped]
    return Choice(regimen, kept, moved, later, dates[-1] if dates else None)


async def go_on(tx: Transaction, person: Person, row: Pause, ends: bool, now: datetime) -> bool:
    """Have every plan of the choice go on where it stopped, with `ends` its fixed end too; False when that was done.

    Raises JournalError: pause_settled when nothing is left to choose: a dose was recorded since, or a plan changed.
    """
    if row.shifts:
        return False
    found = [(each, each.later if ends else each.moved) for each in await choices(tx, person, row, now)]
    found = [(each, way) for each, way in found if way.coming]
    if not found:
        raise JournalError("pause_settled")
    for each, way in found:
        regimen = each.regimen
        since = people.today(person, now)
        edition = Edition(regimen.label, regimen.dose_text, regimen.route, way.plan, since)
        await versions.save(tx, person, regimen, edition, now)
        await _skip(tx, person, regimen, row, now)
    row.shifts = True
    await tx.flush()
    return True


async def _skip(tx: Transaction, person: Person, regimen: Regimen, row: Pause, now: datetime) -> None:
    """Forget what only stands for a dose from before the pause."""
    assert row.until is not None
    since = await _stopped(tx, regimen, row)
    start = timing.goes_on_at(occurrences.zone_of(person, regimen), since, row.until)
    settled = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    moment = col(Occurrence.planned_at)
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == regimen.id, moment >= row.until, moment < start, ~settled
    )
    for each in (await tx.execute(query)).scalars().all():
        await occurrences.forget(tx, each)
    regimen.planned_from = max(regimen.planned_from, start)
    await occurrences.plan_next(tx, person, regimen, now)


async def own(tx: Transaction, person: Person, pause_id: int) -> Pause:
    """Return this pause of the person. Raises JournalError: gone."""
    row = await tx.get(Pause, pause_id)
    if row is None or not rights.may(person, rights.OWN, row):
        raise JournalError("gone")
    return row


async def moved_days(tx: Transaction, person: Person, regimen: Regimen, first: date) -> timedelta:
    """Return by how much pauses have moved a phase that now begins on `first`, since it really began."""
    zone, moved = occurrences.zone_of(person, regimen), timedelta()
    what = or_(col(Pause.regimen_id) == regimen.id, col(Pause.regimen_id).is_(None))
    query = select(Pause).where(col(Pause.person_id) == people.ident(person), col(Pause.shifts), what)
    for row in (await tx.execute(query.order_by(col(Pause.since).desc()))).scalars():
        assert row.until is not None
        since = await _stopped(tx, regimen, row)
        days = timedelta(days=timing.paused_days(zone, since, row.until))
        if since.astimezone(zone).date() >= first - moved - days:
            moved += days
    return moved
