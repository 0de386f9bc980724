"""A plan as it is followed: with the anchor "actual" each intake moves what comes after it (clinical.md S-ANCHOR)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from journal.timing import search
from journal.timing.anchors import Course, course_after
from journal.timing.local import EARLIEST, LATEST, at_local
from journal.timing.plan import Anchor, Plan
from journal.timing.planned import Planned


@dataclass(frozen=True, slots=True)
class Given:
    """A taken dose: the key and the moment that it was planned for, and the moment `at` of the intake."""

    local_date: date
    slot: int
    planned_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Followed:
    """`plan` after the intakes `given`, by the time they were taken. What lay before an intake stays as it was."""

    plan: Plan
    given: tuple[Given, ...] = ()

    def stretches(self, zone: ZoneInfo) -> tuple[tuple[Course, datetime], ...]:
        """The plan itself, and how it goes on after each intake that moves it; each with its last moment."""
        if self.plan.anchor is Anchor.PLANNED or not self.given:
            return ((Course(self.plan), LATEST),)
        return _stretches(self.plan, zone, self.given)

    def at(self, zone: ZoneInfo, moment: datetime) -> Plan:
        """The plan that was followed at a moment."""
        return next(course.plan for course, last in self.stretches(zone) if moment <= last)

    def first(self, zone: ZoneInfo, at_or_after: datetime) -> Planned | None:
        """The first planned moment at or after a moment: exactly now is due."""
        for course, last in self.stretches(zone):
            found = search.first(course.plan, zone, max(at_or_after, course.since)) if at_or_after <= last else None
            if found and found.at <= last:
                return replace(found, phase=found.phase + course.skipped)
        return None

    def after(self, zone: ZoneInfo, planned_at: datetime) -> Planned | None:
        """The first planned moment strictly after a moment."""
        return self.first(zone, planned_at + datetime.resolution)

    def before(self, zone: ZoneInfo, moment: datetime) -> Planned | None:
        """The last planned moment strictly before a moment."""
        for course, last in reversed(self.stretches(zone)):
            found = search.before(course.plan, zone, min(moment, last + datetime.resolution))
            if found and found.at >= course.since:
                return replace(found, phase=found.phase + course.skipped)
        return None

    def between(self, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Planned]:
        """The planned moments in [start, end), ascending."""
        found = self.first(zone, start)
        while found and found.at < end:
            yield found
            found = self.after(zone, found.at)

    def on_date(self, zone: ZoneInfo, day: date) -> tuple[Planned, ...]:
        """The moments that are planned for a local date, ascending; a gap may have moved them by a day."""
        start = at_local(day.toordinal(), time.min, zone)
        return tuple(one for one in self.between(zone, start, start + timedelta(days=3)) if one.local_date == day)


@lru_cache(maxsize=1024)
def _stretches(plan: Plan, zone: ZoneInfo, given: tuple[Given, ...]) -> tuple[tuple[Course, datetime], ...]:
    courses = [Course(plan)]
    for one in sorted(given, key=lambda each: each.at):
        was = courses[-1]
        goes_on = course_after(was.plan, zone, [_settled(was, zone, one)], one.at)
        if goes_on.taken_at > EARLIEST:
            courses.append(replace(goes_on, skipped=was.skipped + goes_on.skipped))
    ends = [course.taken_at for course in courses[1:]]
    return tuple(zip(courses, [*ends, LATEST], strict=True))


def _settled(course: Course, zone: ZoneInfo, one: Given) -> datetime:
    """The moment that the course has for the dose, which was planned by another wall clock or booked perhaps.

    Of one that the course has left behind, the intake that it is counted from.
    """
    same = (each.at for each in search.on_date(course.plan, zone, one.local_date) if each.slot == one.slot)
    begins = search.first(course.plan, zone, EARLIEST) if course.taken_at > EARLIEST else None
    return max(next(same, one.planned_at), begins.at if begins else EARLIEST)
