"""What is due: whose turn it is, and how much steps aside."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select, update
from sqlmodel import col

from journal.notices import CHECKIN, CHECKIN_AGAIN, DIGESTS, DOSE, NUDGE, WAITING
from journal.tables import Notice
from journal.transaction import Transaction

# What the reader waits for least goes last when not everything can go at once.
RANKS = {DOSE: 0, NUDGE: 1, CHECKIN: 2, CHECKIN_AGAIN: 2, **dict.fromkeys(DIGESTS, 4)}
OTHERS = 3
LONG = timedelta(minutes=2)  # longer than a lease, or the pause after an unknown outcome


async def aside(tx: Transaction, now: datetime) -> int:
    """Return how many due notices are put off for long: they are broken, or Telegram asked to wait."""
    return int((await tx.execute(select(func.count()).select_from(Notice).where(*_aside(now)))).scalar_one())


async def newest_aside(tx: Transaction, now: datetime, limit: int) -> list[int]:
    """Return the ids of the newest of them."""
    query = select(col(Notice.id)).where(*_aside(now)).order_by(col(Notice.id).desc()).limit(limit)
    return [each for each in (await tx.execute(query)).scalars() if each is not None]


def _aside(now: datetime) -> tuple[ColumnElement[bool], ...]:
    long = (col(Notice.ready_at) > now + LONG, col(Notice.kind).not_in(DIGESTS))
    return col(Notice.state) == WAITING, col(Notice.due_at) <= now, *long


async def people(tx: Transaction, now: datetime, limit: int) -> list[int]:
    """Return the people to whom up to `limit` notices are owed now: the most urgent first, then the longest-waiting."""
    query = select(col(Notice.person_id), col(Notice.kind)).where(*_ready(now)).limit(limit)
    rows = (await tx.execute(query.order_by(col(Notice.ready_at)))).all()
    if len(rows) == limit and any(RANKS.get(kind) for _, kind in rows):  # else the order of claiming does not matter
        rank = case(RANKS, value=col(Notice.kind), else_=OTHERS)
        rows = (await tx.execute(query.order_by(rank, col(Notice.ready_at)))).all()
    return list(dict.fromkeys(person for person, _ in rows))


async def digests(tx: Transaction, now: datetime, limit: int) -> int:
    """Return how many digests can be claimed now, counted up to `limit`."""
    some = select(col(Notice.id)).where(*_ready(now), col(Notice.kind).in_(DIGESTS)).limit(limit)
    return int((await tx.execute(select(func.count()).select_from(some.subquery()))).scalar_one())


async def put_off(tx: Transaction, person_id: int, now: datetime, until: datetime) -> None:
    """Let everything that is due for the person wait until `until`, whatever is in those rows."""
    mine = and_(col(Notice.person_id) == person_id, *_ready(now))
    await tx.execute(update(Notice).where(mine).values(ready_at=until))


def _ready(now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Notice.state) == WAITING, col(Notice.ready_at) <= now
