"""The watchdog: ends a process whose loop, polling or courier is stuck, so that a supervisor starts it anew."""

from __future__ import annotations

import faulthandler
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from journal.clock import Clock

EVERY = timedelta(seconds=30)
LOOKS = 3
PATIENCE = timedelta(minutes=5)  # longer than a poll, a batch of failing sends, or a locked database lasts

log = logging.getLogger(__name__)

Signs = Callable[[], Mapping[str, datetime | None]]


class Stuck(Exception):
    """Something has shown no sign of life; the message names it."""


class Watchdog:
    """Looks after what should move. `signs`: when each was last seen moving; None before it has begun to."""

    def __init__(self, clock: Clock, signs: Signs, patience: timedelta = PATIENCE) -> None:
        self._clock, self._signs, self._patience = clock, signs, patience
        self._looks: Counter[str] = Counter()  # in a row at which it had not moved

    async def run(self) -> None:
        """Look every 30 s until cancelled. Raises Stuck.

        A loop that hangs cannot look at itself: then a thread ends the process, with where it hung on standard error.
        """
        try:
            while True:
                faulthandler.dump_traceback_later(self._patience.total_seconds(), exit=True)
                self._look()
                await self._clock.sleep_until(self._clock.now() + EVERY)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def _look(self) -> None:
        """After a host's sleep or a step of the clock everything looks old: only what stays so counts."""
        now = self._clock.now()
        for name, moved_at in self._signs().items():
            is_old = moved_at is not None and now - moved_at > self._patience
            self._looks[name] = self._looks[name] + 1 if is_old else 0
            if self._looks[name] >= LOOKS:
                log.error("stuck: %s has not moved since %s", name, moved_at)
                raise Stuck(name)
