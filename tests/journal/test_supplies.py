"""The arithmetic of a supply over rows: every dose once, never below zero, and what was counted by hand holds."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import delete, select
from sqlmodel import col

from journal import occurrences, people, regimens, stock, supplies
from journal.errors import JournalError
from journal.stock import ONE
from journal.tables import Intake, Person, Regimen, Stock, StockEntry
from journal.timing import Phase, Plan, Timing
from journal.transaction import Database, Transaction, store

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAILY = Plan((Phase(Timing(times=(time(8),)), date(2026, 3, 2)),))


@dataclass
class Home:
    """Ana with one regimen; every step is an hour after the one before."""

    tx: Transaction
    ana: Person
    regimen: Regimen
    now: datetime = NOW

    def later(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now

    async def begin(self, left: int, per_dose: int = ONE) -> None:
        await stock.begin(self.tx, self.ana, self.regimen.id or 0, "tablet", left, per_dose, self.later())

    async def take(self, before: timedelta = timedelta(0)) -> int:
        now = self.later()
        row = Intake(
            regimen_id=self.regimen.id or 0,
            kind="taken",
            taken_at=now - before,
            local_date=now.date(),
            recorded_at=now,
        )
        await store(self.tx, row)
        await self.follow()
        assert row.id is not None
        return row.id

    async def undo(self, intake: int) -> None:
        await self.tx.execute(delete(Intake).where(col(Intake.id) == intake))
        self.later()
        await self.follow()

    async def follow(self) -> None:
        await occurrences.plan_next(self.tx, self.ana, self.regimen, self.now)

    async def correct(self, left: int) -> None:
        await stock.correct(self.tx, self.ana, self.regimen.id or 0, left, self.later())

    async def refill(self, amount: int) -> None:
        await stock.refill(self.tx, self.ana, self.regimen.id or 0, amount, self.later())

    async def left(self) -> int:
        row = await supplies.of(self.tx, self.regimen.id or 0)
        assert row is not None
        return await supplies.left(self.tx, row)


@pytest.fixture
async def home(db: Database) -> AsyncIterator[Home]:
    async with db.write() as tx:
        ana = await people.meet(tx, 1001, "en", NOW)
        people.answer_zone(ana, "Europe/London")
        regimen = await regimens.add(tx, ana, "Vitamin X", "1 tablet", "tablet", DAILY, NOW)
        yield Home(tx, ana, regimen)


async def test_each_dose_is_counted_once_however_often_it_is_looked_at(home: Home) -> None:
    await home.begin(10 * ONE)
    await home.take()
    for _ in range(3):
        await home.follow()
    assert await home.left() == 9 * ONE


async def test_a_dose_of_thousandths_is_exact(home: Home) -> None:
    await home.begin(ONE, per_dose=333)
    for _ in range(3):
        await home.take()
    assert await home.left() == 1


async def test_undoing_gives_back_what_was_counted_and_no_more(home: Home) -> None:
    await home.begin(1500)
    first, second = await home.take(), await home.take()
    third = await home.take()
    assert await home.left() == 0
    await home.undo(third)
    assert await home.left() == 0
    await home.undo(second)
    assert await home.left() == 500
    await home.undo(first)
    assert await home.left() == 1500


async def test_a_skipped_dose_uses_nothing_and_one_that_becomes_taken_does(home: Home) -> None:
    await home.begin(10 * ONE)
    intake = await home.tx.get(Intake, await home.take())
    assert intake is not None
    for kind, left in (("skipped", 10), ("taken", 9), ("skipped", 10), ("taken", 9)):
        intake.kind = kind
        await home.tx.flush()
        home.later()
        await home.follow()
        assert await home.left() == left * ONE


async def test_what_was_counted_by_hand_holds_whatever_was_before(home: Home) -> None:
    await home.begin(10 * ONE)
    before = await home.take()
    await home.correct(7 * ONE)
    await home.undo(before)  # it was not taken, and 7 were there all the same
    assert await home.left() == 7 * ONE
    await home.take(before=timedelta(hours=5))  # noted late, taken before the count
    assert await home.left() == 7 * ONE
    await home.take()
    assert await home.left() == 6 * ONE


async def test_a_count_at_the_very_moment_of_a_dose_holds_too(home: Home) -> None:
    await home.begin(10 * ONE)
    intake = await home.take()
    await stock.correct(home.tx, home.ana, home.regimen.id or 0, 7 * ONE, home.now)
    await home.follow()
    assert await home.left() == 7 * ONE
    await home.undo(intake)
    assert await home.left() == 7 * ONE


async def test_a_refill_is_no_count(home: Home) -> None:
    await home.begin(10 * ONE)
    before = await home.take()
    await home.refill(5 * ONE)
    await home.undo(before)
    assert await home.left() == 15 * ONE


async def test_the_entries_tell_the_story(home: Home) -> None:
    await home.begin(2 * ONE)
    await home.undo(await home.take())
    await home.refill(28 * ONE)
    await home.correct(12 * ONE)
    rows = (await home.tx.execute(select(StockEntry).order_by(col(StockEntry.id)))).scalars()
    assert [(row.kind, row.amount) for row in rows] == [
        ("start", 2000),
        ("intake", -1000),
        ("undo", 1000),
        ("refill", 28000),
        ("correction", -18000),
    ]


async def test_deleting_the_regimen_leaves_nothing(home: Home) -> None:
    await home.begin(2 * ONE)
    await home.take()
    await regimens.remove(home.tx, home.ana, home.regimen, NOW)
    for table in (Stock, StockEntry):
        assert (await home.tx.execute(select(table))).first() is None


@pytest.mark.parametrize(("left", "per_dose"), [(-1, ONE), (ONE, 0), (stock.MOST + 1, ONE), (ONE, stock.MOST + 1)])
async def test_impossible_amounts_are_refused(home: Home, left: int, per_dose: int) -> None:
    with pytest.raises(JournalError, match="bad_amount"):
        await home.begin(left, per_dose)


@pytest.mark.parametrize("seed", range(6))
async def test_it_is_what_a_sheet_of_paper_gives(home: Home, seed: int) -> None:
    """On paper: a use stops at zero, a return gives back that use, and a count wipes what was before it."""
    chance, left, uses = random.Random(seed), 3000, []
    await home.begin(left)
    for _ in range(25):
        match chance.choice(["take", "take", "undo", "refill", "correct"]):
            case "take":
                uses.append((await home.take(), min(ONE, left)))
                left -= uses[-1][1]
            case "undo" if uses:
                intake, used = uses.pop(chance.randrange(len(uses)))
                await home.undo(intake)
                left += used
            case "refill":
                got = chance.randint(1, 1500)
                await home.refill(got)
                left += got
            case "correct":
                left = chance.randint(0, 2500)
                await home.correct(left)
                uses = [(intake, 0) for intake, _ in uses]
        assert await home.left() == left
