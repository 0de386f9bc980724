"""Drafts: half-finished dialogues as rows, so that any replica can take the next answer."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import col

from journal import people
from journal.tables import Draft, Person
from journal.transaction import Transaction


async def get(tx: Transaction, person: Person) -> tuple[str, dict[str, Any]] | None:
    """Return the kind and the answers so far of the person's open dialogue."""
    row = await tx.get(Draft, people.ident(person))
    return None if row is None else (row.kind, json.loads(row.answers))


async def put(tx: Transaction, person: Person, kind: str, answers: dict[str, Any], now: datetime) -> None:
    """Keep the answers so far (JSON values); a person has one dialogue at a time."""
    row = await tx.get(Draft, people.ident(person))
    text = json.dumps(answers, ensure_ascii=False)
    if row is None:
        tx.add(Draft(person_id=people.ident(person), kind=kind, answers=text, updated_at=now))
    else:
        row.kind, row.answers, row.updated_at = kind, text, now
    await tx.flush()


async def drop(tx: Transaction, person: Person) -> bool:
    """Forget the open dialogue; False when there was none."""
    result = await tx.execute(delete(Draft).where(col(Draft.person_id) == people.ident(person)))
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def close(tx: Transaction, person: Person, *kinds: str) -> None:
    """Forget the open dialogue if it is of one of these kinds; another one stays open."""
    await tx.execute(delete(Draft).where(col(Draft.person_id) == people.ident(person), col(Draft.kind).in_(kinds)))
