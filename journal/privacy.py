"""The person's rights over their own rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col

from journal import caregiving, inbox, people
from journal.tables import Person
from journal.transaction import Transaction


async def erase(tx: Transaction, person: Person, now: datetime) -> None:
    """Remove the person and, by the tables' cascades, every row that belongs to them; their care links end."""
    await caregiving.forget(tx, person, now)
    await inbox.forget_chat(tx, person.chat_id)
    await tx.execute(delete(Person).where(col(Person.id) == people.ident(person)))
    tx.expunge(person)
