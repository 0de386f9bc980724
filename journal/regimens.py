"""Regimens: saving what a person takes, and ending or deleting it."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlmodel import col

from journal import bookings, links, occurrences, people, plans, rights, timing
from journal.errors import JournalError
from journal.tables import Person, Regimen, RegimenVersion
from journal.timing import Succession
from journal.timing.plan import Plan
from journal.transaction import Transaction, store

ACTIVE, PAUSED, ENDED = "active", "paused", "ended"
ROUTES = ("tablet", "capsule", "liquid", "drops", "spray", "patch", "injection", "other")
MOST = 40  # regimens a person can have at a time
LONGEST = 100  # characters of a name or an amount


async def add(
    tx: Transaction, person: Person, label: str, dose_text: str, route: str, plan: Plan, now: datetime
) -> Regimen:
    """Save a regimen and plan its first occurrence. Raises JournalError: too_long, too_many, plan_<fault>."""
    check(person, label, dose_text, plan)
    if len(await of(tx, person)) >= MOST:
        raise JournalError("too_many", most=MOST)
    regimen = Regimen(
        person_id=people.ident(person),
        label=label,
        dose_text=dose_text,
        route=route,
        planned_from=now,
        created_at=now,
    )
    await store(tx, regimen)
    tx.add(
        RegimenVersion(regimen_id=ident(regimen), plan=timing.plan_to_json(plan), dose_text=dose_text, valid_from=now)
    )
    await tx.flush()
    await occurrences.plan_next(tx, person, regimen, now)
    return regimen


async def of(tx: Transaction, person: Person) -> list[Regimen]:
    """Return the person's regimens that have not ended, in the order in which they were added."""
    query = select(Regimen).where(col(Regimen.person_id) == people.ident(person), col(Regimen.status) != ENDED)
    return list((await tx.execute(query.order_by(col(Regimen.id)))).scalars())


async def own(tx: Transaction, person: Person, regimen_id: int) -> Regimen:
    """Return this regimen of the person. Raises JournalError: gone (no such, or somebody else's)."""
    regimen = await tx.get(Regimen, regimen_id)
    if regimen is None or not rights.may(person, rights.OWN, regimen):
        raise JournalError("gone")
    return regimen


async def plan_of(tx: Transaction, regimen: Regimen) -> Plan:
    """Return the regimen's plan in force."""
    return await plans.current_plan(tx, ident(regimen))


def check(person: Person, label: str, dose_text: str, plan: Plan) -> None:
    """Raise JournalError too_long or plan_<fault> for what cannot be kept."""
    if not label or len(label) > LONGEST or len(dose_text) > LONGEST:
        raise JournalError("too_long", most=LONGEST)
    faults = timing.problems(plan, people.zone_of(person).key)
    if faults:
        raise JournalError("plan_" + faults[0])


async def upcoming(tx: Transaction, person: Person, regimen: Regimen, now: datetime, count: int) -> list[datetime]:
    """Return the next `count` planned moments, whether or not their reminders are on."""
    course = await plans.current_course(tx, ident(regimen))
    return next_of(course, occurrences.zone_of(person, regimen), max(now, regimen.planned_from), count)


def next_moments(plan: Plan, zone: ZoneInfo, now: datetime, count: int) -> list[datetime]:
    """Return the first `count` planned moments from `now` on (fewer when the plan ends)."""
    return next_of(Succession(plan), zone, now, count)


def next_of(course: Succession, zone: ZoneInfo, now: datetime, count: int) -> list[datetime]:
    """Return the same for a plan that another one follows."""
    return [planned.at for planned in islice(course.between(zone, now, timing.LATEST), count)]


async def end(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """End the regimen: nothing is raised any more, what was recorded stays."""
    regimen.status = ENDED
    regimen.ended_at = now
    await bookings.drop(tx, ident(regimen))
    await occurrences.cancel_open(tx, regimen)
    await occurrences.plan_next(tx, person, regimen, now)


async def remove(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """Delete the regimen with everything recorded about it."""
    await occurrences.cancel_open(tx, regimen)
    linked = await links.waiting_for(tx, ident(regimen))
    for each in linked:
        each.link_id = None
    await tx.flush()
    await tx.execute(delete(Regimen).where(col(Regimen.id) == ident(regimen)))
    for each in linked:
        await occurrences.plan_next(tx, person, each, now)


async def plan_all(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan anew what the person's zone, reach or pause has changed; what has passed unasked is one message."""
    for regimen in await of(tx, person):
        await occurrences.plan_next(tx, person, regimen, now, not_before=now)


def ident(regimen: Regimen) -> int:
    """Return the id of a stored regimen."""
    assert regimen.id is not None, "a regimen without a row"
    return regimen.id
