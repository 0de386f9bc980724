"""The plan of a regimen as data: phases in sequence, each with a timing in wall-clock terms.

Nothing here knows a zone, a person or a word of any language. `shape.py` gives its JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Unit(StrEnum):
    """The unit of a step. Hours are real elapsed time; the others are calendar steps in the person's zone."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Anchor(StrEnum):
    """What the next date is counted from (clinical.md S-ANCHOR)."""

    PLANNED = "planned"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Timing:
    """One recurrence rule. Weekdays count from Monday = 0. `times` are sorted, without duplicates.

    With `offsets` (day numbers, day 1 = start) `unit` is None. With `unit` MONTHS at most one of
    `days_of_month` (clamped to the month's end), `nth_weekday` ((1..4 or -1, weekday)) and `last_day` is set;
    without any of them months step from the phase's start and clamp. `weekdays` choose the days of every n-th
    week; with DAYS or HOURS they leave out the other days, as `except_weekdays` does with any unit, and the
    steps go on underneath. `cycle` (days on, days off) goes with DAYS. `window` (from, to; to before from
    runs over midnight) goes with HOURS: each day wall-clock times from `from` in steps of `every` hours up to
    `to`.
    """

    unit: Unit | None = Unit.DAYS
    every: int = 1
    times: tuple[time, ...] = ()
    weekdays: tuple[int, ...] = ()
    except_weekdays: tuple[int, ...] = ()
    days_of_month: tuple[int, ...] = ()
    nth_weekday: tuple[int, int] | None = None
    last_day: bool = False
    cycle: tuple[int, int] | None = None
    offsets: tuple[int, ...] = ()
    window: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class End:
    """When a phase ends: after `count` doses, on the local date `until` (included), after `days` local days,
    or when the person records that the clinic changed the plan (`clinic`). Exactly one is set."""

    count: int | None = None
    until: date | None = None
    days: int | None = None
    clinic: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a plan. `start` is the first local day and the anchor; it ends the phases before it.

    `start` None (never in the first phase): the date of the previous phase's last planned occurrence is the
    anchor and not itself an occurrence; `days` of an end are counted from the day after it.
    `end` None: never ends. `min_gap_days`: the least number of days between two doses (clinical.md S-GAP).
    """

    timing: Timing
    start: date | None = None
    end: End | None = None
    min_gap_days: int | None = None

    @property
    def ends(self) -> bool:
        """Whether it ends by itself: a list of offsets does, and any end but the clinic's word."""
        return not self.end.clinic if self.end else bool(self.timing.offsets)


@dataclass(frozen=True, slots=True)
class Plan:
    """What recurs. No phases: taken as needed, never reminded of.

    Only then a person can set limits of their own: `gap_hours`, the least number of hours between two doses, and
    `most_a_day`, the most doses of one local day. They are reminded of them; nothing is refused.
    """

    phases: tuple[Phase, ...] = ()
    anchor: Anchor = Anchor.PLANNED
    gap_hours: int | None = None
    most_a_day: int | None = None

    @property
    def as_needed(self) -> bool:
        """True when nothing is planned ahead."""
        return not self.phases
