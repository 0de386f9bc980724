"""Reactions: a day after an injection the person is asked whether there was one; the answer can be changed for a while.

Nothing is concluded from an answer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import details, notices, people, quiet
from journal.errors import JournalError
from journal.notices import Claimed
from journal.tables import Intake, Person, Reaction, Regimen
from journal.transaction import Transaction, store

KINDS = ("redness", "pain", "swelling", "itch")
DAY = timedelta(days=1)
OLDEST = timedelta(days=2)  # what was taken longer ago is not asked about
EDITABLE = timedelta(days=8)  # after the injection: seven days from the question on
LONGEST = 200  # characters of what was typed


def subject(intake_id: int) -> str:
    """Return the subject of the question about an intake."""
    return f"intake:{intake_id}"


def intake_of(name: str) -> int:
    """Read a notice's subject back."""
    return int(name.split(":")[1])


async def plan(tx: Transaction, person: Person, row: Intake, regimen: Regimen, now: datetime) -> None:
    """Owe the question 24 h after an injection, at its time as it now is. Idempotent; asked once at most."""
    assert row.id is not None
    await notices.cancel(tx, notices.REACTION, subject(row.id))
    if details.given_of(row, regimen) and person.reactions and now - row.taken_at <= OLDEST:
        await notices.plan(tx, people.ident(person), notices.REACTION, subject(row.id), row.taken_at + DAY)


async def cancel(tx: Transaction, row: Intake) -> None:
    """Ask nothing about an intake that is taken back."""
    assert row.id is not None
    await notices.cancel(tx, notices.REACTION, subject(row.id))


async def hold(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Have a question that is due in quiet hours wait for their end, unless it is too late for it anyway."""
    until = quiet.after_quiet(person, now)
    if until > now and not is_late(notice.due_at, now):
        await notices.postpone(tx, notice.id, until)


def is_late(due_at: datetime, now: datetime) -> bool:
    """Whether the question comes too late to be asked: after an outage of over a day."""
    return now - due_at > DAY


async def of(tx: Transaction, intake_id: int) -> Reaction | None:
    """Return what was answered about an intake; None when nothing was."""
    query = select(Reaction).where(col(Reaction.intake_id) == intake_id)
    return (await tx.execute(query)).scalar_one_or_none()


def items(row: Reaction) -> list[str]:
    """Return what was said of a reaction: each one of KINDS, or the person's own words."""
    return row.what.split("\n") if row.what else []


async def check(tx: Transaction, person: Person, intake_id: int, now: datetime) -> None:
    """Raise JournalError gone, or reaction_old when it cannot be changed any more."""
    row, _ = await details.intake(tx, person, intake_id)
    if now - row.taken_at > EDITABLE:
        raise JournalError("reaction_old", days=(EDITABLE - DAY).days)


async def answer(tx: Transaction, person: Person, intake_id: int, had: bool, now: datetime) -> Reaction:
    """Record that there was one or none; a yes keeps what was said before. Raises JournalError: gone, reaction_old."""
    await check(tx, person, intake_id, now)
    row = await of(tx, intake_id)
    if row is None:
        row = Reaction(intake_id=intake_id, had=had, what="", answered_at=now)
        await store(tx, row)
    row.had, row.what, row.answered_at = had, row.what if had else "", now
    await tx.flush()
    return row


async def restart(tx: Transaction, person: Person, intake_id: int, now: datetime) -> None:
    """Forget what a reaction was, not that there was one. Raises JournalError: gone, reaction_old."""
    (await answer(tx, person, intake_id, True, now)).what = ""


async def add(tx: Transaction, person: Person, intake_id: int, said: list[str], now: datetime) -> None:
    """Record a reaction and add to what it was. Raises JournalError: gone, reaction_old, reaction_too_long."""
    row = await answer(tx, person, intake_id, True, now)
    what = "\n".join(dict.fromkeys([*items(row), *said]))
    if len(what) > LONGEST:
        raise JournalError("reaction_too_long", most=LONGEST)
    row.what = what
    await tx.flush()
