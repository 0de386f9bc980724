"""The watchdog: what is stuck ends the process, what only looks old does not."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from scheduler.watchdog import EVERY, LOOKS, PATIENCE, Stuck, Watchdog
from simulator.clock import PretendClock
from tests.world import START

HANGS = """
import asyncio, time
from datetime import timedelta
from journal.clock import SystemClock
from scheduler.watchdog import Watchdog
async def main():
    asyncio.create_task(Watchdog(SystemClock(), dict, timedelta(seconds=1)).run())
    await asyncio.sleep(0.1)
    time.sleep(20)
asyncio.run(main())
"""


async def look(clock: PretendClock, moved: dict[str, datetime | None], keeps_moving: bool, looks: int) -> None:
    """Have the watchdog look so often, `keeps_moving` or not. Raises what it raises."""
    dog = asyncio.create_task(Watchdog(clock, lambda: moved).run())
    for _ in range(looks):
        for _ in range(3):
            await asyncio.sleep(0)  # noqa: TID251 - lets it look
        if dog.done():
            break
        clock.set(clock.now() + EVERY)
        if keeps_moving:
            moved["courier"] = clock.now()
    dog.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dog


async def test_what_moves_is_left_alone() -> None:
    await look(PretendClock(START), {"courier": START}, keeps_moving=True, looks=40)


async def test_what_has_not_begun_is_left_alone() -> None:
    await look(PretendClock(START), {"courier": None}, keeps_moving=False, looks=40)


async def test_what_does_not_move_any_more_ends_the_process() -> None:
    with pytest.raises(Stuck, match="courier"):
        await look(PretendClock(START), {"courier": START}, keeps_moving=False, looks=40)


async def test_a_host_that_slept_is_not_taken_for_stuck() -> None:
    clock = PretendClock(START + timedelta(hours=1))
    await look(clock, {"courier": START}, keeps_moving=True, looks=40)


async def test_patience_lasts_longer_than_a_few_looks() -> None:
    clock = PretendClock(START)
    await look(clock, {"courier": START}, keeps_moving=False, looks=int(PATIENCE / EVERY) + LOOKS - 1)


def test_a_loop_that_hangs_ends_with_where_it_hung() -> None:
    done = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=15, check=False)
    assert done.returncode != 0
    assert "Timeout" in done.stderr
