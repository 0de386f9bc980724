"""The question about a reaction, a day after an injection."""

from __future__ import annotations

from datetime import datetime

from journal import details, reactions
from journal.errors import JournalError
from journal.tables import Intake, Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee
from scheduler.facts_injections import ReactionAsk


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> ReactionAsk | None:
    """Return the question; None when it is unwanted, too late, answered, or the injection was taken back."""
    person, notice = parcel.person, parcel.notices[0]
    if not person.reactions or person.paused_since is not None or reactions.is_late(notice.due_at, now):
        return None
    try:
        row, _ = await details.intake(tx, person, reactions.intake_of(notice.subject))
    except JournalError:
        return None
    return None if await reactions.of(tx, row.id or 0) else of_intake(person, row, now)


def of_intake(person: Person, row: Intake, now: datetime) -> ReactionAsk:
    """Return the question about an injection."""
    assert row.id is not None
    return ReactionAsk(Addressee.of(person), row.id, row.taken_at, row.site or "", now)
