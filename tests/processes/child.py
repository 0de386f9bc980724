"""`python -m tests.processes.child FOLDER`: the bot of `bot.py` in a process of its own, by a clock kept in a file.

Everything but the clock is what production composes: settings from the environment, HTTP, signals.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot import App, compose, serve
from journal.clock import SystemClock
from settings import load_settings

LOOK = timedelta(milliseconds=20)


class FileClock(SystemClock):
    """The system's clock, ahead of it by the seconds written in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def ahead(self) -> timedelta:
        return timedelta(seconds=float(self._file.read_text()))

    def now(self) -> datetime:
        return super().now() + self.ahead

    def wall(self, moment: datetime) -> datetime:
        return moment - self.ahead


async def follow(app: App, clock: FileClock) -> None:
    """Live through each jump of the clock instead of taking it for an outage."""
    ahead = clock.ahead
    while True:
        await clock.sleep_until(clock.now() + LOOK)
        if clock.ahead != ahead:
            ahead = clock.ahead
            await app.courier.lived(clock.now())
            app.ticker.wake()


async def main(folder: Path) -> None:
    clock = FileClock(folder / "ahead")
    app = await compose(load_settings(None), clock)
    jumps = asyncio.create_task(follow(app, clock))
    await serve(app, asyncio.Event())
    jumps.cancel()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
