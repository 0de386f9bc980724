"""What reading a line of English gives: a plan, or what has to be asked. No words of any reply live here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from journal.timing.plan import Plan, Timing


@dataclass(frozen=True, slots=True)
class Habits:
    """The wall-clock times that a person means by parts of the day."""

    morning: time = time(8)
    midday: time = time(12)
    afternoon: time = time(15)
    evening: time = time(20)
    bedtime: time = time(22)


@dataclass(frozen=True, slots=True)
class Given:
    """What the person answered to earlier questions about the same line: a name, the times of phases without times,
    and the weekdays of each phase that said only how many (in order)."""

    label: str = ""
    times: tuple[time, ...] = ()
    weekdays: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A line that was consumed to its last word.

    `dose_text` repeats the person's own words and is never calculated with. `route` is one of tablet, capsule, liquid,
    drops, spray, patch, injection, other, or empty. Every phase of `plan` has its times. `assumed` holds codes:
    starts_today, end_until_included, year, every_week, every_month, same_time, and morning_at, midday_at,
    afternoon_at, evening_at, bedtime_at for the habits that were used.
    """

    label: str
    dose_text: str
    route: str
    plan: Plan
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A line that must not be saved yet, with what is known of it.

    `rest` holds the words that the question is about, `timings` the phases that are known so far (without times where
    none were said), `phase` the index of the phase asked about, `needed` how many times a day or days a week were said.
    """

    code: str
    rest: str = ""
    label: str = ""
    dose_text: str = ""
    route: str = ""
    timings: tuple[Timing, ...] = ()
    phase: int = 0
    needed: int = 0
