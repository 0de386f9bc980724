"""How fast the recurrence engine answers: `python -m benchmarks.timing`.

Each figure is a ratio of two medians in one run: the next occurrence of a daily rule that began ten years ago
against python-dateutil's `rrule.after`, and a ten-year-old regimen against one that began yesterday.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from statistics import median
from timeit import repeat
from zoneinfo import ZoneInfo

from dateutil import rrule

from journal import timing
from journal.timing import End, Phase, Plan, Timing, Unit

ZONE = ZoneInfo("Europe/London")
NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
OLD, NEW = date(2016, 6, 1), date(2026, 5, 31)
NINE = (time(9),)

RULES: dict[str, Callable[[date], Phase]] = {
    "every day": lambda start: Phase(Timing(Unit.DAYS, 1, NINE), start),
    "every day, 5,000 doses": lambda start: Phase(Timing(Unit.DAYS, 1, NINE), start, End(count=5000)),
    "every day except Tuesday": lambda start: Phase(Timing(Unit.DAYS, 1, NINE, except_weekdays=(1,)), start),
    "21 days on, 7 off": lambda start: Phase(Timing(Unit.DAYS, 1, NINE, cycle=(21, 7)), start),
    "Monday, Wednesday, Friday": lambda start: Phase(Timing(Unit.WEEKS, 1, NINE, weekdays=(0, 2, 4)), start),
    "every 3 months": lambda start: Phase(Timing(Unit.MONTHS, 3, NINE), start),
    "every 8 hours": lambda start: Phase(Timing(Unit.HOURS, 8, NINE), start),
}


def seconds(work: Callable[[], object], number: int) -> float:
    """The median time of one call."""
    return median(repeat(work, number=number, repeat=9)) / number


def ours(phase: Phase) -> float:
    """The time that the next occurrence of a plan of one phase takes."""
    plan = Plan((phase,))
    return seconds(lambda: timing.first(plan, ZONE, NOW), 500)


def main() -> None:
    """Print the ratios."""
    theirs = rrule.rrule(rrule.DAILY, datetime.combine(OLD, NINE[0], UTC))
    by_rrule = seconds(lambda: theirs.after(NOW), 5)
    print(f"every day for ten years, dateutil.rrule / ours: {by_rrule / ours(RULES['every day'](OLD)):.0f}")
    for name, phase in RULES.items():
        print(f"{name}, ten years old / new: {ours(phase(OLD)) / ours(phase(NEW)):.2f}")


if __name__ == "__main__":
    main()
