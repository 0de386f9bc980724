"""How far a plan has come: the phase that is over, the open-ended one, and what the clinic's word makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from journal.timing.anchors import Course
from journal.timing.followed import Followed
from journal.timing.phases import grids
from journal.timing.plan import End, Phase, Plan
from journal.timing.planned import Planned


def over(course: Followed, zone: ZoneInfo, now: datetime) -> tuple[Planned, Planned | None] | None:
    """The last moment of the phase whose moments have all come by `now`, and the next one of the plan.

    None while the phase of the last moment goes on, and before the first one.
    """
    last, coming = course.before(zone, now + datetime.resolution), course.after(zone, now)
    if last is None or (coming is not None and coming.phase == last.phase):
        return None
    return last, coming


def open_phase(course: Followed, zone: ZoneInfo, now: datetime) -> int | None:
    """The place of the phase that goes on until the clinic changes it, once its first moment has come."""
    last, coming = course.before(zone, now + datetime.resolution), course.after(zone, now)
    if last is None or coming is None or coming.phase != last.phase:
        return None
    end = course.plan.phases[last.phase].end
    return last.phase if end and end.clinic else None


def first_day(course: Followed, zone: ZoneInfo, place: int) -> date | None:
    """The local day on which a phase begins: its start, else that of its first moment; None if it never comes."""
    if start := course.plan.phases[place].start:
        return start
    openings = (_opening(each, zone, place, upto) for each, upto in course.stretches(zone))
    return next((opening.local_date for opening in openings if opening), None)


def _opening(course: Course, zone: ZoneInfo, place: int, upto: datetime) -> Planned | None:
    """The first moment of a phase while a course holds."""
    mine = (grid for grid in grids(course.plan, zone) if grid.phase + course.skipped == place)
    found = next((grid.ahead(course.since) for grid in mine), None)
    return found if found and found.at <= upto else None


def switched(course: Followed, zone: ZoneInfo, place: int, day: date, until: date | None = None) -> Plan:
    """The plan whose phase after `place` starts on `day`: an open-ended one before it ends on `until`, else the day
    before, and phases that would begin later fall away."""
    plan, kept = course.plan, list[Phase]()
    for each, phase in enumerate(plan.phases[: place + 1]):
        begins = first_day(course, zone, each)
        if begins is not None and begins < day:
            is_open = phase.end is not None and phase.end.clinic
            kept.append(replace(phase, end=End(until=until or day - timedelta(days=1))) if is_open else phase)
    following, *later = plan.phases[place + 1 :]
    return replace(plan, phases=(*kept, replace(following, start=day), *later))


def counted_on(course: Followed, zone: ZoneInfo, place: int, now: datetime) -> tuple[date, date] | None:
    """The local day of the last moment of the phase `place` by `now`, and the first day of the next counted from it."""
    plan, last = course.plan, course.before(zone, now + datetime.resolution)
    if last is None or last.phase != place or place + 1 == len(plan.phases):
        return None
    ended = replace(plan.phases[place], end=End(until=last.local_date))
    following = replace(plan.phases[place + 1], start=None)
    counted = replace(plan, phases=(*plan.phases[:place], ended, following))
    first = first_day(replace(course, plan=counted), zone, place + 1)
    return (last.local_date, first) if first else None
