"""Shortages: what is said before a supply runs out, and when the count says that none is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import notices, people, quiet, supplies, timing
from journal.supplies import Ahead
from journal.tables import Notice, Person, Regimen, Stock
from journal.timing import Lasting
from journal.transaction import Transaction

AT = time(10)  # wall clock at which it is said
AHEAD, FAR_AHEAD = 7, 14  # days before; the latter when the doses are FAR days apart or more
FAR = 28
EVERY = timedelta(days=3)  # between one time and the next
MOST_TIMES = 5  # until the person refills, counts anew or silences it
KINDS = (notices.STOCK, notices.STOCK_OUT)


def days_ahead(stock: Stock, reach: Lasting) -> int:
    """Return how many days before it runs out the person is told."""
    return stock.warn_days or (FAR_AHEAD if reach.days_apart >= FAR else AHEAD)


def begins(stock: Stock, reach: Lasting) -> date | None:
    """Return the local date from which on it is said; None when the supply does not run out."""
    return reach.out.local_date - timedelta(days=days_ahead(stock, reach)) if reach.out else None


def subject(stock: Stock) -> str:
    """Return the subject of everything that is said about a supply."""
    return f"stock:{stock.id}"


async def of_subject(tx: Transaction, name: str) -> Stock | None:
    """Return the supply of `subject`; None when it is not counted any more."""
    return await tx.get(Stock, int(name.split(":")[1]))


async def follow(tx: Transaction, person: Person, regimen: Regimen, stock: Stock, ahead: Ahead, now: datetime) -> None:
    """Bring the count up to what is recorded, and plan what is to be said about it. Idempotent.

    Called in the transaction of whatever changes an intake, a plan, a pause or the supply itself.
    """
    used = await supplies.recount(tx, stock, now)
    last, empty = await supplies.by_hand(tx, stock), not await supplies.left(tx, stock)
    silent = stock.silenced or regimen.status != "active" or person.paused_since is not None
    reach = await supplies.reach(tx, person, regimen, stock, ahead, now)
    rows = await _rows(tx, stock)
    said = [row.due_at for row in rows if row.due_at >= last.at and not _waits(row, now)]
    wanted = None if silent else _next(person, begins(stock, reach), last.at, said, now)
    waiting = {row.kind: row for row in rows if _waits(row, now)}
    if notices.STOCK_OUT in waiting and (silent or not empty):
        await tx.delete(waiting[notices.STOCK_OUT])
    await _plan(tx, person, stock, waiting.get(notices.STOCK), wanted)
    if used and empty and not silent:
        at = quiet.after_quiet(person, now)
        await notices.plan(tx, people.ident(person), notices.STOCK_OUT, subject(stock), at, last.id or 0)


async def _plan(tx: Transaction, person: Person, stock: Stock, waiting: Notice | None, at: datetime | None) -> None:
    """Have what waits be said at another moment, or (None) not at all."""
    if waiting is not None and waiting.due_at == at:
        return
    if waiting is not None:
        await tx.delete(waiting)
        await tx.flush()
    if at is not None:
        n = await notices.next_n(tx, notices.STOCK, subject(stock))
        await notices.plan(tx, people.ident(person), notices.STOCK, subject(stock), at, n)


async def _rows(tx: Transaction, stock: Stock) -> list[Notice]:
    query = select(Notice).where(col(Notice.subject) == subject(stock), col(Notice.kind).in_(KINDS))
    return list((await tx.execute(query)).scalars())


def _waits(row: Notice, now: datetime) -> bool:
    """Whether nobody has begun to deliver it."""
    return row.state == notices.WAITING and row.due_at > now and row.lease is None


def _next(
    person: Person, first: date | None, told: datetime, said: Sequence[datetime], now: datetime
) -> datetime | None:
    """When it is said next: from `first` on, the day after the person saw the count, and EVERY after the last time."""
    if first is None or len(said) >= MOST_TIMES:
        return None
    after = max(said) + EVERY if said else told + timedelta(days=1)
    at = _at(person, max(first, people.local(person, after).date()))
    return at if at > now else next_time(person, now)


def next_time(person: Person, now: datetime) -> datetime:
    """Return the first moment after `now` at which a shortage can be said."""
    day = people.local(person, now).date()
    return next(at for n in range(3) if (at := _at(person, day + timedelta(days=n))) > now)


def _at(person: Person, day: date) -> datetime:
    return quiet.after_quiet(person, timing.to_utc(datetime.combine(day, AT), people.zone_of(person)))


async def is_last(tx: Transaction, name: str, now: datetime) -> bool:
    """Whether nothing more waits to be said about the supply of a subject."""
    stock = await of_subject(tx, name)
    return stock is None or not any(_waits(row, now) for row in await _rows(tx, stock))


async def forget(tx: Transaction, stock: Stock) -> None:
    """Forget everything that was or would be said about the supply."""
    for row in await _rows(tx, stock):
        await tx.delete(row)
    await tx.flush()
