"""The pieces of meaning that single clauses of a line carry, before they are put together to phases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from re import Match

from handlers.plain_words.facts import Habits
from journal.timing.plan import Timing


class Unclear(Exception):
    """What has to be asked; never leaves this package."""

    def __init__(self, code: str, rest: str = "", needed: int = 0) -> None:
        super().__init__(code)
        self.code, self.rest, self.needed = code, rest, needed
        self.phase = 0
        self.timings: tuple[Timing, ...] = ()

    def at(self, phase: int, timings: Sequence[Timing]) -> Unclear:
        """The same, with the phase it is about and the timings known so far."""
        self.phase, self.timings = phase, tuple(timings)
        return self


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A recurrence without times. `timing.every` 0: the step was not said; `assumed` is reported if it stays so.

    `per_day` and `per_week`: how often, 0 if not said.
    """

    timing: Timing
    per_day: int = 0
    per_week: int = 0
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """Times of day. `part`: the one part of the day that was said; `joined`: goes with the times before it."""

    times: tuple[time, ...]
    habits: tuple[str, ...] = ()
    part: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The hours of the day within which a step in hours runs."""

    hours: tuple[time, time]


@dataclass(frozen=True, slots=True)
class Except:
    """Weekdays that are left out."""

    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """How a phase ends: doses, days, months, a date in words or the clinic. Nothing set: never, as the person said."""

    count: int = 0
    days: int = 0
    months: int = 0
    until: str = ""
    clinic: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """A first day in words."""

    text: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """The least number of days between two doses."""

    days: int


@dataclass(frozen=True, slots=True)
class Own:
    """A limit of the person's own for what is taken as needed: hours between two doses, or doses a day."""

    gap_hours: int = 0
    most_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """A clause that is its own meaning: as_needed, then, stop, dose, form or noise."""

    name: str


Part = Rhythm | At | Window | Except | Stop | Start | Apart | Own | Sign


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the shadow of the text and what a match means. `read` may raise Unclear.

    `names`: the clause belongs to the name and dose, so words of the name may follow it. `late`: it is one only after
    another clause of the schedule, since a name may read alike (Vitamin X 6).
    """

    pattern: str
    read: Callable[[Match[str], Habits], tuple[Part, ...]]
    names: bool = False
    late: bool = False


def always(part: Part) -> Callable[[Match[str], Habits], tuple[Part, ...]]:
    """A reader for words that mean one thing only."""
    return lambda found, habits: (part,)
