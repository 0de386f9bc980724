"""What is due next once intakes are known, counted from the plan or the last intake (S-ANCHOR)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from journal.timing.days import allowed
from journal.timing.local import EARLIEST, LATEST, at_local
from journal.timing.months import add_months
from journal.timing.plan import Anchor, End, Phase, Plan, Timing, Unit
from journal.timing.planned import Planned
from journal.timing.search import after, before, between, first


@dataclass(frozen=True, slots=True)
class Course:
    """How a plan goes on: as `plan` from `since` on; its phase n is phase n + `skipped` of what it was.

    `taken_at`: the moment of the intake that changed it; nothing is planned from then to `since`.
    """

    plan: Plan
    since: datetime = EARLIEST
    skipped: int = 0
    taken_at: datetime = EARLIEST


def next_due(
    plan: Plan, zone: ZoneInfo, now: datetime, settled: Collection[datetime], last_taken: datetime | None
) -> Planned | None:
    """The first planned moment at or after `now` that is not settled, counted as the plan's anchor says.

    `settled` are the planned moments that are recorded or raised; `last_taken` is the moment of the intake
    that belongs to the last of them. Without either the plan holds.
    """
    done, course = frozenset(settled), course_after(plan, zone, settled, last_taken)
    found = first(course.plan, zone, max(now, course.since))
    while found and found.at in done:
        found = after(course.plan, zone, found.at)
    return found and replace(found, phase=found.phase + course.skipped)


def course_after(plan: Plan, zone: ZoneInfo, settled: Collection[datetime], last_taken: datetime | None) -> Course:
    """The plan as it goes on after the last intake: from that intake's local date, or for hours its moment.

    The first planned moment after the settled ones says which phase gives the step. Rules that name days
    (weekdays, days of the month, cycles, offsets, windows), a further dose of the same day, and what follows an
    intake on its planned day in steps of days or weeks stay as planned. Nothing comes nearer to the intake than the
    least gap (S-GAP); what would fall on a weekday that is left out goes to the next that is not (S-EXCL).
    """
    if plan.anchor is Anchor.PLANNED or last_taken is None or not settled:
        return Course(plan)
    done = before(plan, zone, max(settled) + datetime.resolution)
    coming = after(plan, zone, max(settled))
    if done is None or coming is None:
        return Course(plan)
    phase, taken = plan.phases[coming.phase], last_taken.astimezone(zone)
    gap = at_local(taken.toordinal() + (phase.min_gap_days or 0), time.min, zone)
    in_steps_of_days = not _steps_in_hours(phase.timing) and phase.timing.unit is not Unit.MONTHS
    in_time = in_steps_of_days and taken.date() == done.local_date
    if in_time or _stays(plan, done, coming):
        return Course(plan, gap, 0, last_taken) if gap > coming.at else Course(plan)
    goes_on = replace(phase, start=None, end=_rest(plan, zone, done, coming))
    if _steps_in_hours(goes_on.timing):
        goes_on = replace(goes_on, timing=replace(goes_on.timing, times=(taken.time(),)))
    given = Phase(Timing(times=(time.min,)), _counted_from(taken.date(), goes_on.timing), End(count=1))
    assert given.start
    followed = replace(plan, phases=(given, goes_on, *plan.phases[coming.phase + 1 :]))
    passed = max(last_taken, at_local(given.start.toordinal(), time.min, zone))
    return Course(followed, max(gap, passed + datetime.resolution), coming.phase - 1, last_taken)


def _counted_from(taken: date, timing: Timing) -> date:
    """The day to step from: that of the intake, or the first after it whose step meets no day that is left out."""
    if timing.unit in (None, Unit.HOURS) or _is_bound(timing):
        return taken
    days = (taken + timedelta(days=n) for n in range(7))
    return next((day for day in days if _stepped(day, timing).weekday() in allowed(timing)), taken)


def _stepped(day: date, timing: Timing) -> date:
    if timing.unit is Unit.MONTHS:
        return add_months(day, timing.every)
    return day + timedelta(days=timing.every * (7 if timing.unit is Unit.WEEKS else 1))


def _steps_in_hours(timing: Timing) -> bool:
    return timing.unit is Unit.HOURS and not timing.window


def _stays(plan: Plan, done: Planned, coming: Planned) -> bool:
    phase = plan.phases[coming.phase]
    if coming.phase != done.phase:
        return phase.start is not None
    if _steps_in_hours(phase.timing):
        return False
    return coming.local_date == done.local_date or _is_bound(phase.timing)


def can_move(timing: Timing) -> bool:
    """Whether an intake can move what comes after it: the rule names a distance, and no days."""
    return _steps_in_hours(timing) or not _is_bound(timing)


def _is_bound(timing: Timing) -> bool:
    """Whether the rule names days rather than a distance."""
    by_weekday = timing.unit is Unit.WEEKS and timing.weekdays
    by_month = timing.days_of_month or timing.nth_weekday or timing.last_day
    return bool(by_weekday or by_month or timing.cycle or timing.offsets or timing.window)


def _rest(plan: Plan, zone: ZoneInfo, done: Planned, coming: Planned) -> End | None:
    """What is left of the end of the phase of `coming`: of a count the doses from there on."""
    phase = plan.phases[coming.phase]
    if phase.end and phase.end.count:
        left = takewhile(lambda one: one.phase == coming.phase, between(plan, zone, coming.at, LATEST))
        return End(count=sum(1 for _ in left))
    if phase.end and phase.end.days and coming.phase == done.phase:
        return End(until=_first_day(plan, zone, coming.phase) + timedelta(days=phase.end.days - 1))
    return phase.end


def _first_day(plan: Plan, zone: ZoneInfo, place: int) -> date:
    if start := plan.phases[place].start:
        return start
    earlier = before(Plan(plan.phases[:place]), zone, LATEST)
    assert earlier
    return earlier.local_date + timedelta(days=1)
