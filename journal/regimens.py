"""Regimens: saving what a person takes, and pausing, resuming, ending or deleting it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlmodel import col

from journal import occurrences, people, timing
from journal.errors import JournalError
from journal.tables import Person, Regimen, RegimenPause, RegimenVersion
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
    if not label or len(label) > LONGEST or len(dose_text) > LONGEST:
        raise JournalError("too_long", most=LONGEST)
    faults = timing.problems(plan, people.zone_of(person).key)
    if faults:
        raise JournalError("plan_" + faults[0])
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
    tx.add(RegimenVersion(regimen_id=ident(regimen), plan=timing.plan_to_json(plan), valid_from=now))
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
    if regimen is None or regimen.person_id != people.ident(person):
        raise JournalError("gone")
    return regimen


async def plan_of(tx: Transaction, regimen: Regimen) -> Plan:
    """Return the plan of the regimen's newest version."""
    return await occurrences.current_plan(tx, ident(regimen))


async def upcoming(tx: Transaction, person: Person, regimen: Regimen, now: datetime, count: int) -> list[datetime]:
    """Return the next `count` planned moments, whether or not their reminders are on."""
    return next_moments(await plan_of(tx, regimen), people.zone_of(person), now, count)


def next_moments(plan: Plan, zone: ZoneInfo, now: datetime, count: int) -> list[datetime]:
    """Return the first `count` planned moments from `now` on (fewer when the plan ends)."""
    moments: list[datetime] = []
    planned = timing.first(plan, zone, now)
    while planned is not None and len(moments) < count:
        moments.append(planned.at)
        planned = timing.after(plan, zone, planned.at)
    return moments


async def pause(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """Stop raising occurrences until it is resumed; pausing twice is pausing once."""
    if regimen.status != ACTIVE:
        return
    regimen.status = PAUSED
    tx.add(RegimenPause(regimen_id=ident(regimen), since=now))
    await occurrences.plan_next(tx, person, regimen, now)


async def resume(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """Raise occurrences again from now on: those of the pause are not made up for."""
    if regimen.status != PAUSED:
        return
    regimen.status = ACTIVE
    regimen.planned_from = now
    query = select(RegimenPause).where(
        col(RegimenPause.regimen_id) == ident(regimen), col(RegimenPause.until).is_(None)
    )
    for pause_row in (await tx.execute(query)).scalars():
        pause_row.until = now
    await occurrences.plan_next(tx, person, regimen, now)


async def end(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> None:
    """End the regimen: nothing is raised any more, what was recorded stays."""
    regimen.status = ENDED
    regimen.ended_at = now
    await occurrences.cancel_open(tx, regimen)
    await occurrences.plan_next(tx, person, regimen, now)


async def remove(tx: Transaction, person: Person, regimen: Regimen) -> None:
    """Delete the regimen with everything recorded about it."""
    await occurrences.cancel_open(tx, regimen)
    await tx.execute(delete(Regimen).where(col(Regimen.id) == ident(regimen)))


async def plan_all(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan anew what the person's zone or reach has changed."""
    for regimen in await of(tx, person):
        await occurrences.plan_next(tx, person, regimen, now)


def ident(regimen: Regimen) -> int:
    """Return the id of a stored regimen."""
    assert regimen.id is not None, "a regimen without a row"
    return regimen.id
