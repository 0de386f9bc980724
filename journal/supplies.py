"""Supplies: what is in hand of a regimen, counted down once for each taken dose, and how far that reaches.

What is in hand is the sum of a supply's entries, in thousandths of its unit, and never below zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from sqlalchemy import ScalarSelect, func, select
from sqlmodel import col

from journal import people, timing
from journal.tables import Intake, Occurrence, Person, Regimen, Stock, StockEntry
from journal.timing import Lasting, Planned
from journal.transaction import Transaction

START, REFILL, INTAKE, UNDO, CORRECTION = "start", "refill", "intake", "undo", "correction"
BY_HAND = (START, REFILL, CORRECTION)  # what the person said
COUNTED = (START, CORRECTION)  # what they counted: it holds whatever was taken before

Ahead = Callable[[datetime], Iterator[Planned]]  # the planned moments from one on


async def of(tx: Transaction, regimen_id: int) -> Stock | None:
    """Return the supply of a regimen; None when it is not counted."""
    return (await tx.execute(select(Stock).where(col(Stock.regimen_id) == regimen_id))).scalar_one_or_none()


async def left(tx: Transaction, stock: Stock) -> int:
    """Return what is in hand."""
    query = select(func.sum(StockEntry.amount)).where(col(StockEntry.stock_id) == stock.id)
    return int((await tx.execute(query)).scalar() or 0)


async def newest(tx: Transaction, stock: Stock, *kinds: str) -> StockEntry | None:
    """Return the newest entry of one of these kinds."""
    query = select(StockEntry).where(col(StockEntry.stock_id) == stock.id, col(StockEntry.kind).in_(kinds))
    return (await tx.execute(query.order_by(col(StockEntry.id).desc()).limit(1))).scalar_one_or_none()


async def by_hand(tx: Transaction, stock: Stock) -> StockEntry:
    """Return the newest entry that the person made; there is one since the start."""
    entry = await newest(tx, stock, *BY_HAND)
    assert entry is not None
    return entry


async def enter(
    tx: Transaction, stock: Stock, kind: str, amount: int, now: datetime, intake_id: int | None = None
) -> None:
    """Note a change of what is in hand."""
    assert stock.id is not None
    tx.add(StockEntry(stock_id=stock.id, kind=kind, amount=amount, at=now, intake_id=intake_id))
    await tx.flush()


async def recount(tx: Transaction, stock: Stock, now: datetime) -> bool:
    """Count down what was taken since the person last counted, and give back what was taken back; idempotent.

    A count that is too low for a dose stops at zero. True when a dose was counted down.
    """
    since = await newest(tx, stock, *COUNTED)
    assert since is not None
    for intake, amount in await _taken_back(tx, stock, since):
        await enter(tx, stock, UNDO, -amount, now, intake)
    fresh = await _taken(tx, stock, since)
    for intake in fresh:
        await enter(tx, stock, INTAKE, -min(stock.per_dose, await left(tx, stock)), now, intake)
    return bool(fresh)


async def _taken(tx: Transaction, stock: Stock, since: StockEntry) -> list[int]:
    """Intakes that are to be counted down."""
    query = select(col(Intake.id)).where(
        col(Intake.regimen_id) == stock.regimen_id,
        col(Intake.kind) == "taken",
        col(Intake.taken_at) >= since.at,
        col(Intake.id).not_in(_counted(stock)),
    )
    return [ident for ident in (await tx.execute(query.order_by(col(Intake.id)))).scalars() if ident is not None]


async def _taken_back(tx: Transaction, stock: Stock, since: StockEntry) -> list[tuple[int | None, int]]:
    """Intakes that were counted down since `since` and are there no more, each with its newest amount."""
    there = select(col(Intake.id)).where(col(Intake.regimen_id) == stock.regimen_id, col(Intake.kind) == "taken")
    query = select(StockEntry).where(
        col(StockEntry.stock_id) == stock.id,
        col(StockEntry.kind) == INTAKE,
        col(StockEntry.id) > since.id,
        col(StockEntry.intake_id).in_(_counted(stock)),
        col(StockEntry.intake_id).not_in(there),
    )
    rows = (await tx.execute(query.order_by(col(StockEntry.id)))).scalars()
    return list({row.intake_id: row.amount for row in rows}.items())


def _counted(stock: Stock) -> ScalarSelect[int]:
    """Intakes that are counted down: the entries of one are in turn its use and its return."""
    query = select(col(StockEntry.intake_id)).where(
        col(StockEntry.stock_id) == stock.id, col(StockEntry.intake_id).is_not(None)
    )
    return query.group_by(col(StockEntry.intake_id)).having(func.count() % 2 == 1).scalar_subquery()


async def reach(
    tx: Transaction, person: Person, regimen: Regimen, stock: Stock, ahead: Ahead, now: datetime
) -> Lasting:
    """Return how far what is in hand reaches over the plan's coming doses: those that nothing is recorded for."""
    start = await _start(tx, person, regimen, now)
    settled = await _settled(tx, regimen, start)
    coming = (one for one in ahead(start) if (one.local_date, one.slot) not in settled)
    return timing.lasting(await left(tx, stock) // stock.per_dose, coming)


async def _start(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> datetime:
    """From today's doses on; an injection is overdue and never missed, so the last one counts until it is done."""
    today = max(people.day_begins(person, people.today(person, now)), regimen.planned_from)
    if regimen.route != "injection":
        return today
    raised = (col(Occurrence.regimen_id) == regimen.id, col(Occurrence.planned_at) <= now)
    last = (await tx.execute(select(func.max(Occurrence.planned_at)).where(*raised))).scalar()
    return min(today, last) if last else today


async def _settled(tx: Transaction, regimen: Regimen, start: datetime) -> set[tuple[date, int]]:
    query = (
        select(col(Occurrence.local_date), col(Occurrence.slot))
        .join(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(col(Occurrence.regimen_id) == regimen.id, col(Occurrence.planned_at) >= start)
    )
    return {(day, slot) for day, slot in await tx.execute(query)}
