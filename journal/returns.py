"""Coming back: somebody whom nothing could reach for a while has written again."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import intakes, notices, people, planning, regimens
from journal.tables import Intake, Notice, Occurrence, Person, Regimen
from journal.transaction import Transaction

LATE = timedelta(hours=1)  # what could not be delivered was due at most so long before that was noticed


async def back(tx: Transaction, person: Person, now: datetime) -> bool:
    """Plan for them again, and bring up each open dose that was never delivered; False when they were never away."""
    since, person.unreachable_since = person.unreachable_since, None
    if since is None:
        return False
    await planning.everything(tx, person, now)
    if person.paused_since is None:
        await _bring_up(tx, person, since - LATE, now)
    return True


async def _bring_up(tx: Transaction, person: Person, since: datetime, now: datetime) -> None:
    raised = col(Occurrence.planned_at).between(since, now)
    waiting = col(Intake.id).is_(None) & (col(Regimen.status) == regimens.ACTIVE)
    for dose in await intakes.those(tx, person, raised & waiting):
        subject = dose.key.subject
        if not await _was_said(tx, subject):
            n = await notices.next_n(tx, notices.DOSE, subject)
            await notices.plan(tx, people.ident(person), notices.DOSE, subject, now, n)


async def _was_said(tx: Transaction, subject: str) -> bool:
    """Whether its reminder was delivered, or waits."""
    query = select(col(Notice.id)).where(col(Notice.subject) == subject, col(Notice.kind) == notices.DOSE)
    said = col(Notice.state).in_((notices.SENT, notices.WAITING))
    return (await tx.execute(query.where(said))).first() is not None
