"""Planned moments of a plan in a zone, found by arithmetic: the cost does not grow with the age of the plan.

Moments are aware. Two planned times that a gap puts on one instant are one, the first as planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal.timing.local import at_local
from journal.timing.phases import grids
from journal.timing.plan import Plan
from journal.timing.planned import Planned


def _moment(planned: Planned) -> datetime:
    return planned.at


def first(plan: Plan, zone: ZoneInfo, at_or_after: datetime) -> Planned | None:
    """The first planned moment at or after a moment: exactly now is due."""
    found = (grid.ahead(at_or_after) for grid in grids(plan, zone))
    return min((one for one in found if one), key=_moment, default=None)


def after(plan: Plan, zone: ZoneInfo, planned_at: datetime) -> Planned | None:
    """The first planned moment strictly after a moment."""
    return first(plan, zone, planned_at + datetime.resolution)


def before(plan: Plan, zone: ZoneInfo, moment: datetime) -> Planned | None:
    """The last planned moment strictly before a moment."""
    found = (grid.behind(moment) for grid in grids(plan, zone))
    return max((one for one in found if one), key=_moment, default=None)


def between(plan: Plan, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Planned]:
    """The planned moments in [start, end), ascending."""
    found = first(plan, zone, start)
    while found and found.at < end:
        yield found
        found = after(plan, zone, found.at)


def on_date(plan: Plan, zone: ZoneInfo, day: date) -> tuple[Planned, ...]:
    """The moments that are planned for a local date, ascending; a gap may have moved them by a day."""
    start = at_local(day.toordinal(), time.min, zone)
    found = between(plan, zone, start, start + timedelta(days=3))
    return tuple(one for one in found if one.local_date == day)
