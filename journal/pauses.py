"""Pauses: a stretch in which one regimen, or everything, rests. Its days are nobody's missed days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlmodel import col

from journal import asks, notices, occurrences, people, regimens
from journal.errors import JournalError
from journal.tables import Pause, Person, Regimen
from journal.transaction import Transaction, store


async def start(
    tx: Transaction, person: Person, regimen: Regimen | None, until: datetime | None, now: datetime
) -> None:
    """Rest from now until a moment, or until resumed; a pause that runs already gets the new end.

    Without a regimen everything rests: reminders, check-ins and whatever else waits, but not the weekly summary.
    Raises JournalError: pause_past, and plan_changed for a regimen that has ended.
    """
    if until is not None and until <= now:
        raise JournalError("pause_past")
    if regimen is not None and regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    row = await running(tx, person, regimen)
    if row is None:
        row = Pause(person_id=people.ident(person), regimen_id=regimen.id if regimen else None, since=now)
        await store(tx, row)
    await notices.cancel(tx, notices.RESUME, subject(row))
    row.until = until
    await _plan_end(tx, row)
    if regimen is None:
        person.paused_since = row.since
        await notices.rest(tx, people.ident(person))
        await _plan(tx, person, now)
    else:
        regimen.status = regimens.PAUSED
        await occurrences.cancel_open(tx, regimen)
        await occurrences.plan_next(tx, person, regimen, now)


async def resume(tx: Transaction, person: Person, regimen: Regimen | None, now: datetime) -> bool:
    """Go on from now, what fell into the pause is not made up for; False when nothing rested."""
    row = await running(tx, person, regimen)
    if row is None:
        return False
    await notices.cancel(tx, notices.RESUME, subject(row))
    await _end(tx, person, row, now)
    await _plan(tx, person, now)
    return True


async def over(tx: Transaction, person: Person, notice_subject: str, now: datetime) -> None:
    """End the pause whose last moment has come, as of that moment; harmless when repeated or gone."""
    row = await of_subject(tx, notice_subject)
    if row is not None and not row.ended and row.until is not None and row.until <= now:
        await _end(tx, person, row, row.until)
        await _plan(tx, person, now)


async def plan_all(tx: Transaction, person: Person, now: datetime) -> None:
    """End what should have ended meanwhile, and owe the person the end of what has one ahead; the caller plans."""
    query = select(Pause).where(col(Pause.person_id) == people.ident(person), ~col(Pause.ended))
    for row in (await tx.execute(query)).scalars().all():
        if row.until is not None and row.until <= now:
            await _end(tx, person, row, row.until)
        else:
            await _plan_end(tx, row)


async def running(tx: Transaction, person: Person, regimen: Regimen | None) -> Pause | None:
    """Return the pause of this regimen, or (without one) of everything, that has not ended."""
    mine = (col(Pause.person_id) == people.ident(person), ~col(Pause.ended))
    what = col(Pause.regimen_id) == regimen.id if regimen else col(Pause.regimen_id).is_(None)
    return (await tx.execute(select(Pause).where(*mine, what))).scalars().first()


def subject(row: Pause) -> str:
    """Return the subject of the notice about the end of a pause."""
    return f"pause:{row.id}"


async def of_subject(tx: Transaction, notice_subject: str) -> Pause | None:
    """Return the pause of `subject`; None when it was deleted."""
    return await tx.get(Pause, int(notice_subject.split(":")[1]))


async def _plan_end(tx: Transaction, row: Pause) -> None:
    if row.until is not None:
        await notices.plan(tx, row.person_id, notices.RESUME, subject(row), row.until)


async def _end(tx: Transaction, person: Person, row: Pause, at: datetime) -> None:
    """Raise occurrences again from `at` on."""
    row.ended, row.until = True, at
    if row.regimen_id is None:
        person.paused_since = None
        resting = await regimens.of(tx, person)
    else:
        regimen = await regimens.own(tx, person, row.regimen_id)
        if regimen.status == regimens.PAUSED:
            regimen.status = regimens.ACTIVE
        resting = [regimen]
    for regimen in resting:
        regimen.planned_from = max(regimen.planned_from, at)
    await tx.flush()


async def _plan(tx: Transaction, person: Person, now: datetime) -> None:
    for regimen in await regimens.of(tx, person):
        await occurrences.plan_next(tx, person, regimen, now)
    await asks.plan_next(tx, person, now)


@dataclass(frozen=True, slots=True)
class Rest:
    """Local days (both included) that a pause touched; without a regimen everything rested."""

    regimen: int | None
    first: date
    last: date


async def rests(tx: Transaction, person: Person, first: date, last: date) -> list[Rest]:
    """Return the pauses that touch the person's days from `first` to `last`."""
    begin, end = people.day_begins(person, first), people.day_begins(person, last + timedelta(days=1))
    query = select(Pause).where(
        col(Pause.person_id) == people.ident(person),
        col(Pause.since) < end,
        or_(col(Pause.until).is_(None), col(Pause.until) > begin),
    )
    return [_rest(person, row, last) for row in (await tx.execute(query)).scalars()]


def _rest(person: Person, row: Pause, last: date) -> Rest:
    until = people.today(person, row.until - datetime.resolution) if row.until else last
    return Rest(row.regimen_id, people.today(person, row.since), until)


def rested(found: Sequence[Rest], regimen: int | None, day: date) -> bool:
    """Whether that day of the regimen (None: of everything) is one on which nothing was missed."""
    return any(each.regimen in (None, regimen) and each.first <= day <= each.last for each in found)
