"""Clocks that misbehave, as a system's clock may."""

from __future__ import annotations

from datetime import datetime, timedelta

from journal.clock import SystemClock
from simulator.clock import PretendClock


class SteppedClock(PretendClock):
    """A pretended clock that somebody may set back."""

    def back(self, by: timedelta) -> None:
        """Show so much less."""
        self._shown = self._shown - by


class SteppedSystemClock(SystemClock):
    """The system's clock, but for so much as somebody has set it forward or back."""

    off = timedelta(0)

    def now(self) -> datetime:
        """The moment that the clock shows."""
        return super().now() + self.off
