"""A phase's timing as FHIR R4 Timing.repeat, where that says exactly the same (clinical.md section 9.2)."""

from __future__ import annotations

from typing import Any

from journal.timing import Phase, Timing, Unit
from journal.timing.shape import WEEKDAYS

UCUM = "http://unitsofmeasure.org"
UNITS = {Unit.HOURS: "h", Unit.DAYS: "d", Unit.WEEKS: "wk", Unit.MONTHS: "mo"}

Json = dict[str, Any]


def repeat(phase: Phase) -> Json | None:
    """Return Timing.repeat of a phase; None for what it cannot say, such as exceptions and last days of a month."""
    timing = phase.timing
    if timing.unit is None or not _can_be_said(timing):
        return None
    said: Json = {"period": timing.every, "periodUnit": UNITS[timing.unit]}
    if timing.unit is not Unit.HOURS:
        said["timeOfDay"] = [each.strftime("%H:%M:%S") for each in timing.times]
    if timing.weekdays:
        said["dayOfWeek"] = [WEEKDAYS[day] for day in timing.weekdays]
    said["frequency"] = max(1, len(said.get("timeOfDay", ()))) * max(1, len(timing.weekdays))
    return {name: each for name, each in (said | _bounds(phase)).items() if each}


def _can_be_said(timing: Timing) -> bool:
    """A step from the start on, or weekdays of every n-th week."""
    odd = (timing.except_weekdays, timing.days_of_month, timing.nth_weekday, timing.last_day)
    if any((*odd, timing.cycle, timing.offsets, timing.window)):
        return False
    return not timing.weekdays or timing.unit is Unit.WEEKS


def _bounds(phase: Phase) -> Json:
    end, start = phase.end, phase.start and phase.start.isoformat()
    if end is not None and end.count:
        return {"count": end.count}
    if end is not None and end.days:
        unit = {"value": end.days, "unit": "d", "system": UCUM, "code": "d"}
        return {"boundsDuration": unit}
    period = {"start": start, "end": end.until.isoformat() if end is not None and end.until else None}
    known = {name: day for name, day in period.items() if day}
    return {"boundsPeriod": known} if known else {}
