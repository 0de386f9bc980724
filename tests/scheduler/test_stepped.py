"""A clock that is set back: who waits for so long goes on in time, and the courier does its laps."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from scheduler.ticker import Ticker
from tests.clocks import SteppedSystemClock
from tests.world import World


@pytest.mark.parametrize("off", [-timedelta(hours=1), timedelta(0), timedelta(milliseconds=200)])
async def test_a_wait_lasts_no_longer_than_it_was_meant_to(off: timedelta) -> None:
    clock = SteppedSystemClock()
    waiting = asyncio.create_task(clock.sleep_until(clock.now() + timedelta(milliseconds=200)))
    await asyncio.sleep(0)  # noqa: TID251 - lets it begin
    clock.off = off
    await asyncio.wait_for(waiting, 5)


async def test_the_courier_does_its_laps_though_nobody_wakes_it(world: World) -> None:
    laps = Laps()
    ticker = Ticker(world.app.db, SteppedSystemClock(), laps, timedelta(milliseconds=20))  # type: ignore[arg-type]
    running = asyncio.create_task(ticker.run())
    await asyncio.wait_for(laps.three.wait(), 5)
    ticker.stop()
    await asyncio.wait_for(running, 5)


class Laps:
    """A courier that counts."""

    def __init__(self) -> None:
        self.count, self.three = 0, asyncio.Event()

    async def lap(self) -> None:
        self.count += 1
        if self.count == 3:
            self.three.set()

    def stop(self) -> None:
        """Nothing is under way."""
