"""Lapses: how many check-ins in a row stayed without a rating, and what that leads to (clinical.md A-LAPSE)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from journal import notices, people, rule_choices
from journal.rules.soft import lapse
from journal.tables import Notice, Person
from journal.transaction import Transaction


async def unanswered(tx: Transaction, person: Person, now: datetime) -> int:
    """Return how many daily check-ins were asked, up to `now`, since the person last rated or opened one.

    Days on which none was asked (a pause, a block, an outage) do not count, nor does any for who switched A-LAPSE off.
    """
    if not await rule_choices.is_on(tx, person, "A-LAPSE"):
        return 0
    asked = (
        select(func.count())
        .select_from(Notice)
        .where(
            col(Notice.person_id) == people.ident(person),
            col(Notice.kind) == notices.CHECKIN,
            col(Notice.state).in_((notices.SENT, notices.WAITING)),
            col(Notice.due_at) <= now,
        )
    )
    if person.checkins_since is not None:
        asked = asked.where(col(Notice.due_at) > person.checkins_since)
    return int((await tx.execute(asked)).scalar_one())


def is_gentle(count: int) -> bool:
    """Whether the check-in that makes it `count` in a row is to come without a sound."""
    return lapse(count) != ""


def begins(count: int) -> bool:
    """Whether it is the first of those."""
    return is_gentle(count) and not is_gentle(count - 1)


def is_over(count: int) -> bool:
    """Whether the daily check-in ends with it."""
    return lapse(count) == "stop_asking"
