"""Phases: what is owed to the person when one is over, or goes on until the clinic changes it (S-END, S-EVENT)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, or_, select
from sqlmodel import col

from journal import links, notices, people, plans, quiet, timing
from journal.tables import Intake, Notice, Occurrence, Person, Regimen, RegimenVersion
from journal.timing import Followed, Plan, Planned
from journal.transaction import Transaction

SAID, CLOSED = 0, 1  # numbers of the notices about a phase: it is over; the regimen ends, which says nothing
EVERY = timedelta(days=14)  # between two questions about an open-ended phase
ASKED_AT = time(12)  # wall clock
GRACE = timedelta(days=1)  # so long the last dose of a plan can be recorded before the regimen ends


@dataclass(frozen=True, slots=True)
class Course:
    """The plan in force of a person's regimen as it is followed, the zone of its times, and its version."""

    person: Person
    regimen: Regimen
    version: RegimenVersion
    followed: Followed
    zone: ZoneInfo

    @property
    def plan(self) -> Plan:
        """The plan as it was saved."""
        return self.followed.plan

    def subject(self, kind: str, place: int) -> str:
        """Return the subject of a notice about the phase at `place`."""
        return f"{kind}:{self.version.regimen_id}:{self.version.number}:{place}"


async def follow(tx: Transaction, person: Person, regimen: Regimen, zone: ZoneInfo, now: datetime) -> None:
    """Plan what is to be said about the phases of the plan in force. Idempotent.

    Called in the transaction of whatever changes a plan, an intake, a pause or a zone, once its rows are there.
    """
    course = await course_of(tx, person, regimen, zone)
    if is_endless(course.plan):
        return
    if regimen.status != "active" or person.paused_since is not None or links.waits(regimen):
        await tx.execute(delete(Notice).where(*_ahead(course, notices.STAND_ALONE, now)))
        return
    await _follow_end(tx, course, now)
    await _follow_question(tx, course, now)


def is_endless(plan: Plan) -> bool:
    """Whether nothing is ever to be said about the plan's phases: there is one, without an end."""
    return len(plan.phases) < 2 and not any(phase.end or phase.ends for phase in plan.phases)


async def course_of(tx: Transaction, person: Person, regimen: Regimen, zone: ZoneInfo) -> Course:
    """Return the plan in force with all that it hangs on."""
    mine = (col(RegimenVersion.regimen_id) == regimen.id, col(RegimenVersion.in_force))
    query = select(RegimenVersion).where(*mine).order_by(col(RegimenVersion.number).desc()).limit(1)
    version = (await tx.execute(query)).scalar_one()
    plan = timing.plan_from_json(version.plan)
    return Course(person, regimen, version, await plans.followed(tx, version.regimen_id, plan), zone)


async def _follow_end(tx: Transaction, course: Course, now: datetime) -> None:
    found = timing.over(course.followed, course.zone, now)
    if found is None or found[0].at < course.version.valid_from:
        return
    last, coming = found
    name, owner = course.subject(notices.PHASE, last.phase), course.regimen.person_id
    closing = last.at + GRACE
    closing = quiet.after_quiet(course.person, closing if closing > now else now + GRACE)
    said = await _said_at(tx, course, last, closing if coming is None else None, now)
    if await _waits_longer(tx, name, said, now):
        await notices.cancel(tx, notices.PHASE, name)
    await notices.plan(tx, owner, notices.PHASE, name, said, SAID)
    if coming is None:
        await notices.plan(tx, owner, notices.PHASE, name, closing, CLOSED)


async def _said_at(tx: Transaction, course: Course, last: Planned, closing: datetime | None, now: datetime) -> datetime:
    """When its last dose is settled; else when the day of that is over, or the regimen ends (at `closing`)."""
    query = (
        select(col(Occurrence.id), col(Intake.id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Occurrence.regimen_id) == course.regimen.id,
            col(Occurrence.local_date) == last.local_date,
            col(Occurrence.slot) == last.slot,
        )
    )
    row = (await tx.execute(query)).first()
    if row is not None and row[1] is not None:
        return now
    if row is None:  # it fell into a pause: nothing of it is left to be recorded
        return quiet.after_quiet(course.person, now)
    day_over = people.day_begins(course.person, last.local_date + timedelta(days=1))
    return closing or quiet.after_quiet(course.person, max(now, day_over))


async def _waits_longer(tx: Transaction, name: str, due: datetime, now: datetime) -> bool:
    """Whether it waits to be said later than `due`."""
    query = select(col(Notice.due_at)).where(
        col(Notice.kind) == notices.PHASE,
        col(Notice.subject) == name,
        col(Notice.n) == SAID,
        col(Notice.state) == notices.WAITING,
    )
    waits_until = (await tx.execute(query)).scalar()
    return waits_until is not None and waits_until > max(now, due)


async def _follow_question(tx: Transaction, course: Course, now: datetime) -> None:
    place = timing.open_phase(course.followed, course.zone, now)
    name = course.subject(notices.CLINIC, place or 0)
    due, n = _question(course, place, now) if place is not None else (None, 0)
    other = or_(col(Notice.subject) != name, col(Notice.due_at) != due)
    await tx.execute(delete(Notice).where(*_ahead(course, (notices.CLINIC,), now), other))
    if due is not None:
        await notices.plan(tx, course.regimen.person_id, notices.CLINIC, name, due, n)


def _question(course: Course, place: int, now: datetime) -> tuple[datetime, int]:
    """When it is asked next about an open-ended phase, and for which time."""
    begun = timing.first_day(course.followed, course.zone, place)
    assert begun is not None
    n = max(1, (people.local(course.person, now).date() - begun) // EVERY)
    while (due := _noon(course.person, begun + n * EVERY)) <= now:
        n += 1
    return due, n


def next_question(course: Course, place: int, now: datetime) -> date:
    """Return the local day on which it is asked next."""
    return people.local(course.person, _question(course, place, now)[0]).date()


def _noon(person: Person, day: date) -> datetime:
    return quiet.after_quiet(person, timing.to_utc(datetime.combine(day, ASKED_AT), people.zone_of(person)))


def _ahead(course: Course, kinds: tuple[str, ...], now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Which notices about the regimen's phases nobody has begun to deliver."""
    subjects = (col(Notice.subject).startswith(f"{kind}:{course.regimen.id}:") for kind in kinds)
    return (
        col(Notice.person_id) == course.regimen.person_id,
        col(Notice.kind).in_(kinds),
        or_(*subjects),
        col(Notice.state) == notices.WAITING,
        col(Notice.due_at) > now,
    )
