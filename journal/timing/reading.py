"""A plan from JSON. What cannot even be read is refused here; `limits.problems` judges what can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any, TypeVar

from journal.timing.plan import Anchor, End, Phase, Plan, Timing, Unit
from journal.timing.shape import WEEKDAYS, Json

T = TypeVar("T")


class PlanRefused(ValueError):
    """A plan that cannot be read; `problem` is one of `limits.CODES` or "anchor"."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def plan_from_json(shape: Json) -> Plan:
    """Read a plan; `{"phases": []}` is one that is taken as needed. Raises PlanRefused."""
    anchor = _read("anchor", Anchor, shape.get("anchor") or Anchor.PLANNED)
    phases: list[Json] = _read("phases", list, shape.get("phases"))
    gap, most = (_read("limit", _whole_or_none, shape.get(name)) for name in ("gap_hours", "most_a_day"))
    return Plan(tuple(_phase(phase) for phase in phases), anchor, gap, most)


def _read(problem: str, reader: Callable[[Any], T], value: Any) -> T:
    try:
        return reader(value)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PlanRefused(problem) from error


def _phase(shape: Json) -> Phase:
    start, end, gap = shape.get("start"), shape.get("end"), shape.get("min_gap_days")
    return Phase(
        _timing(_read("phases", dict, shape.get("timing"))),
        None if start is None else _read("start", date.fromisoformat, start),
        None if end is None else _read("end", _end, end),
        None if gap is None else _read("gap", _whole, gap),
    )


def _end(shape: Json) -> End:
    readers: dict[str, Callable[[Any], Any]] = {
        "count": _whole,
        "until": date.fromisoformat,
        "days": _whole,
        "clinic": bool,
    }
    return End(**{name: readers[name](value) for name, value in shape.items()})


def _timing(shape: Json) -> Timing:
    unit = None if "offsets" in shape else _read("unit", Unit, shape.get("unit"))
    known = {
        name: _read(problem, reader, shape[name]) for name, problem, reader in FIELDS if shape.get(name) is not None
    }
    return Timing(unit=unit, **known)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(value)
    return value


def _whole_or_none(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _nth(value: list[Any]) -> tuple[int, int]:
    n, weekday = value
    return _whole(n), WEEKDAYS.index(weekday)


def _several(reader: Callable[[Any], Any]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """A reader of lists: in order, without duplicates. An empty list would mean "any", so it is refused."""

    def read(values: list[Any]) -> tuple[Any, ...]:
        if not values:
            raise ValueError(values)
        return tuple(sorted({reader(value) for value in values}))

    return read


FIELDS: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("every", "every", _whole),
    ("times", "time", _several(_clock)),
    ("weekdays", "weekday", _several(WEEKDAYS.index)),
    ("except_weekdays", "weekday", lambda names: tuple(sorted({WEEKDAYS.index(name) for name in names}))),
    ("days_of_month", "day", _several(_whole)),
    ("nth_weekday", "day", _nth),
    ("last_day", "day", bool),
    ("cycle", "cycle", lambda days: (_whole(days["on"]), _whole(days["off"]))),
    ("offsets", "day", _several(_whole)),
    ("window", "time", lambda window: (_clock(window["from"]), _clock(window["to"]))),
)
"""Each field of a timing, the problem when it cannot be read, and its reader."""
