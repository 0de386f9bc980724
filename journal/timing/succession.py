"""A plan that another one will take the place of, with what was booked instead: one course of planned moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal.timing.followed import Followed, Given
from journal.timing.plan import Plan
from journal.timing.planned import Planned


@dataclass(frozen=True, slots=True)
class Booked:
    """A moment that stands in for the planned one of a key, wherever its zone goes."""

    local_date: date
    slot: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Succession:
    """`plan` holds before `at`, `then` from `at` (aware) on; without them `plan` holds for good.

    `given`: the doses taken, which move a plan that counts from them; `booked` moments stay between their neighbours.
    """

    plan: Plan
    then: Plan | None = None
    at: datetime | None = None
    given: tuple[Given, ...] = ()
    booked: tuple[Booked, ...] = ()

    def first(self, zone: ZoneInfo, at_or_after: datetime) -> Planned | None:
        """The first planned moment at or after a moment: exactly now is due."""
        found = self._planned(zone, at_or_after)
        while found and self._moved(found) != found:
            found = self._planned(zone, found.at + datetime.resolution)
        others = [self._moved(one) for booked in self.booked for one in self._date(zone, booked.local_date)]
        others = [one for one in others if one.at >= at_or_after]
        return min(others + ([found] if found else []), key=lambda one: one.at, default=None)

    def after(self, zone: ZoneInfo, planned_at: datetime) -> Planned | None:
        """The first planned moment strictly after a moment."""
        return self.first(zone, planned_at + datetime.resolution)

    def between(self, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Planned]:
        """The planned moments in [start, end), ascending."""
        found = self.first(zone, start)
        while found and found.at < end:
            yield found
            found = self.after(zone, found.at)

    def on_date(self, zone: ZoneInfo, day: date) -> tuple[Planned, ...]:
        """The doses that are planned for a local date, also when they were booked for another, ascending."""
        return tuple(self._moved(one) for one in self._date(zone, day))

    def _planned(self, zone: ZoneInfo, at_or_after: datetime) -> Planned | None:
        found = Followed(self.plan, self.given).first(zone, at_or_after)
        if self.then is None or self.at is None or (found and found.at < self.at):
            return found
        return Followed(self.then, self.given).first(zone, max(at_or_after, self.at))

    def _date(self, zone: ZoneInfo, day: date) -> tuple[Planned, ...]:
        planned = Followed(self.plan, self.given).on_date(zone, day)
        if self.then is None or self.at is None:
            return planned
        later = Followed(self.then, self.given).on_date(zone, day)
        return (*(one for one in planned if one.at < self.at), *(one for one in later if one.at >= self.at))

    def _moved(self, planned: Planned) -> Planned:
        key = (planned.local_date, planned.slot)
        booked = next((each for each in self.booked if (each.local_date, each.slot) == key), None)
        return replace(planned, at=booked.at) if booked else planned
