"""What a plan must satisfy before it is kept, as codes of the part at fault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from journal.timing.days import EVERY_DAY, allowed
from journal.timing.local import EARLIEST, LATEST
from journal.timing.phases import Grid, grids
from journal.timing.plan import End, Phase, Plan, Timing, Unit
from journal.timing.search import before, between

MOST_PHASES = 12
MOST_DOSES_A_DAY = 24
MOST_STEP = 1000
MOST_DOSES = 10_000
MOST_DAYS = 36_525
MOST_LISTED = 366
MOST_GAP_HOURS = 168  # of what is taken as needed
MOST_OWN_A_DAY = 48
MONTH_DAYS = frozenset(range(1, 32))

# Enough doses of a phase to meet every distance that a pattern holds.
DOSES_MEASURED = 400

CODES = ("phases", "every", "unit", "time", "weekday", "day", "cycle", "end", "start", "gap", "limit", "zone")
"""The parts that can be at fault. "day": of the month, or an offset. "gap": the least days between doses. "limit": one
of the person's own, which only what is taken as needed has."""


def problems(plan: Plan, zone_name: str) -> tuple[str, ...]:
    """The `CODES` at fault, each once, in their order; empty when the plan may be kept.

    A phase that would never plan anything is at fault by its end, its weekdays or its start.
    """
    found = set(_shape(plan)) or set(_course(plan))
    if not _is_zone(zone_name):
        found.add("zone")
    return tuple(code for code in CODES if code in found)


def _shape(plan: Plan) -> Iterator[str]:
    if len(plan.phases) > MOST_PHASES:
        yield "phases"
    if not _starts_fit(plan.phases):
        yield "start"
    if not _own_fit(plan):
        yield "limit"
    for phase, following in zip(plan.phases, (*plan.phases[1:], None), strict=False):
        yield from _timing(phase.timing)
        if phase.min_gap_days is not None and not 1 <= phase.min_gap_days <= MOST_STEP:
            yield "gap"
        if phase.end and not _end_fits(phase.end, phase.start):
            yield "end"
        if not (phase.end or phase.ends or following is None or following.start):
            yield "end"


def _own_fit(plan: Plan) -> bool:
    gap, most = plan.gap_hours, plan.most_a_day
    fit = (gap is None or 1 <= gap <= MOST_GAP_HOURS) and (most is None or 1 <= most <= MOST_OWN_A_DAY)
    return fit and (plan.as_needed or gap is most is None)


def _timing(timing: Timing) -> Iterator[str]:
    if not (timing.offsets or 1 <= timing.every <= MOST_STEP):
        yield "every"
    if (timing.unit is None) != bool(timing.offsets):
        yield "unit"
    if not _times_fit(timing):
        yield "time"
    if not _weekdays_fit(timing):
        yield "weekday"
    if not _days_fit(timing):
        yield "day"
    cycle = timing.cycle
    if cycle and not (timing.unit is Unit.DAYS and all(1 <= days <= MOST_STEP for days in cycle)):
        yield "cycle"


def _times_fit(timing: Timing) -> bool:
    if timing.window:
        return timing.unit is Unit.HOURS
    if timing.unit is Unit.HOURS:
        return len(timing.times) == 1
    in_order = list(timing.times) == sorted(set(timing.times))
    return in_order and 1 <= len(timing.times) <= MOST_DOSES_A_DAY


def _weekdays_fit(timing: Timing) -> bool:
    if not EVERY_DAY.issuperset((*timing.weekdays, *timing.except_weekdays)):
        return False
    if timing.weekdays and timing.unit not in (Unit.HOURS, Unit.DAYS, Unit.WEEKS):
        return False
    nth = timing.nth_weekday
    return bool(allowed(timing)) and (nth is None or nth[1] in allowed(timing))


def _days_fit(timing: Timing) -> bool:
    rules = [bool(timing.days_of_month), timing.nth_weekday is not None, timing.last_day]
    if sum(rules) > (timing.unit is Unit.MONTHS):
        return False
    if timing.nth_weekday and timing.nth_weekday[0] not in (1, 2, 3, 4, -1):
        return False
    offsets = timing.offsets
    if list(offsets) != sorted(set(offsets)) or len(offsets) > MOST_LISTED:
        return False
    return set(timing.days_of_month) <= MONTH_DAYS and all(1 <= n <= MOST_DAYS for n in offsets)


def _starts_fit(phases: tuple[Phase, ...]) -> bool:
    starts = [phase.start for phase in phases if phase.start]
    in_order = all(one < other for one, other in pairwise(starts))
    return in_order and all(map(_is_planned, starts)) and (not phases or phases[0].start is not None)


def _is_planned(day: date) -> bool:
    return EARLIEST.date() <= day < LATEST.date()


def _end_fits(end: End, start: date | None) -> bool:
    given = [end.count is not None, end.until is not None, end.days is not None, end.clinic]
    if sum(given) != 1 or not (end.count is None or 1 <= end.count <= MOST_DOSES):
        return False
    if end.until and not (_is_planned(end.until) and (start is None or start <= end.until)):
        return False
    return end.days is None or 1 <= end.days <= MOST_DAYS


def _course(plan: Plan) -> Iterator[str]:
    zone = ZoneInfo("UTC")
    for grid in grids(plan, zone):
        phase, opening = plan.phases[grid.phase], grid.ahead(EARLIEST)
        if opening is None:
            yield "end" if phase.end else "start" if allowed(phase.timing) == EVERY_DAY else "weekday"
        elif phase.min_gap_days and _least_gap(plan, zone, grid) < phase.min_gap_days:
            yield "gap"


def _least_gap(plan: Plan, zone: ZoneInfo, grid: Grid) -> int:
    """The least number of days from one dose to the next, the last one of the phase before included."""
    opening = grid.ahead(EARLIEST)
    assert opening
    earlier = before(plan, zone, opening.at)
    doses = islice(between(plan, zone, opening.at, LATEST), DOSES_MEASURED)
    days = [earlier.local_date] if earlier else []
    days += [one.local_date for one in doses if one.phase == grid.phase]
    return min(((other - one).days for one, other in pairwise(days)), default=MOST_DAYS)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
