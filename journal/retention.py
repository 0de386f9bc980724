"""Retention: who has not written for two years is "gone": told once, and removed if they stay silent."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlmodel import col

from journal import care_kinds, leaving_kinds, notices, people, quiet
from journal.notices import Claimed
from journal.privacy import erase
from journal.tables import AccessLog, Notice, Person
from journal.transaction import Transaction

GONE_AFTER = timedelta(days=731)  # never less than 24 months
STAY = timedelta(days=30)  # from being told to being removed
A_DAY = 500  # people who are told at most in one day, the longest silent first


def subject(person_id: int) -> str:
    """Return the subject of the notices about somebody's silence."""
    return f"gone:{person_id}"


def gone(now: datetime) -> ColumnElement[bool]:
    """Return what holds for people who have neither written nor tapped for so long, nor had a dose recorded for them.

    What they were sent does not count.
    """
    helped = (col(AccessLog.person_id) == col(Person.id), col(AccessLog.what) == care_kinds.CARE_HELPED)
    lately = exists().where(*helped, col(AccessLog.at) > now - GONE_AFTER)
    return (col(Person.seen_at) <= now - GONE_AFTER) & ~lately


async def is_gone(tx: Transaction, person: Person, now: datetime) -> bool:
    """Tell whether the person is, as the database has it now."""
    query = select(col(Person.id)).where(col(Person.id) == people.ident(person), gone(now))
    return (await tx.execute(query)).first() is not None


async def look(tx: Transaction, now: datetime) -> None:
    """Plan to tell whoever is gone and has not been told, outside their quiet hours. Idempotent."""
    waiting = (col(Notice.person_id) == col(Person.id), col(Notice.state) == notices.WAITING)
    told = exists().where(*waiting, col(Notice.kind).in_(leaving_kinds.ALL))
    query = select(Person).where(gone(now), ~told).order_by(col(Person.seen_at)).limit(A_DAY)
    for person in (await tx.execute(query)).scalars().all():
        name = subject(people.ident(person))
        n = await notices.next_n(tx, leaving_kinds.GONE, name)
        await notices.plan(tx, people.ident(person), leaving_kinds.GONE, name, quiet.after_quiet(person, now), n)


async def plan_removal(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Owe the removal STAY after the person is told. Idempotent."""
    await notices.plan(tx, people.ident(person), leaving_kinds.REMOVAL, notice.subject, now + STAY, notice.n)


async def remove(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Remove the person as /delete does, unless they have written since.

    It waits until STAY has passed since they were told, or could not be reached.
    """
    silent = select(Person).where(col(Person.id) == notice.person_id, gone(now)).with_for_update()
    held = (await tx.execute(silent)).scalar_one_or_none()
    told = select(Notice).where(col(Notice.subject) == notice.subject, col(Notice.kind) == leaving_kinds.GONE)
    row = (await tx.execute(told.where(col(Notice.n) == notice.n))).scalar_one_or_none()
    if held is None or row is None:
        return
    until = (row.settled_at or now) + STAY
    if until > now:
        await notices.postpone(tx, notice.id, until)
    else:
        await erase(tx, held, now)
