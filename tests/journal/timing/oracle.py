"""An independent reading of a plan: every local day from its start is asked whether the rule hits it.

It shares the plan's dataclasses with the engine and nothing else; the clocks come from python-dateutil.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil import tz

from journal.timing import End, Phase, Plan, Planned, Timing, Unit

ONE_DAY = timedelta(days=1)


def moment(local: datetime, zone: ZoneInfo) -> datetime:
    """A wall-clock time as UTC, by dateutil's account of times that do not exist."""
    real: datetime = tz.resolve_imaginary(local.replace(tzinfo=zone))
    return real.astimezone(UTC)


def walk(plan: Plan, zone: ZoneInfo, end: date) -> list[Planned]:
    """Every planned moment with a planned date before `end`, by moment; of several at one moment the first."""
    found: list[Planned] = []
    anchor: date | None = None
    for place, phase in enumerate(plan.phases):
        if phase.start is None and anchor is None:
            continue
        cut = min((later.start for later in plan.phases[place + 1 :] if later.start), default=end)
        mine = list(_phase(phase, place, zone, anchor, end))
        found += [one for one in mine if one.local_date < cut]
        before = phase.start - ONE_DAY if phase.start else anchor
        done = before and _is_over(phase, before + ONE_DAY, len(mine), end)
        last = max(mine, key=lambda one: one.at).local_date if mine else before
        anchor = last if done else None
    distinct: dict[datetime, Planned] = {}
    for one in found:
        distinct.setdefault(one.at, one)
    return sorted(distinct.values(), key=lambda one: one.at)


def _is_over(phase: Phase, first: date, doses: int, end: date) -> bool:
    offsets, ending = phase.timing.offsets, phase.end or End()
    if offsets and not ending.clinic and first + timedelta(days=offsets[-1]) <= end:
        return True
    by_date = ending.until and ending.until < end
    by_days = ending.days and first + timedelta(days=ending.days) <= end
    return doses == ending.count or bool(by_date or by_days)


def _phase(phase: Phase, place: int, zone: ZoneInfo, anchor: date | None, end: date) -> Iterator[Planned]:
    first = phase.start or (anchor or date.max) + ONE_DAY
    if phase.end and phase.end.until:
        end = min(end, phase.end.until + ONE_DAY)
    if phase.end and phase.end.days:
        end = min(end, first + timedelta(days=phase.end.days))
    left = phase.end.count if phase.end and phase.end.count else 10**9
    in_hours = phase.timing.unit is Unit.HOURS and not phase.timing.window
    doses = _hours(phase, first, zone, end) if in_hours else _dated(phase, first, zone, end)
    for day, slot, at in doses:
        if day < end and _weekday_is_kept(phase.timing, day):
            if not left:
                return
            left -= 1
            yield Planned(day, slot, at, place)


def _weekday_is_kept(timing: Timing, day: date) -> bool:
    chosen = not timing.weekdays or day.weekday() in timing.weekdays
    return chosen and day.weekday() not in timing.except_weekdays


def _hours(phase: Phase, first: date, zone: ZoneInfo, end: date) -> Iterator[tuple[date, int, datetime]]:
    opening = datetime.combine(first if phase.start else first - ONE_DAY, phase.timing.times[0])
    at, step = moment(opening, zone), timedelta(hours=phase.timing.every)
    if not phase.start:
        at += step
    while (local := at.astimezone(zone)).date() < end + ONE_DAY:
        yield local.date(), local.hour * 60 + local.minute + 1440 * local.fold, at
        at += step


def _dated(phase: Phase, first: date, zone: ZoneInfo, end: date) -> Iterator[tuple[date, int, datetime]]:
    day = first
    while day < end:
        if _hits(phase, first, day):
            for slot, wall in enumerate(_times(phase.timing)):
                if not (phase.timing.window and day == first and wall < phase.timing.window[0]):
                    yield day, slot, moment(datetime.combine(day, wall), zone)
        day += ONE_DAY


def _times(timing: Timing) -> list[time]:
    if not timing.window:
        return sorted(timing.times)
    day = date(2000, 1, 1)
    at, last = (datetime.combine(day, wall) for wall in timing.window)
    last += ONE_DAY if last < at else timedelta()
    times = []
    while at <= last:
        times.append(at.time())
        at += timedelta(hours=timing.every)
    return sorted(times)


def _hits(phase: Phase, first: date, day: date) -> bool:
    timing, anchor = phase.timing, first if phase.start else first - ONE_DAY
    passed = (day - anchor).days
    if timing.offsets:
        return (day - first).days + 1 in timing.offsets
    if timing.unit is Unit.HOURS:
        return True
    if timing.unit is Unit.DAYS:
        return _steps(timing, passed, bool(phase.start))
    if timing.unit is Unit.WEEKS:
        monday = anchor - timedelta(days=anchor.weekday())
        weekdays = timing.weekdays or (anchor.weekday(),)
        return ((day - monday).days // 7) % timing.every == 0 and day.weekday() in weekdays
    return _months(timing, anchor, day)


def _steps(timing: Timing, passed: int, from_start: bool) -> bool:
    on, off = timing.cycle or (1, 0)
    since = passed if from_start else passed - timing.every
    return since >= 0 and since % timing.every == 0 and since % (on + off) < on


def _months(timing: Timing, anchor: date, day: date) -> bool:
    if ((day.year - anchor.year) * 12 + day.month - anchor.month) % timing.every:
        return False
    length = monthrange(day.year, day.month)[1]
    if timing.last_day:
        return day.day == length
    if timing.nth_weekday:
        n, weekday = timing.nth_weekday
        place = (day.day - 1) // 7 + 1 if n > 0 else -((length - day.day) // 7 + 1)
        return day.weekday() == weekday and place == n
    return day.day in {min(wanted, length) for wanted in timing.days_of_month or (anchor.day,)}
