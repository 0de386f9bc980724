"""`rotate-keys` beside the replicas of a world, as another process would run it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Text, column, select, table

from journal import keys, rotation
from journal.clock import Clock
from journal.encryption import named_in
from tests.world import World


class Waiting:
    """The world's clock, for somebody whose sleep shows."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self.asleep = clock, asyncio.Event()
        self.now, self.wall = clock.now, clock.wall

    async def sleep_until(self, moment: datetime) -> None:
        self.asleep.set()
        await self._clock.sleep_until(moment)


@asynccontextmanager
async def rotating(world: World) -> AsyncIterator[asyncio.Task[int]]:
    """It has gone through everything once, and is done or waits for the bots; it is cut off at the end."""
    db, clock = await keys.opened(world.database_url, "", world.folder / "key"), Waiting(world.clock)
    task = asyncio.create_task(rotation.rotate(db, clock, lambda name, count: None))
    asleep = asyncio.create_task(clock.asleep.wait())
    await asyncio.wait([task, asleep], return_when=asyncio.FIRST_COMPLETED)
    yield task
    for each in (task, asleep):
        each.cancel()
    await asyncio.gather(task, asleep, return_exceptions=True)
    await db.close()


async def a_minute(world: World) -> None:
    """A minute in which every replica beats."""
    await world.go(timedelta(seconds=30))
    for app in world.replicas:
        await app.courier.lap()
    await world.go(timedelta(seconds=30))


async def renew(world: World) -> str:
    """A new key, everything under it, and the old one thrown away; returns the new one."""
    _, new = add_key(world)
    await world.restart()
    async with rotating(world) as task:
        await a_minute(world)
        assert await task > 0
    (world.folder / "key").write_text(new)
    return new


def add_key(world: World) -> tuple[str, str]:
    """Put a second key into the file of every replica; returns the old one and the new one."""
    keys.add_key(world.folder / "key")
    new, old = (world.folder / "key").read_text().split()
    return old, new


async def names(world: World) -> set[str]:
    """The ids of the keys that values are under."""
    async with world.app.db.read() as tx:
        rows = [(await tx.execute(select(stored(each)))).scalars().all() for each in rotation.encrypted()]
    return {named_in(value) for values in rows for value in values if value is not None}


def stored(each: Column[Any]) -> Any:
    return table(each.table.name, column(each.name, Text)).c[each.name]
