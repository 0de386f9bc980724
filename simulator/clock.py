"""A clock that shows a pretended time: it stands still until it is set, or runs from a chosen moment."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from journal.clock import LONGEST_SLEEP, SystemClock


class PretendClock:
    """Shows aware UTC. A standing clock moves only by `set`; a running one also moves at real speed."""

    def __init__(self, start: datetime, running: bool = False) -> None:
        """Show `start` (aware) now; a naive `start` is a ValueError."""
        self._system = SystemClock()
        self._running = running
        self._shown = _utc(start)
        self._set_at = self._system.now()
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The moment that this clock shows, aware UTC."""
        if not self._running:
            return self._shown
        return self._shown + (self._system.now() - self._set_at)

    def wall(self, moment: datetime) -> datetime:
        """The system's moment (aware UTC) at which this clock will show `moment`, unless it is set before."""
        return self._system.now() + (_utc(moment) - self.now())

    async def sleep_until(self, moment: datetime) -> None:
        """Return once this clock shows `moment` or later, by running or by being set."""
        while (left := moment - self.now()) > timedelta(0):
            moved = self._moved
            patience = min(left.total_seconds(), LONGEST_SLEEP) if self._running else None
            try:
                async with asyncio.timeout(patience):
                    await moved.wait()
            except TimeoutError:
                continue

    def set(self, moment: datetime) -> None:
        """Show `moment` (aware) from now on and wake the sleepers; it never goes back to a past moment."""
        self._shown, self._set_at = max(_utc(moment), self.now()), self._system.now()
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()


def _utc(moment: datetime) -> datetime:
    """`moment` in UTC; a naive one is a ValueError."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no zone")
    return moment.astimezone(UTC)
