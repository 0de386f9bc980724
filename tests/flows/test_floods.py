"""Who writes a thousand messages a minute slows nobody else down, and loses nothing that was taken in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from handlers.incoming import stored
from journal.inbox import MOST_WAITING
from journal.tables import InboxUpdate
from simulator.people import Human
from tests.flows.care import rows
from tests.world import World

FLOOD = 1000


@pytest.fixture
async def world(fresh_database: Path) -> AsyncIterator[World]:
    """One replica that may send 25 messages a second, one a second to each person, by a clock that stands."""
    world = World(fresh_database)
    await world.open(1)
    yield world
    await world.close()


async def bounded(world: World) -> None:
    """From now on messages wait for their turn, as in real life."""
    await world.close()
    world.replicas.clear()
    await world.add_replica(messages_per_second=25.0)


@asynccontextmanager
async def working(world: World) -> AsyncIterator[None]:
    """The inbox at work in the background."""
    task = asyncio.create_task(world.app.inbox.run())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def take_in(world: World) -> None:
    """Take in all that waits at Telegram."""
    while world.sim.pending():
        await world.app.poller.once()


async def until(world: World, done: Callable[[], bool]) -> None:
    """Let the bot work, its clock standing still, until what people see is so."""
    changed = asyncio.Event()
    world.sim.watchers.append(changed.set)
    async with asyncio.timeout(20):
        while not done():
            await changed.wait()
            changed.clear()
    world.sim.watchers.remove(changed.set)


def answers(person: Human) -> list[str]:
    return [message.body for message in person.chat if message.from_bot]


async def test_an_answer_comes_while_somebody_else_floods(world: World) -> None:
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await bounded(world)
    before = len(answers(bo))
    async with working(world):
        for number in range(FLOOD):
            bo.say(f"/help {number}")
        await take_in(world)
        await until(world, lambda: len(answers(bo)) > before)
        ana.say("/privacy")
        await take_in(world)
        world.clock.set(world.clock.now() + timedelta(seconds=1))
        await until(world, lambda: "Your data" in ana.last.body)
        assert len(answers(bo)) - before < 10


async def test_what_was_taken_in_is_all_answered_and_the_rest_is_said_to_be_left_out(world: World) -> None:
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    before = len(answers(bo))
    for number in range(FLOOD):
        bo.say(f"/help {number}")
    await take_in(world)
    assert len([row for row in await rows(world, InboxUpdate) if row.applied_at is None]) == MOST_WAITING
    ana.say("/privacy")
    await world.settle()
    assert "Your data" in ana.last.body
    said = answers(bo)[before:]
    assert len(said) == MOST_WAITING
    assert [text.startswith("You write faster") for text in said] == [False] * (MOST_WAITING - 1) + [True]
    assert all(row.applied_at and not row.payload for row in await rows(world, InboxUpdate))
    assert "What I can do" in await world.say(bo, "/help")


async def test_a_restart_in_the_middle_of_a_flood_loses_nothing(world: World) -> None:
    ana = await world.arrive()
    before = len(answers(ana))
    await bounded(world)
    for number in range(50):
        ana.say(f"/help {number}")
    await take_in(world)
    async with working(world):
        await until(world, lambda: len(answers(ana)) > before)
    await world.restart()
    await world.settle()
    assert len(answers(ana)) - before >= 50
    async with world.app.db.read() as tx:
        waiting = select(func.count()).where(col(InboxUpdate.replied_at).is_(None))
        assert (await tx.execute(waiting)).scalar_one() == 0


async def test_what_was_written_before_everything_was_deleted_is_let_go(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    ana = await world.arrive()
    await world.say(ana, "/delete")
    ana.tap("Yes, delete everything")
    for number in range(30):
        ana.say(f"/help {number}")
    await world.settle()
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []
    assert not [row for row in await rows(world, InboxUpdate) if row.payload or row.applied_at is None]
    assert "I agree" in await world.say(ana, "/start") or "I agree" in ana.last.labels


async def test_what_a_webhook_brings_one_by_one_is_bounded_too(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await bounded(world)
    before = len(answers(bo))
    async with working(world):
        for number in range(20):
            bo.say(f"/help {number}")
        await take_in(world)
        await until(world, lambda: len(answers(bo)) > before)
        for number in range(300):
            bo.say(f"/help {number}")
        for update in world.sim.pending():
            await world.app.inbox.store([stored(update)])
        assert len([row for row in await rows(world, InboxUpdate) if row.applied_at is None]) <= MOST_WAITING
