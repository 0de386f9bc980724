"""How the bot is doing, for whoever runs it: counts and ids, never a person, a name or what anybody takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import col

from journal import due as put_off
from journal import heartbeat, inbox, notices, people, regimens
from journal.accesses import COUNTED, log
from journal.tables import InboxUpdate, Person, Regimen
from journal.transaction import Transaction

LATE = timedelta(minutes=5)
SHOWN = 10  # ids of a kind


@dataclass(frozen=True, slots=True)
class Counts:
    """Everybody who has written, regimens under way, and what waits.

    `late` of what is due has been so for over LATE, `oldest` is since when; `replies` that were made now do not count.
    `aside` are ids of notices that are put off for minutes (journal.due), `failed` the error numbers of updates of the
    last 48 hours: the newest SHOWN of each.
    """

    people: int
    regimens: int
    due: int
    late: int
    oldest: datetime | None
    updates: int
    replies: int
    aside: tuple[int, ...]
    failed: tuple[str, ...]
    up_since: datetime | None


async def look(tx: Transaction, operator: Person, now: datetime) -> None:
    """Note for the operator themself that they have looked."""
    await log(tx, people.ident(operator), None, COUNTED, now)


async def load(tx: Transaction, now: datetime) -> Counts:
    """Return the counts as they stand."""
    due, oldest = await notices.due_now(tx, now)
    late, _ = await notices.due_now(tx, now - LATE)
    everybody = await tx.execute(select(func.count()).select_from(Person))
    running = select(func.count()).select_from(Regimen).where(col(Regimen.status) == regimens.ACTIVE)
    return Counts(
        people=everybody.scalar_one(),
        regimens=(await tx.execute(running)).scalar_one(),
        due=due,
        late=late,
        oldest=oldest,
        updates=await inbox.waiting(tx),
        replies=await inbox.unshown(tx, now),
        aside=tuple(await put_off.newest_aside(tx, now, SHOWN)),
        failed=await _failed(tx),
        up_since=await heartbeat.up_since(tx),
    )


async def _failed(tx: Transaction) -> tuple[str, ...]:
    query = select(col(InboxUpdate.error_id)).where(col(InboxUpdate.error_id).is_not(None))
    newest = query.order_by(col(InboxUpdate.received_at).desc()).limit(SHOWN)
    return tuple(each for each in (await tx.execute(newest)).scalars() if each is not None)
