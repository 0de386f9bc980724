"""A plan whose first day moves: to where another regimen lets it start, or by the length of a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from journal.timing.local import EARLIEST, LATEST, to_utc
from journal.timing.plan import Anchor, Phase, Plan, Unit
from journal.timing.search import before, between, on_date


def starting(plan: Plan, day: date | None) -> Plan:
    """The plan whose first phase starts on `day`, None where that is not known."""
    first, *later = plan.phases
    return replace(plan, phases=(replace(first, start=day), *later))


def begun(plan: Plan, zone: ZoneInfo, at: datetime) -> date:
    """The first day of the plan when it begins at the first planned moment at or after `at`.

    A count of doses begins with a whole day, so that none of them lies before `at`.
    """
    day = at.astimezone(zone).date()
    today = [one.at >= at for one in on_date(starting(plan, day), zone, day)]
    end = plan.phases[0].end
    whole = all(today) if end and end.count else any(today) or not today
    return day if whole else day + timedelta(days=1)


def matters(plan: Plan) -> bool:
    """Whether a pause can move its dates: it steps, cycles or counts, and is not tied to days of week or month.

    A plan that counts from the doses taken goes on from them anyway.
    """
    return plan.anchor is Anchor.PLANNED and any(map(_counts, plan.phases))


def _counts(phase: Phase) -> bool:
    timing, end = phase.timing, phase.end
    if timing.cycle or timing.offsets or (end and (end.count or end.days)):
        return True
    if timing.unit is Unit.HOURS:
        return timing.window is None
    by_month = timing.days_of_month or timing.nth_weekday or timing.last_day
    steps = timing.every > 1 or timing.unit is not Unit.DAYS
    return steps and not (timing.weekdays or by_month)


def paused_days(zone: ZoneInfo, since: datetime, until: datetime) -> int:
    """The whole local days that a pause takes."""
    return (until.astimezone(zone).date() - since.astimezone(zone).date()).days


def goes_on_at(zone: ZoneInfo, since: datetime, until: datetime) -> datetime:
    """The moment of a plan that goes on where it stopped that stands for `since`: what lies before it was before."""
    days = timedelta(days=paused_days(zone, since, until))
    return to_utc(since.astimezone(zone).replace(tzinfo=None) + days, zone)


def shifted(plan: Plan, zone: ZoneInfo, since: datetime, until: datetime, ends: bool = False) -> Plan:
    """The plan from `goes_on_at` on when it goes on where it stopped at `since`: later dates move by the days between.

    A count goes on where it stopped. An end on a fixed date that was ahead moves only with `ends`.
    """
    days, stopped = timedelta(days=paused_days(zone, since, until)), since.astimezone(zone).date()
    phases = tuple(_shifted(phase, days, None if ends else stopped) for phase in plan.phases)
    last = before(plan, zone, since)
    place = last.phase if last else 0
    end = plan.phases[place].end
    done = _moments(plan, zone, since, place) if end and end.count else 0
    if not end or not end.count or done >= end.count:
        return replace(plan, phases=phases)
    endless = replace(plan, phases=(*phases[:place], replace(phases[place], end=None)))
    gone = _moments(endless, zone, goes_on_at(zone, since, until), place)
    current = replace(phases[place], end=replace(end, count=end.count - done + gone))
    return replace(plan, phases=(*phases[:place], current, *phases[place + 1 :]))


def _shifted(phase: Phase, days: timedelta, fixed_from: date | None) -> Phase:
    """The phase some days later; an end on a date from `fixed_from` on stays."""
    start, end = phase.start and phase.start + days, phase.end
    if end and end.until and (fixed_from is None or end.until < fixed_from):
        end = replace(end, until=end.until + days)
    return replace(phase, start=start, end=end)


def _moments(plan: Plan, zone: ZoneInfo, upto: datetime, place: int) -> int:
    return sum(one.phase == place for one in between(plan, zone, EARLIEST, upto))


def last_day(plan: Plan, zone: ZoneInfo) -> date | None:
    """The local date of the last planned moment; None for a plan that goes on for good."""
    endless = not plan.phases or not plan.phases[-1].ends
    found = None if endless else before(plan, zone, LATEST)
    return found.local_date if found else None
