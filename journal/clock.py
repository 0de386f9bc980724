"""The only reader of the system's clock. Everything else receives `now` or a Clock."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the present comes from. Moments are aware UTC."""

    def now(self) -> datetime:
        """Return the present moment."""
        ...

    def wall(self, moment: datetime) -> datetime:
        """Return the system's moment at which this clock will show `moment`."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Return once this clock shows `moment` or later, or would if nobody had set it back meanwhile."""
        ...


# A suspended host or a stepped clock is noticed within this many seconds.
LONGEST_SLEEP = 30.0  # seconds


class SystemClock:
    """The system's clock, read anew at least every 30 s so that a stepped clock costs seconds."""

    def now(self) -> datetime:
        """Return the system's present moment in UTC."""
        return datetime.now(UTC)

    def wall(self, moment: datetime) -> datetime:
        """Return `moment` itself: this clock is the system's."""
        return moment

    async def sleep_until(self, moment: datetime) -> None:
        """Return once the system's clock shows `moment` or later, or would if nobody had set it back meanwhile."""
        loop = asyncio.get_running_loop()
        end = loop.time() + (moment - self.now()).total_seconds()
        while (left := min((moment - self.now()).total_seconds(), end - loop.time())) > 0:
            await asyncio.sleep(min(left, LONGEST_SLEEP))
