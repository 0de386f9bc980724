"""Occurrences: planned moments as rows. Only the next one of each regimen is a row ahead of time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, select
from sqlmodel import col

from journal import injections, links, moves, notices, people, phases, plans, shortages, supplies, timing
from journal.dose_keys import DoseKey as DoseKey
from journal.raised import create as create
from journal.raised import find as find
from journal.raised import forget as forget
from journal.raised import key_of as key_of
from journal.raised import last_raised as last_raised
from journal.tables import Intake, Notice, Occurrence, Person, Regimen
from journal.timing import Planned, Succession
from journal.transaction import Transaction

# After a long outage no more missed moments than this become rows; older ones count as planned all the same.
MOST_MISSED = 100

Ahead = dict[DoseKey, Occurrence]  # rows of planned moments that lie ahead, by their keys


def zone_of(person: Person, regimen: Regimen) -> ZoneInfo:
    """Return the zone that the regimen's wall-clock times are in: its own home times', else the person's."""
    return ZoneInfo(regimen.zone) if regimen.zone else people.zone_of(person)


async def ahead(tx: Transaction, person: Person, regimen: Regimen) -> supplies.Ahead:
    """Return what gives the regimen's planned moments from a moment on."""
    assert regimen.id is not None
    return _ahead_of(await plans.current_course(tx, regimen.id), zone_of(person, regimen))


def _ahead_of(course: Succession, zone: ZoneInfo) -> supplies.Ahead:
    return lambda start: course.between(zone, start, timing.LATEST)


async def plan_next(
    tx: Transaction, person: Person, regimen: Regimen, now: datetime, not_before: datetime | None = None
) -> None:
    """Make rows of every occurrence up to `now` that is not yet one, and of the next; forget other future ones.

    Idempotent, and called in the transaction of whatever changes a plan, an intake, a pause or a zone. With
    `not_before` reminders of what has passed are due at that moment, so that they make one message.
    """
    assert regimen.id is not None
    zone = zone_of(person, regimen)
    await links.hold(tx, regimen, zone, now)
    course = await moves.follow(tx, regimen, zone, now)
    standing = await _silenced_ahead(tx, regimen.id, now)
    stock = await supplies.of(tx, regimen.id)
    if stock is not None:
        await shortages.follow(tx, person, regimen, stock, _ahead_of(course, zone), now)
    if regimen.status == "active" and person.paused_since is None:
        await _raise_missing(tx, regimen, _missing(tx, regimen, course, zone, now, standing), now, not_before, standing)
    for row in standing.values():
        await tx.delete(row)
    await tx.flush()
    if course.then is not None or not phases.is_endless(course.plan):
        await phases.follow(tx, person, regimen, zone, now)
    await injections.follow(tx, person, regimen, course, zone, now)
    for linked in await links.waiting_for(tx, regimen.id):
        await plan_next(tx, person, linked, now)


async def _raise_missing(
    tx: Transaction,
    regimen: Regimen,
    moments: AsyncIterator[Planned],
    now: datetime,
    not_before: datetime | None,
    standing: Ahead,
) -> None:
    raised = 0
    async for planned in moments:
        await _raise(tx, regimen, planned, not_before, standing)
        raised += 1
        if planned.at > now or raised == MOST_MISSED:
            return


async def missing(tx: Transaction, regimen: Regimen, zone: ZoneInfo, now: datetime) -> AsyncIterator[Planned]:
    """Yield the planned moments after the last raised one that are no rows, as if every time were in `zone`.

    Rows ahead that nothing is recorded for do not count: they follow the plan.
    """
    assert regimen.id is not None
    course = await plans.current_course(tx, regimen.id)
    async for planned in _missing(tx, regimen, course, zone, now, await _open_ahead(tx, regimen.id, now)):
        yield planned


async def _missing(
    tx: Transaction, regimen: Regimen, course: Succession, zone: ZoneInfo, now: datetime, standing: Ahead
) -> AsyncIterator[Planned]:
    assert regimen.id is not None
    planned = await _first_missing(tx, regimen, course, zone, now)
    while planned is not None:
        key = DoseKey(regimen.id, planned.local_date, planned.slot)
        if key in standing or await find(tx, key) is None:
            yield planned
        planned = course.after(zone, planned.at)


async def _first_missing(
    tx: Transaction, regimen: Regimen, course: Succession, zone: ZoneInfo, now: datetime
) -> Planned | None:
    frontier = await last_raised(tx, regimen, now)
    if frontier is None:
        return course.first(zone, regimen.planned_from)
    return course.after(zone, frontier)


async def _raise(
    tx: Transaction, regimen: Regimen, planned: Planned, not_before: datetime | None, standing: Ahead
) -> None:
    """Make the row, unless it stands as planned, and its reminder."""
    assert regimen.id is not None
    key = DoseKey(regimen.id, planned.local_date, planned.slot)
    row = standing.pop(key, None)
    if row is None or (row.planned_at, row.dose_text) != (planned.at, None):
        if row is not None:
            await tx.delete(row)
            await tx.flush()
        await create(tx, key, planned.at)
    due_at = max(planned.at, not_before or planned.at)
    await notices.plan(tx, regimen.person_id, notices.DOSE, key.subject, due_at)


async def find_or_plan(tx: Transaction, person: Person, key: DoseKey) -> Occurrence | None:
    """Return the row of `key`, made now if the present plan has that occurrence; None if it has not."""
    row = await find(tx, key)
    if row is not None:
        return row
    planned_at = await planned_now(tx, person, key)
    return await create(tx, key, planned_at) if planned_at else None


async def planned_now(tx: Transaction, person: Person, key: DoseKey) -> datetime | None:
    """Return the moment that the present plan and zone give the key, whatever its row says; None when none."""
    regimen = await tx.get(Regimen, key.regimen)
    assert regimen is not None
    course = await plans.current_course(tx, key.regimen)
    found = (each.at for each in course.on_date(zone_of(person, regimen), key.day) if each.slot == key.slot)
    return next(found, None)


async def cancel_open(tx: Transaction, regimen: Regimen) -> None:
    """Forget every waiting reminder, nudge and lead of the regimen."""
    await tx.execute(
        delete(Notice).where(
            col(Notice.person_id) == regimen.person_id,
            col(Notice.state) == notices.WAITING,
            col(Notice.kind).in_((*notices.ABOUT_DOSE, notices.LEAD)),
            col(Notice.subject).startswith(f"{regimen.id}:"),
        )
    )


async def _open_ahead(tx: Transaction, regimen_id: int, now: datetime) -> Ahead:
    settled = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == regimen_id, col(Occurrence.planned_at) > now, ~settled
    )
    return {key_of(row): row for row in (await tx.execute(query)).scalars()}


async def _silenced_ahead(tx: Transaction, regimen_id: int, now: datetime) -> Ahead:
    """The rows ahead that nothing is recorded for; what waits to be said about them is forgotten."""
    rows = await _open_ahead(tx, regimen_id, now)
    for key in rows:
        await notices.cancel_dose(tx, key.subject)
    return rows


async def moment_group(
    tx: Transaction, person: Person, key: DoseKey, n: int, kind: str = notices.DOSE
) -> list[DoseKey]:
    """Return the occurrences that share one message with reminder (or nudge) `n` of `key`, in stable order."""
    mine = (col(Notice.person_id) == people.ident(person), col(Notice.kind) == kind)
    due = select(col(Notice.due_at)).where(*mine, col(Notice.subject) == key.subject, col(Notice.n) == n)
    query = (
        select(col(Notice.subject)).where(*mine, col(Notice.due_at) == due.scalar_subquery()).order_by(col(Notice.id))
    )
    subjects = (await tx.execute(query)).scalars()
    return sorted({DoseKey.of(subject) for subject in subjects}) or [key]


async def planned_within(tx: Transaction, person: Person, start: datetime, end: datetime) -> list[DoseKey]:
    """Return the person's occurrences that were raised, or to be brought up again, in [start, end), oldest first."""
    again = select(col(Notice.subject)).where(
        col(Notice.person_id) == people.ident(person),
        col(Notice.kind).in_(notices.ABOUT_DOSE),
        col(Notice.due_at) >= start,
        col(Notice.due_at) < end,
    )
    reminded = {DoseKey.of(subject) for subject in (await tx.execute(again)).scalars()}
    query = (
        select(Occurrence)
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Occurrence.planned_at) >= start,
            col(Occurrence.planned_at) < end,
        )
    )
    rows = {key_of(row): row for row in (await tx.execute(query)).scalars()}
    for key in reminded - rows.keys():
        if row := await find(tx, key):
            rows[key] = row
    return sorted(rows, key=lambda key: (rows[key].planned_at, key))
