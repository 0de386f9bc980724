"""Planning for many at once leaves the very rows that planning one by one does."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlmodel import col

from journal import following, keys, notices, people, regimens
from journal.due import people as whose_turn
from journal.tables import Notice, Person, Regimen, Stock
from journal.timing import Anchor, End, Phase, Plan, Timing, Unit
from journal.transaction import Database
from scheduler import claims

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = date(2026, 3, 3)
EIGHT = (time(8),)
DAILY = Plan((Phase(Timing(times=EIGHT), start=DAY),))
TWICE = Plan((Phase(Timing(times=(time(8), time(20))), start=DAY),))
WEEKLY = Plan((Phase(Timing(Unit.WEEKS, 1, EIGHT, weekdays=(1, 3)), start=DAY),))
SIX_HOURLY = Plan((Phase(Timing(Unit.HOURS, 6, EIGHT), start=DAY),))
ZONES = ("Europe/London", "Asia/Kathmandu", "Pacific/Apia")
SIMPLE = (DAILY, TWICE, WEEKLY, SIX_HOURLY)
# Each of these has something that must be planned for by itself.
ODD = {
    "ends": Plan((replace(DAILY.phases[0], end=End(count=5)),)),
    "clinic": Plan((replace(DAILY.phases[0], end=End(clinic=True)),)),
    "offsets": Plan((Phase(Timing(None, 1, EIGHT, offsets=(1, 2, 5)), start=DAY),)),
    "two phases": Plan((replace(DAILY.phases[0], end=End(count=1)), Phase(Timing(Unit.WEEKS, 1, EIGHT)))),
    "actual": replace(DAILY, anchor=Anchor.ACTUAL),
    "stock": DAILY,
    "injection": DAILY,
    "moved zone": DAILY,
}


@pytest.fixture
async def twins(fresh_database: Path, tmp_path: Path) -> AsyncIterator[list[Database]]:
    first = await opened(fresh_database)
    await populate(first)
    await first.close()
    other = tmp_path / "other"
    other.mkdir()
    for file in ("dosebook.db", "key"):
        shutil.copy(fresh_database / file, other / file)
    databases = [await opened(fresh_database), await opened(other)]
    yield databases
    for db in databases:
        await db.close()


async def opened(folder: Path) -> Database:
    db = Database(f"sqlite+aiosqlite:///{folder / 'dosebook.db'}")
    await keys.unlock(db, "", folder / "key")
    return db


async def populate(db: Database) -> None:
    async with db.write() as tx:
        plans = [(zone, plan, "") for zone in ZONES for plan in SIMPLE]
        plans += [("Europe/London", plan, name) for name, plan in ODD.items()]
        for number, (zone, plan, name) in enumerate(plans):
            person = Person(chat_id=number + 1, zone=zone, created_at=START, agreed_at=START)
            tx.add(person)
            await tx.flush()
            await tx.refresh(person)
            route = "injection" if name == "injection" else "tablet"
            regimen = await regimens.add(tx, person, "Vitamin X", "1 mg", route, plan, START)
            if name == "stock":
                tx.add(Stock(regimen_id=regimens.ident(regimen), unit="tablet", per_dose=1000))
            if name == "moved zone":
                person.zone = "Asia/Tokyo"


async def one_by_one(db: Database, now: datetime) -> None:
    async with db.write() as tx:
        for notice in await notices.due_of(tx, await whose_turn(tx, now, 1000), now):
            await claims._follow(tx, notice, now)


async def together(db: Database, now: datetime) -> tuple[int, int]:
    """How many were planned for together, and how many by themselves."""
    async with db.write() as tx:
        to = await people.of_ids(tx, found := await whose_turn(tx, now, 1000))
        due = await notices.due_of(tx, found, now)
        done = await following.plan(tx, to, due, now)
        for notice in due:
            if notice.id not in done:
                await claims._follow(tx, notice, now)
        return len(done), len(due) - len(done)


async def rows(db: Database) -> list[tuple[object, ...]]:
    async with db.read() as tx:
        owed = select(col(Notice.person_id), col(Notice.kind), col(Notice.subject), col(Notice.n), col(Notice.due_at))
        planned = text("SELECT regimen_id, local_date, slot, planned_at, dose_text FROM occurrence")
        found = [tuple(row) for row in [*await tx.execute(owed), *await tx.execute(planned)]]
    return sorted(found, key=repr)


@pytest.mark.parametrize("late", [timedelta(0), timedelta(minutes=40), timedelta(hours=5)])
async def test_both_ways_leave_the_same_rows(twins: list[Database], late: timedelta) -> None:
    """Over a day, reminder by reminder, when the courier comes in time and when it comes late."""
    slow, fast = twins
    counted = [0, 0]
    for hour in range(0, 30, 2):
        now = START + timedelta(hours=12 + hour) + late
        await one_by_one(slow, now)
        many, single = await together(fast, now)
        counted = [counted[0] + many, counted[1] + single]
        assert await rows(fast) == await rows(slow)
        for db in twins:
            async with db.write() as tx:
                await tx.execute(text("UPDATE notice SET state = 'sent' WHERE ready_at <= :now"), {"now": now})
    assert min(counted) >= len(ODD), counted


async def test_a_plan_that_rests_or_has_ended_is_left_alone(twins: list[Database]) -> None:
    _, fast = twins
    async with fast.write() as tx:
        await tx.execute(Regimen.__table__.update().values(status="paused"))  # type: ignore[attr-defined]
    assert (await together(fast, START + timedelta(days=1)))[0] == 0


async def test_a_person_for_whom_everything_rests_is_left_alone(twins: list[Database]) -> None:
    _, fast = twins
    async with fast.write() as tx:
        await tx.execute(Person.__table__.update().values(paused_since=START))  # type: ignore[attr-defined]
    assert (await together(fast, START + timedelta(days=1)))[0] == 0
