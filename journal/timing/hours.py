"""Steps of elapsed hours from a moment, and the times of a daily window in steps of hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from journal.timing.days import EVERY_DAY
from journal.timing.plan import Timing
from journal.timing.planned import Planned

DAY = 24 * 60

# A grid that meets none of its weekdays in so many steps meets none: weekdays come round in at most
# 168 steps, and the clocks change within a year.
MOST_MISSES = 400


@dataclass(frozen=True, slots=True)
class Hours:
    """The moments `anchor` + k × `step` for k in `first` ... `last`, those on the weekdays `keep`."""

    anchor: datetime
    step: timedelta
    keep: frozenset[int]
    zone: ZoneInfo
    phase: int
    first: int
    last: int

    def ahead(self, moment: datetime) -> Planned | None:
        """The first planned moment at or after `moment`."""
        k = max(self.first, self.reach(moment))
        return self._kept(range(k, min(k + MOST_MISSES, self.last + 1)))

    def behind(self, moment: datetime) -> Planned | None:
        """The last planned moment before `moment`."""
        k = min(self.last, self.reach(moment) - 1)
        return self._kept(range(k, max(k - MOST_MISSES, self.first - 1), -1))

    def reach(self, moment: datetime) -> int:
        """The k of the first step at or after `moment`."""
        return -((self.anchor - moment) // self.step)

    def ending(self, count: int) -> Hours:
        """The same, ended after `count` doses."""
        if self.keep == EVERY_DAY:
            return replace(self, last=min(self.last, self.first + count - 1))
        kept = (k for k in range(self.first, self.last + 1) if self._kept([k]))
        return replace(self, last=next(islice(kept, count - 1, None), self.last))

    def _kept(self, steps: Iterable[int]) -> Planned | None:
        planned = (self._planned(k) for k in steps)
        return next((one for one in planned if one.local_date.weekday() in self.keep), None)

    def _planned(self, k: int) -> Planned:
        at = self.anchor + k * self.step
        local = at.astimezone(self.zone)
        return Planned(local.date(), local.hour * 60 + local.minute + DAY * local.fold, at, self.phase)


def window_times(timing: Timing) -> tuple[tuple[time, ...], int]:
    """The wall-clock times of a daily window in order, and how many of them come after its midnight."""
    assert timing.window
    opens, closes = (wall.hour * 60 + wall.minute for wall in timing.window)
    steps = range(opens, closes + 1 + (DAY if closes < opens else 0), timing.every * 60)
    times = tuple(time(*divmod(step % DAY, 60)) for step in steps)
    return tuple(sorted(times)), sum(step >= DAY for step in steps)
