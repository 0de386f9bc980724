"""A plan that another one will take the place of: one course of planned moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal.timing import search
from journal.timing.plan import Plan
from journal.timing.planned import Planned


@dataclass(frozen=True, slots=True)
class Succession:
    """`plan` holds before `at`, `then` from `at` (aware) on; without them `plan` holds for good."""

    plan: Plan
    then: Plan | None = None
    at: datetime | None = None

    def first(self, zone: ZoneInfo, at_or_after: datetime) -> Planned | None:
        """The first planned moment at or after a moment: exactly now is due."""
        found = search.first(self.plan, zone, at_or_after)
        if self.then is None or self.at is None or (found and found.at < self.at):
            return found
        return search.first(self.then, zone, max(at_or_after, self.at))

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
        """The moments that are planned for a local date, ascending."""
        if self.then is None or self.at is None:
            return search.on_date(self.plan, zone, day)
        before = (one for one in search.on_date(self.plan, zone, day) if one.at < self.at)
        return (*before, *(one for one in search.on_date(self.then, zone, day) if one.at >= self.at))
