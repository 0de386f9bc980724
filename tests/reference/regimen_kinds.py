"""One small adapter per kind of the clinical cases that are about dates and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from journal import timing
from journal.timing import Anchor, End, Phase, Plan, Timing, Unit

Case = dict[str, Any]

GMT = ZoneInfo("UTC")
NOON = (time(12),)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST = 1000


def _days(names: list[str]) -> tuple[int, ...]:
    return tuple(sorted(WEEKDAYS.index(name) for name in names))


TIMINGS: dict[str, Callable[[Case], Timing]] = {
    "weekly": lambda shape: Timing(Unit.WEEKS, shape.get("every", 1), NOON, weekdays=_days(shape["days"])),
    "interval_days": lambda shape: Timing(Unit.DAYS, shape["every"], NOON),
    "interval_hours": lambda shape: Timing(Unit.HOURS, shape["every"], NOON),
    "monthly": lambda shape: Timing(Unit.MONTHS, shape["every"], NOON),
    "daily_except": lambda shape: Timing(Unit.DAYS, 1, NOON, except_weekdays=_days(shape["except"])),
    "offsets": lambda shape: Timing(None, 1, NOON, offsets=tuple(shape["days"])),
}

ENDS: dict[str, Callable[[Any], End]] = {
    "count": lambda count: End(count=count),
    "bounds_days": lambda days: End(days=days),
    "ended_on": lambda day: End(until=date.fromisoformat(day)),
    "until": lambda day: End(until=date.fromisoformat(day)),
}


def _phase(shape: Case, start: date | None) -> Phase:
    end = next((read(shape[name]) for name, read in ENDS.items() if name in shape), None)
    return Phase(TIMINGS[shape["type"]](shape), start, end, shape.get("min_gap_days"))


def _plan(case: Case) -> Plan:
    start = date.fromisoformat(case["start"])
    return Plan(tuple(_phase(shape, None if place else start) for place, shape in enumerate(case["phases"])))


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), NOON[0], UTC)


def _schedule(case: Case) -> Case:
    """The dates; when a phase is counted from the last dose given, those that follow it."""
    plan, since = _plan(case), _moment(case["start"])
    anchors = [shape.get("anchor") for shape in case["phases"]]
    if "last_actual" in anchors:
        last = _moment(case["actual_last"])
        given = Phase(Timing(times=NOON), last.date(), End(count=1))
        plan = Plan((given, *plan.phases[anchors.index("last_actual") :]))
        since = last + datetime.resolution
    found = timing.between(plan, GMT, since, datetime.max.replace(tzinfo=UTC))
    dates = [planned.local_date.isoformat() for planned in islice(found, LONGEST)]
    return {"dates": dates, "first": dates[0], "last": dates[-1], "count": len(dates)}


def _schedule_reject(case: Case) -> Case:
    return {"valid": not timing.problems(_plan(case), "UTC")}


def _next_due(case: Case) -> Case:
    ((unit, every),) = case["interval"].items()
    due, given = _moment(case["due"]), _moment(case["given"])
    phase = Phase(Timing(Unit(unit), every, NOON), due.date())
    found = timing.next_due(Plan((phase,), Anchor(case["anchor"])), GMT, given, [due], given)
    return {"next": found and found.local_date.isoformat()}


def _wall_time_utc(case: Case) -> Case:
    at = timing.to_utc(datetime.fromisoformat(case["local"]), ZoneInfo(case["tz"]))
    return {"utc": at.strftime("%Y-%m-%dT%H:%M:%SZ")}


def _dose_window(case: Case) -> Case:
    window, nearness = timing.dose_window(case["interval_h"], case["delay_h"], injection=case.get("injection", False))
    return {"window_h": window, "class": nearness}


def _review_date(case: Case) -> Case:
    start = date.fromisoformat(case["treatment_start"])
    return {"date": timing.review_date(start, case["pregnant_or_breastfeeding"]).isoformat()}


KINDS: dict[str, Callable[[Case], object]] = {
    "schedule": _schedule,
    "schedule_reject": _schedule_reject,
    "next_due": _next_due,
    "wall_time_utc": _wall_time_utc,
    "dose_window": _dose_window,
    "review_date": _review_date,
}
