"""The machine in trouble: no network, a locked or full database, a clock that jumps, a host that slept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from telegram.error import TelegramError

from bot import compose
from handlers.request import NotSent
from journal.transaction import Database, Unavailable
from simulator.door import InProcessRequest
from simulator.people import Human
from tests.flows.crowds import due
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")


class Unplugged(InProcessRequest):
    """A request whose names cannot be resolved while `down`."""

    down = False

    async def do_request(self, *args: Any, **more: Any) -> tuple[int, bytes]:
        if self.down:
            raise NotSent("ClientConnectorDNSError")
        return await super().do_request(*args, **more)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.go(EIGHT - timedelta(minutes=1))
    return ana


@pytest.fixture
async def plug(world: World, ana: Human) -> Unplugged:
    """The only replica talks through a plug that can be pulled."""
    await world.close()
    plug = Unplugged(world.sim)
    world.replicas[:] = [await compose(world.settings(), world.clock, plug, strict=True)]
    await world.app.start()
    return plug


async def lap(world: World, until: datetime, step: timedelta = timedelta(seconds=30)) -> None:
    """Let the courier wake every 30 seconds, as it does, without anything coming in."""
    while world.clock.now() < until:
        world.clock.set(min(until, world.clock.now() + step))
        await world.app.courier.lap()


async def test_an_hour_without_names_loses_nothing_and_repeats_nothing(
    world: World, ana: Human, plug: Unplugged
) -> None:
    plug.down = True
    ana.say("/today")
    with pytest.raises(TelegramError):
        await world.app.poller.once()
    await lap(world, EIGHT + timedelta(minutes=59), timedelta(minutes=1))
    assert due(ana) == 0
    plug.down = False
    await lap(world, EIGHT + timedelta(minutes=61))
    await world.settle()
    assert due(ana) == 1
    assert any("Vitamin X" in m.body and "Dose due" not in m.body for m in ana.chat if m.from_bot)


async def test_a_summary_waits_for_the_network_too(world: World, ana: Human, plug: Unplugged) -> None:
    sunday = at("2026-03-08 09:00")
    await world.app.courier.lived(sunday)
    world.clock.set(sunday - timedelta(minutes=1))
    await world.settle()
    plug.down = True
    await lap(world, sunday + timedelta(minutes=9), timedelta(minutes=1))
    plug.down = False
    await lap(world, sunday + timedelta(minutes=12))
    assert sum(message.body.startswith("Your week") for message in ana.chat if message.from_bot) == 1


async def test_a_database_that_is_locked_for_a_while_only_delays(world: World, ana: Human) -> None:
    for app in world.replicas:
        async with app.db.write() as tx:
            await tx.execute(text("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(world.folder / "dosebook.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ana.say("/today")
        with pytest.raises(Unavailable):
            await world.app.poller.once()
        world.clock.set(EIGHT)
        with pytest.raises(Unavailable):
            await world.app.courier.lap()
        other.execute("ROLLBACK")
    await world.settle()
    assert due(ana) == 1
    assert not world.sim.pending()
    assert sum("Vitamin X" in message.body for message in ana.chat if message.from_bot) >= 2


async def fill(world: World, ana: Human) -> None:
    for word in range(500):
        ana.say(f"/add {'x' * 90}{word}")
        await world.settle()


async def test_a_full_disk_saves_nothing_by_halves_and_goes_on_when_there_is_room(world: World, ana: Human) -> None:
    await world.replicas.pop().close()
    await limit(world.app.db)
    with pytest.raises(Unavailable):
        await fill(world, ana)
    before = len(ana.chat)
    async with world.app.db.write() as tx:
        await tx.execute(text("PRAGMA max_page_count=1000000"))
    await world.settle()
    assert not world.sim.pending()
    assert len(ana.chat) > before
    await world.go(EIGHT)
    assert due(ana) == 1
    with closing(sqlite3.connect(world.folder / "dosebook.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_what_was_sent_but_could_not_be_noted_is_not_sent_again(world: World, ana: Human) -> None:
    """The lock is taken between the send and the note that it was sent."""
    db = world.folder / "dosebook.db"
    async with world.app.db.write() as tx:
        await tx.execute(text("PRAGMA busy_timeout=50"))
    courier, app = world.app.courier, world.app
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        world.sim.watchers.append(lambda: None if other.in_transaction or not due(ana) else locked(other))
        world.clock.set(EIGHT)
        with pytest.raises(Unavailable):
            await courier.lap()
        world.sim.watchers.clear()
        other.execute("ROLLBACK")
    for minute in (0, 1, 2, 5, 30):
        world.clock.set(EIGHT + timedelta(minutes=minute))
        await app.courier.lap()
    assert due(ana) == 1


def locked(other: sqlite3.Connection) -> None:
    other.execute("BEGIN IMMEDIATE")


async def test_on_a_full_disk_reminders_wait_for_room(world: World, ana: Human) -> None:
    """What follows them needs room, so they are not even claimed: nothing is sent that could not be noted."""
    for number in range(10):
        await world.take(ana, f"Vitamin {number} 1 mg tablet every day at 8:00")
    async with world.app.db.write() as tx:
        await tx.execute(text("CREATE TABLE filler (words)"))
    for app in world.replicas:
        await limit(app.db)
    with closing(sqlite3.connect(world.folder / "dosebook.db")) as db, pytest.raises(sqlite3.OperationalError):
        fill_up(db)
    before = len(ana.chat)
    world.clock.set(EIGHT)
    for app in world.replicas:
        with pytest.raises(Unavailable):
            await app.courier.lap()
    assert len(ana.chat) == before
    for app in world.replicas:
        async with app.db.write() as tx:
            await tx.execute(text("PRAGMA max_page_count=1000000"))
    await world.go(EIGHT + timedelta(minutes=5))
    assert len(ana.chat) == before + 1
    assert "Vitamin 9" in ana.last.body


async def limit(db: Database) -> None:
    async with db.write() as tx:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages}"))


def fill_up(db: sqlite3.Connection) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count={pages}")
    while True:
        with db:
            db.execute("INSERT INTO filler VALUES (zeroblob(100))")
