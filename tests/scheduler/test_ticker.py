"""The ticker with its real timers: it wakes the courier in time, after trouble too, and stops when it is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from simulator.clock import PretendClock
from simulator.core import Simulator
from tests.world import START, World


@pytest.fixture
async def running(fresh_database):  # type: ignore[no-untyped-def]
    """One replica whose own loops run, by a clock that runs."""
    world = World(fresh_database)
    world.clock = PretendClock(START, running=True)
    world.sim = Simulator(world.clock, world.sim.token)
    app = await world.add_replica()
    ticking, applying = (asyncio.create_task(loop) for loop in (app.ticker.run(), app.inbox.run()))
    yield world
    applying.cancel()
    app.ticker.stop()
    await asyncio.wait_for(ticking, 10)
    await world.close()


async def sees(world: World, person, text: str) -> None:  # type: ignore[no-untyped-def]
    end = world.clock.now() + timedelta(seconds=10)
    while not any(text in message.body for message in person.chat):
        assert world.clock.now() < end, text
        await world.app.poller.once()
        await world.clock.sleep_until(world.clock.now() + timedelta(milliseconds=10))


async def test_a_due_moment_wakes_the_courier_by_itself(running: World) -> None:
    ana = running.sim.join(1001, "Ana", "en")
    for text, answer in (("/start", "Hello"), (None, "Where do you live"), ("Europe/London", "When shall I ask")):
        if text:
            ana.say(text)
        else:
            ana.tap("I agree")
        await sees(running, ana, answer)
    soon = running.clock.now() + timedelta(seconds=61)
    ana.say(soon.strftime("%H:%M"))
    await sees(running, ana, "On which day")
    running.clock.set(soon.replace(second=0, microsecond=0) - timedelta(seconds=3))
    ana.tap("Sunday")
    await sees(running, ana, "Where things stand")
    await sees(running, ana, "Check-in for")


async def test_a_lap_that_fails_is_followed_by_another(running: World) -> None:
    app = running.app
    good, app.ticker._courier = app.ticker._courier, Broken()  # type: ignore[assignment]
    app.ticker.wake()
    await sees_laps(running, 1)
    app.ticker._courier = good
    running.clock.set(running.clock.now() + timedelta(seconds=6))
    await asyncio.wait_for(app.ticker.settled(), 10)


class Broken:
    """A courier whose database is away."""

    laps = 0

    async def lap(self) -> None:
        type(self).laps += 1
        raise RuntimeError("the database is away")


async def sees_laps(world: World, laps: int) -> None:
    end = world.clock.now() + timedelta(seconds=10)
    while Broken.laps < laps:
        assert world.clock.now() < end
        await world.clock.sleep_until(world.clock.now() + timedelta(milliseconds=10))
