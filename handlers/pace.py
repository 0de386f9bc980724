"""The pace of sending: never more than so many starts in any second, and evenly rather than in bursts."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

SPARE = 1.03  # a start arrives a little sooner or later than the one before it: Telegram counts what arrives
CATCH_UP = timedelta(milliseconds=100)  # so much of a delay in this process is made up for


class Pace:
    """At most `per_second` starts in any second. Fractions are fine."""

    def __init__(self, per_second: float) -> None:
        most = max(1, int(per_second))
        self._window = timedelta(seconds=SPARE * most / per_second)
        self._gap = self._window / most
        self._starts: deque[datetime] = deque(maxlen=most)
        self._next: datetime | None = None

    def free_at(self, now: datetime) -> datetime:
        """Return when the next may start."""
        is_full = len(self._starts) == self._starts.maxlen
        return max(self._next or now, self._starts[0] + self._window if is_full else now)

    def count(self, now: datetime) -> None:
        """One has started."""
        self._starts.append(now)
        self._next = max(self._next or now, now - CATCH_UP) + self._gap

    def clear(self) -> None:
        """Forget what has started."""
        self._starts.clear()
        self._next = None
