"""The inbox: updates as rows, stored before they are acknowledged and applied exactly once, in order per chat."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlmodel import col

from journal.dialect import insert_or_ignore
from journal.tables import InboxUpdate
from journal.transaction import Transaction, table_of

MOST_WAITING = 200  # updates of one chat that wait: what comes on top is left out, and the person is told
OVERFLOW = "overflow"  # the payload of the last one kept: the chat
KEEP = timedelta(hours=48)  # Telegram offers an update for 24 hours; until then its id tells a repeat


@dataclass(frozen=True, slots=True)
class Stored:
    """An update as it was received: Telegram's JSON text."""

    update_id: int
    chat_id: int
    payload: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A reply of an applied update that has not been shown yet, as JSON text."""

    update_id: int
    chat_id: int
    reply: str


async def store(tx: Transaction, batch: Sequence[Stored], now: datetime, crowded: Collection[int] = ()) -> None:
    """Store a received batch in one statement; updates that are known already are left alone.

    Of the chats in `crowded` no more than MOST_WAITING wait; in place of the last one stands OVERFLOW.
    """
    kept = _within(batch, await _waiting_by_chat(tx, crowded)) if crowded else batch
    rows = [{"update_id": s.update_id, "chat_id": s.chat_id, "payload": s.payload, "received_at": now} for s in kept]
    if rows:
        await tx.execute(insert_or_ignore(tx, table_of(InboxUpdate)), rows)


def _within(batch: Sequence[Stored], waiting: Counter[int]) -> Iterator[Stored]:
    for each in batch:
        waiting[each.chat_id] += 1
        if waiting[each.chat_id] < MOST_WAITING:
            yield each
        elif waiting[each.chat_id] == MOST_WAITING:
            yield replace(each, payload=json.dumps({OVERFLOW: each.chat_id}))


async def _waiting_by_chat(tx: Transaction, chats: Collection[int]) -> Counter[int]:
    mine = (col(InboxUpdate.applied_at).is_(None), col(InboxUpdate.chat_id).in_(chats))
    query = select(col(InboxUpdate.chat_id), func.count()).where(*mine).group_by(col(InboxUpdate.chat_id))
    return Counter({row[0]: row[1] for row in await tx.execute(query)})


async def waiting(tx: Transaction) -> int:
    """Return how many stored updates wait to be applied."""
    query = select(func.count()).select_from(InboxUpdate).where(col(InboxUpdate.applied_at).is_(None))
    return int((await tx.execute(query)).scalar_one())


async def unshown(tx: Transaction, before: datetime) -> int:
    """Return how many replies to what was applied before a moment have not been shown yet."""
    mine = (col(InboxUpdate.replied_at).is_(None), col(InboxUpdate.reply).is_not(None))
    query = select(func.count()).select_from(InboxUpdate).where(*mine, col(InboxUpdate.applied_at) < before)
    return int((await tx.execute(query)).scalar_one())


async def unapplied(tx: Transaction, limit: int, but: Collection[int] = ()) -> list[Stored]:
    """Return stored updates that wait to be applied, in stored order, without those of the chats `but`."""
    query = (
        select(InboxUpdate)
        .where(col(InboxUpdate.applied_at).is_(None), *([col(InboxUpdate.chat_id).not_in(but)] if but else ()))
        .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
        .limit(limit)
    )
    return [Stored(row.update_id, row.chat_id, row.payload) for row in (await tx.execute(query)).scalars()]


async def mark_applied(tx: Transaction, update_id: int, now: datetime, error_id: str | None = None) -> bool:
    """Mark the update applied and empty it; False when another worker has applied it: then change nothing."""
    result = await tx.execute(
        update(InboxUpdate)
        .where(col(InboxUpdate.update_id) == update_id, col(InboxUpdate.applied_at).is_(None))
        .values(applied_at=now, payload="", error_id=error_id)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


async def owe(tx: Transaction, update_id: int, reply: str) -> None:
    """Keep what is to be shown, until `replied`."""
    await tx.execute(update(InboxUpdate).where(col(InboxUpdate.update_id) == update_id).values(reply=reply))


async def owed(tx: Transaction, limit: int) -> list[Owed]:
    """Return replies that were never shown, in the order of their updates."""
    query = (
        select(InboxUpdate)
        .where(col(InboxUpdate.replied_at).is_(None), col(InboxUpdate.reply).is_not(None))
        .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
        .limit(limit)
    )
    rows = (await tx.execute(query)).scalars()
    return [Owed(row.update_id, row.chat_id, row.reply or "") for row in rows]


async def replied(tx: Transaction, update_ids: Sequence[int], now: datetime) -> None:
    """Note that these replies were shown, and forget their words."""
    await tx.execute(
        update(InboxUpdate).where(col(InboxUpdate.update_id).in_(update_ids)).values(replied_at=now, reply=None)
    )


async def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Remove everything of a chat but the bare ids of updates, which tell a repeat."""
    await tx.execute(
        update(InboxUpdate).where(col(InboxUpdate.chat_id) == chat_id).values(chat_id=0, payload="", reply=None)
    )


async def purge(tx: Transaction, now: datetime) -> None:
    """Remove applied updates older than 48 hours."""
    await tx.execute(
        delete(InboxUpdate).where(col(InboxUpdate.applied_at).is_not(None), col(InboxUpdate.received_at) < now - KEEP)
    )
