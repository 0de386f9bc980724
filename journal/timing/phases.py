"""The phases of a plan as grids of planned moments, each with its first and last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from journal.timing.calendar import Calendar, Dates, ending
from journal.timing.days import allowed, by_days, by_offsets, by_weeks
from journal.timing.hours import Hours, window_times
from journal.timing.local import HORIZON, LATEST, at_local
from journal.timing.months import Monthly
from journal.timing.plan import Phase, Plan, Unit
from journal.timing.planned import Planned


class Grid(Protocol):
    """The planned moments of one phase, the one at place `phase` of the plan."""

    @property
    def phase(self) -> int:
        """Its place in the plan."""

    def ahead(self, moment: datetime) -> Planned | None:
        """The first planned moment at or after `moment`."""

    def behind(self, moment: datetime) -> Planned | None:
        """The last planned moment before `moment`."""


@lru_cache(maxsize=4096)
def grids(plan: Plan, zone: ZoneInfo) -> Sequence[Grid]:
    """The grids of the phases that come without anyone's word; a later start date ends those before it."""
    made: list[Grid] = []
    anchor: int | None = None
    for place, phase in enumerate(plan.phases):
        if phase.start:
            anchor = phase.start.toordinal() - 1
        if anchor is None:
            continue
        starts = (later.start.toordinal() for later in plan.phases[place + 1 :] if later.start)
        made.append(_grid(phase, place, zone, anchor + 1, min(starts, default=HORIZON) - 1))
        anchor = _next_anchor(phase, place, zone, anchor)
    return tuple(made)


def _next_anchor(phase: Phase, place: int, zone: ZoneInfo, anchor: int) -> int | None:
    """The date of the phase's last moment if no later start ended it; what a start leaves out stays out."""
    if not phase.ends:
        return None
    last = _grid(phase, place, zone, anchor + 1, HORIZON - 1).behind(LATEST)
    return last.local_date.toordinal() if last else anchor


def _grid(phase: Phase, place: int, zone: ZoneInfo, first: int, last: int) -> Grid:
    if phase.end and phase.end.until:
        last = min(last, phase.end.until.toordinal())
    if phase.end and phase.end.days:
        last = min(last, first + phase.end.days - 1)
    count = phase.end.count if phase.end else None
    if phase.timing.unit is Unit.HOURS and not phase.timing.window:
        return _hours(phase, place, zone, first, last, count)
    dates = _dates(phase, first)
    times, early = window_times(phase.timing) if phase.timing.window else (phase.timing.times, 0)
    end = (last, len(times))
    if count:
        end = min(end, ending(dates, len(times), (first, early), count))
    return Calendar(dates, times, zone, place, (first, early), end)


def _hours(phase: Phase, place: int, zone: ZoneInfo, first: int, last: int, count: int | None) -> Hours:
    follows = phase.start is None
    anchor = at_local(first - follows, phase.timing.times[0], zone)
    step = timedelta(hours=phase.timing.every)
    hours = Hours(anchor, step, allowed(phase.timing), zone, place, int(follows), 0)
    hours = replace(hours, last=hours.reach(at_local(last + 1, time.min, zone)) - 1)
    return hours.ending(count) if count else hours


def _dates(phase: Phase, first: int) -> Dates:
    """The dates of a phase; without a start its anchor is the day before `first`."""
    timing, anchor = phase.timing, first - (phase.start is None)
    if timing.offsets:
        return by_offsets(first, timing)
    if timing.unit is Unit.MONTHS:
        return Monthly(date.fromordinal(anchor), timing)
    if timing.unit is Unit.WEEKS:
        return by_weeks(anchor, timing)
    if timing.unit is Unit.HOURS:
        return by_days(first, replace(timing, every=1))
    return by_days(anchor if phase.start else anchor + timing.every, timing)
