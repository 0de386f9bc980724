"""The machine in trouble: no network, a locked or full database, a clock that jumps, a host that slept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from telegram.error import TelegramError

from bot import compose
from handlers.request import NotSent
from journal.transaction import Unavailable
from simulator.clock import PretendClock
from simulator.door import InProcessRequest
from simulator.people import Human
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


def due(person: Human) -> int:
    return sum(message.body.startswith("Dose due") for message in person.chat)


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
    async with world.app.db.write() as tx:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages}"))
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


async def test_a_host_that_slept_for_an_hour_says_once_what_fell_due(world: World, ana: Human) -> None:
    await world.settle()
    world.clock.set(EIGHT + timedelta(hours=1))
    await world.settle()
    found = [message.body for message in ana.chat if message.from_bot and "Vitamin X" in message.body][-1]
    assert due(ana) == 0
    assert "offline" in found
    await world.tap(ana, "Taken")
    assert "taken at 09:00" in ana.last.body


class Stepped(PretendClock):
    """A clock that somebody sets back."""

    def back(self, by: timedelta) -> None:
        self._shown = self._shown - by


async def test_a_clock_set_back_repeats_nothing(world: World, ana: Human) -> None:
    clock = Stepped(world.clock.now().astimezone(UTC))
    await world.close()
    world.clock = clock
    world.replicas.clear()
    await world.open(1)
    await world.go(EIGHT + timedelta(minutes=5))
    assert due(ana) == 1
    clock.back(timedelta(minutes=50))
    await world.settle()
    await world.go(EIGHT + timedelta(minutes=30))
    assert due(ana) == 1
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-04 08:00"))
    assert due(ana) == 1  # the first one shows what was recorded
    assert ana.last.body.startswith("Dose due 08:00")


@pytest.mark.parametrize("chats", ["one", "all"])
async def test_asked_to_wait_a_long_time_everything_comes_later_and_once(world: World, ana: Human, chats: str) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X 1 mg tablet every day at 8:00")
    await world.go(EIGHT - timedelta(minutes=1))
    only = ana.id if chats == "one" else None
    world.sim.fault("sendMessage", "429", times=2, retry_after=300, chat=only)
    await world.go(EIGHT + timedelta(minutes=1))
    assert due(ana) == 0
    await world.go(EIGHT + timedelta(minutes=12))
    assert (due(ana), due(bo)) == (1, 1)
