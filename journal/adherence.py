"""How well intakes match the plan: pure functions, no verdicts (clinical.md §7). Nothing due gives None,
never 0 or 1.

The period passed in starts at the plan's start and holds no paused days. Dates are local, ends included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


def taking(planned: Sequence[int], taken: Sequence[int]) -> float | None:
    """M-TAKE: sum of min(taken, planned) per day / sum of planned; a double never repairs a miss."""
    done = sum(min(due, had) for due, had in zip(planned, taken, strict=True))
    return done / sum(planned) if any(planned) else None


def correct_days(planned: Sequence[int], taken: Sequence[int]) -> float | None:
    """M-DAYS: days with everything taken / days with something planned (PDC from a log)."""
    done = [had >= due for due, had in zip(planned, taken, strict=True) if due]
    return sum(done) / len(done) if done else None


@dataclass(frozen=True, slots=True)
class Timeliness:
    """M-TIME: intakes by dose-time class among `planned` doses; `share` = on time / planned."""

    planned: int
    on_time: int
    early: int
    late: int

    @property
    def share(self) -> float | None:
        """On time / planned, None when nothing was planned."""
        return self.on_time / self.planned if self.planned else None


def timeliness(classes: Iterable[str], planned: int) -> Timeliness:
    """M-TIME from the class of each intake: on_time, early, late; any other class counts as none of them."""
    count = Counter(classes)
    return Timeliness(planned, count["on_time"], count["early"], count["late"])


@dataclass(frozen=True, slots=True)
class Coverage:
    """Covered days of a period of `days` days."""

    covered: int
    days: int

    @property
    def share(self) -> float | None:
        """Covered days / days, None for a period without days."""
        return self.covered / self.days if self.days else None


def injection_coverage(start: date, end: date, given: Iterable[date], interval_days: int) -> Coverage:
    """M-PDC-INJ: days within [given, given + interval) of any injection; overlap is not carried forward."""
    return _coverage(start, end, ((day, interval_days) for day in given))


def supply_coverage(start: date, end: date, fills: Iterable[tuple[date, int]]) -> Coverage:
    """M-PDC: days covered by (date, days of supply); an early refill starts when the last has run out."""
    stretches: list[tuple[date, int]] = []
    free = date.min
    for day, supply in sorted(fills):
        begin = max(day, free)
        stretches.append((begin, supply))
        free = begin + timedelta(days=supply)
    return _coverage(start, end, stretches)


def possession(start: date, end: date, fills: Iterable[tuple[date, int]]) -> float | None:
    """M-MPR: days of supply filled in the period / its days; may exceed 1."""
    days = (end - start).days + 1
    return sum(supply for day, supply in fills if start <= day <= end) / days if days > 0 else None


def _coverage(start: date, end: date, stretches: Iterable[tuple[date, int]]) -> Coverage:
    """Days from start to end that lie in any stretch of (first day, length)."""
    first, last = start.toordinal(), end.toordinal()
    covered = {
        day
        for begin, length in stretches
        for day in range(max(begin.toordinal(), first), min(begin.toordinal() + length, last + 1))
    }
    return Coverage(len(covered), max(last - first + 1, 0))
