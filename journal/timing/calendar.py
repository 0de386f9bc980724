"""Times of day on the dates of a rule, searched from any moment without stepping from the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from journal.timing.local import HORIZON, to_utc
from journal.timing.planned import Planned

# Longer than any change of the clocks is felt: the date line takes away or repeats a day.
LONG_AGO = timedelta(hours=25)

Found = tuple[datetime, datetime, int]
"""A moment, the wall-clock time that it is planned for, and its slot."""


class Dates(Protocol):
    """A rule for dates, as ordinals."""

    def since(self, day: int) -> Iterator[int]:
        """The dates from `day` on, ascending."""

    def upto(self, day: int) -> Iterator[int]:
        """The dates up to `day`, descending."""

    def nth(self, first: int, n: int) -> int | None:
        """The n-th date from the day `first` on, counted from 0; None when there is none."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """`times` on each of `dates` within (`first`, slot) ... (`last`, slot), both included."""

    dates: Dates
    times: tuple[time, ...]
    zone: ZoneInfo
    phase: int
    first: tuple[int, int]
    last: tuple[int, int]

    def ahead(self, moment: datetime) -> Planned | None:
        """The first planned moment at or after `moment`."""
        found: Found | None = None
        for wall, slot in self._since(self._bounds(moment)[0]):
            at = to_utc(wall, self.zone)
            if at >= moment and (found is None or at < found[0]):
                found = at, wall, slot
            # Only a time that a gap has moved can come after one that is planned later.
            if found and at >= found[0] and self._wall(at) == wall:
                break
        return self._planned(found)

    def behind(self, moment: datetime) -> Planned | None:
        """The last planned moment before `moment`."""
        found: Found | None = None
        for wall, slot in self._upto(self._bounds(moment)[1]):
            if found and wall < self._bounds(found[0])[0]:
                break
            at = to_utc(wall, self.zone)
            if at < moment and (found is None or at >= found[0]):
                found = at, wall, slot
        return self._planned(found)

    def _planned(self, found: Found | None) -> Planned | None:
        return found and Planned(found[1].date(), found[2], found[0], self.phase)

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def _bounds(self, moment: datetime) -> tuple[datetime, datetime]:
        """The wall-clock time now and without a recent change of the clocks, the lesser first.

        What is planned before both has passed, what is planned after both has not.
        """
        unchanged = self._wall(moment - LONG_AGO) + LONG_AGO
        return min(self._wall(moment), unchanged), max(self._wall(moment), unchanged)

    def _since(self, floor: datetime) -> Iterator[tuple[datetime, int]]:
        """The planned wall-clock times from `floor` on with their slots, ascending."""
        for day in self.dates.since(max(floor.toordinal(), self.first[0])):
            if day > self.last[0]:
                return
            yield from (one for one in self._on(day) if one[0] >= floor)

    def _upto(self, ceiling: datetime) -> Iterator[tuple[datetime, int]]:
        """The planned wall-clock times up to `ceiling` with their slots, descending."""
        for day in self.dates.upto(min(ceiling.toordinal(), self.last[0])):
            if day < self.first[0]:
                return
            yield from (one for one in reversed(self._on(day)) if one[0] <= ceiling)

    def _on(self, day: int) -> list[tuple[datetime, int]]:
        times = ((datetime.combine(date.fromordinal(day), wall), slot) for slot, wall in enumerate(self.times))
        return [one for one in times if self.first <= (day, one[1]) <= self.last]


def ending(dates: Dates, size: int, first: tuple[int, int], count: int) -> tuple[int, int]:
    """The (day, slot) of dose number `count` from (day, slot) `first` on, with `size` doses a date."""
    start = next(dates.since(first[0]), None)
    days, slot = divmod(count - 1 + (first[1] if start == first[0] else 0), size)
    return dates.nth(first[0], days) or HORIZON, slot
