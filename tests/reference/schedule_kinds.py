"""One small adapter per kind of the schedule cases (the legend is "format" in data/schedules.json)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from journal import timing
from journal.timing import Plan, Planned, PlanRefused

Case = dict[str, Any]


def _zone(case: Case) -> ZoneInfo:
    return ZoneInfo(case["zone"])


def _local(case: Case, name: str) -> datetime:
    return timing.to_utc(datetime.fromisoformat(case[name]), _zone(case))


def _moments(texts: list[str]) -> list[datetime]:
    return [datetime.fromisoformat(text) for text in texts]


def _shown(case: Case, planned: Planned) -> str:
    local = planned.at.astimezone(_zone(case))
    return local.isoformat(timespec="seconds" if local.second else "minutes")


def _walk(plan: Plan, zone: ZoneInfo, start: datetime) -> Iterator[Planned]:
    found = timing.first(plan, zone, start)
    while found:
        yield found
        found = timing.after(plan, zone, found.at)


def _within(case: Case) -> list[Planned]:
    plan, start = timing.plan_from_json(case), _local(case, "from")
    if "to" in case:
        return list(timing.between(plan, _zone(case), start, _local(case, "to")))
    return list(islice(_walk(plan, _zone(case), start), case["first"]))


def _occurrences(case: Case) -> list[str]:
    return [_shown(case, planned) for planned in _within(case)]


def _count(case: Case) -> int:
    return len(_within(case))


def _next(case: Case) -> str | None:
    taken = case.get("last_taken")
    found = timing.next_due(
        timing.plan_from_json(case),
        _zone(case),
        datetime.fromisoformat(case["now"]),
        _moments(case.get("settled", [])),
        taken and datetime.fromisoformat(taken),
    )
    return _shown(case, found) if found else None


def _status(case: Case) -> str:
    now, zone = datetime.fromisoformat(case["now"]), _zone(case)
    taken, settled = (
        _moments([one["at"] for one in case["intakes"]]),
        _moments([one["for"] for one in case["intakes"]]),
    )
    course = timing.course_after(timing.plan_from_json(case), zone, settled, max(taken, default=None))
    last = timing.before(course.plan, zone, now + datetime.resolution)
    if last is None or last.at < course.since or last.at in settled:
        today = now.astimezone(zone).date()
        return "taken" if any(one.astimezone(zone).date() == today for one in taken) else "upcoming"
    following = timing.after(course.plan, zone, last.at)
    interval = following.at - last.at if following else timedelta.max
    window, _ = timing.dose_window(interval / timedelta(hours=1), 0)
    return "due" if now - last.at <= timedelta(hours=window) else "overdue"


def _day_of(case: Case) -> str:
    start = time.fromisoformat(case["day_start"])
    return timing.logical_date(datetime.fromisoformat(case["instant"]), _zone(case), start).isoformat()


def _stock_days(case: Case) -> int | None:
    return timing.stock_days(Decimal(str(case["stock"])), [Decimal(str(need)) for need in case["per_day"]])


def faults(case: Case) -> tuple[str, ...]:
    """The parts of a case's plan that are at fault."""
    try:
        return timing.problems(timing.plan_from_json(case), case["zone"])
    except PlanRefused as refused:
        return (refused.problem,)


def _reject(case: Case) -> str | None:
    """That the plan is refused is compared here, the part at fault in test_reference.py."""
    return case["expected"] if faults(case) else None


KINDS: dict[str, Callable[[Case], object]] = {
    "occurrences": _occurrences,
    "count": _count,
    "next": _next,
    "status": _status,
    "day_of": _day_of,
    "stock_days": _stock_days,
    "reject": _reject,
}
