"""`python -m benchmarks.burst`: 50,000 reminders due in one minute, sent within the budget, while people tap.

The baseline is what the budget alone needs. The bot runs whole, over HTTP against a server of its own process: at
1,000 a second by a clock at real speed; at 30 by one that runs ten times as fast, and for a minute at real speed.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from benchmarks._crowd import crowd, settings_of
from bot import compose, serve
from journal.clock import SystemClock

PEOPLE = 50_000
DUE = datetime(2026, 3, 3, 8, tzinfo=UTC)
TAKEN = "1tk|{}|20260303|0|d0"
LEAD = 5  # seconds of real time before it falls due
LOOK = timedelta(seconds=1)


class FastClock:
    """Shows a pretended time that runs `speed` times as fast as the system's."""

    def __init__(self, start: datetime, speed: float) -> None:
        self._system, self._start, self._speed = SystemClock(), start, speed
        self._began = self._system.now()

    def now(self) -> datetime:
        """The pretended moment, aware UTC."""
        return self._start + (self._system.now() - self._began) * self._speed

    def wall(self, moment: datetime) -> datetime:
        """The system's moment at which this clock will show `moment`."""
        return self._system.now() + (moment - self.now()) / self._speed

    async def sleep_until(self, moment: datetime) -> None:
        """Return once this clock shows `moment` or later."""
        await self._system.sleep_until(self.wall(moment))


@dataclass(frozen=True, slots=True)
class Run:
    """One burst: `people` at `per_second` by a clock so fast; every `every`th taps; it ends after `seconds` (real)."""

    name: str
    people: int
    per_second: float
    speed: float
    every: int
    seconds: float


RUNS = (
    Run("1,000 a second", PEOPLE, 1000, 1, 200, 300),
    Run("30 a second, a clock ten times as fast", PEOPLE, 30, 10, 200, 400),
    Run("30 a second, one minute at real speed", 60 * 30, 30, 1, 15, 120),
)


@contextmanager
def api(every: int) -> Iterator[str]:
    """The address of a server while the block lasts."""
    command = [sys.executable, "-m", "benchmarks._burst_api", str(every), TAKEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.kill()


async def burst(run: Run) -> None:
    """Run it and print what arrived when."""
    with tempfile.TemporaryDirectory() as name, api(run.every) as address:
        clock = FastClock(DUE - timedelta(seconds=LEAD) * run.speed, run.speed)
        await crowd(Path(name), clock, ((run.people, DUE),))
        clock = FastClock(DUE - timedelta(seconds=LEAD) * run.speed, run.speed)
        app, stop = await compose(settings_of(address, Path(name), run.per_second), clock), asyncio.Event()
        serving, before = asyncio.create_task(serve(app, stop)), time.process_time()
        report = await _watched(address, run)
        spent = time.process_time() - before
        stop.set()
        await serving
        await app.close()
    _print(run, *report)
    print(f"  processor time: {spent / run.people * 1e6:.0f} µs a reminder, everything included")


Report = tuple[list[tuple[float, int]], dict[str, float], dict[str, float], dict[str, float]]


async def _watched(address: str, run: Run) -> Report:
    """What the server has seen once everybody has their message and every tap its answer, or when time is up."""
    system = SystemClock()
    report: Report = ([], {}, {}, {})
    end = system.now() + timedelta(seconds=run.seconds)
    async with aiohttp.ClientSession() as session:
        while system.now() < end:
            await system.sleep_until(system.now() + LOOK * 5)
            async with session.get(f"{address}/report") as answer:
                report = json.loads(await answer.read())["result"]
            if len({chat for _, chat in report[0]}) == run.people and len(report[3]) >= run.people // run.every:
                break
    return report


def _print(
    run: Run, sent: list[tuple[float, int]], tapped: dict[str, float], toasts: dict[str, float], shown: dict[str, float]
) -> None:
    """Compare with the goals."""
    times = sorted(at * run.speed for at, _ in sent)
    arrived, took = len({chat for _, chat in sent}), times[-1] - times[0]
    alone = (run.people - 1) / run.per_second
    print(f"{run.name}: {run.people:,} due, {run.people - arrived:,} missing, {len(sent) - arrived:,} twice")
    print(f"  last after {took:.1f} s; the budget alone needs {alone:.1f} s: {took / alone:.2f} times (goal: 1.2)")
    if run.speed == 1:  # by a faster clock what a network takes counts as so much more
        print(f"  most in any one second: {_most(times):,} (goal: {run.per_second:,.0f})")
    for what, ends in (("answered", toasts), ("shown", shown)):
        waits = sorted((end - tapped[chat]) * 1000 for chat, end in ends.items() if chat in tapped)
        if waits:
            middle, late = waits[len(waits) // 2], waits[min(len(waits) - 1, int(len(waits) * 0.99))]
            print(f"  taps {what}: {len(waits)} of {len(tapped)}, median {middle:.0f} ms, p99 {late:.0f} (goal: 100)")


def _most(times: list[float]) -> int:
    """How many of these sorted moments lie within any one second."""
    most = first = 0
    for place, at in enumerate(times):
        while times[first] <= at - 1:
            first += 1
        most = max(most, place - first + 1)
    return most


async def main() -> None:
    """Every run, one after the other."""
    print(f"{os.cpu_count()} cores")
    for run in RUNS:
        await burst(run)


if __name__ == "__main__":
    asyncio.run(main())
