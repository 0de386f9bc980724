"""A plan as JSON, in the shape of the reference cases: {"anchor", "phases": [{"timing", "start", "end"}]}."""

from __future__ import annotations

from datetime import time
from typing import Any

from journal.timing.plan import End, Phase, Plan, Timing

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Json = dict[str, Any]


def plan_to_json(plan: Plan) -> Json:
    """The plan as plain JSON; what is not set is left out. `plan_from_json` gives an equal plan back."""
    own = _set({"gap_hours": plan.gap_hours, "most_a_day": plan.most_a_day})
    return {"anchor": plan.anchor.value, "phases": [_phase(phase) for phase in plan.phases], **own}


def _phase(phase: Phase) -> Json:
    return {
        "timing": _timing(phase.timing),
        "start": phase.start and phase.start.isoformat(),
        "end": phase.end and _end(phase.end),
        **_set({"min_gap_days": phase.min_gap_days}),
    }


def _end(end: End) -> Json:
    until = end.until and end.until.isoformat()
    return _set({"count": end.count, "until": until, "days": end.days, "clinic": end.clinic})


def _timing(timing: Timing) -> Json:
    step = {"every": timing.every, "unit": timing.unit.value} if timing.unit else {}
    nth, window, cycle = timing.nth_weekday, timing.window, timing.cycle
    return step | _set(
        {
            "times": [_clock(wall) for wall in timing.times],
            "weekdays": [WEEKDAYS[n] for n in timing.weekdays],
            "except_weekdays": [WEEKDAYS[n] for n in timing.except_weekdays],
            "days_of_month": list(timing.days_of_month),
            "nth_weekday": nth and [nth[0], WEEKDAYS[nth[1]]],
            "last_day": timing.last_day,
            "cycle": cycle and {"on": cycle[0], "off": cycle[1]},
            "offsets": list(timing.offsets),
            "window": window and {"from": _clock(window[0]), "to": _clock(window[1])},
        }
    )


def _set(values: Json) -> Json:
    return {name: value for name, value in values.items() if value}


def _clock(wall: time) -> str:
    return wall.strftime("%H:%M")
