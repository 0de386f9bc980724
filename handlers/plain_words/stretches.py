"""Puts the parts of one phase together: one rhythm, its times, its start and its stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import time
from functools import reduce
from typing import TypeVar

from handlers.plain_words.parts import Apart, At, Except, Part, Rhythm, Sign, Start, Stop, Unclear, Window
from handlers.plain_words.times import refined
from journal.timing.limits import MOST_DOSES_A_DAY
from journal.timing.plan import Timing, Unit

_Kind = TypeVar("_Kind", Start, Stop, Window, Apart)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase whose dates are still words. `needed`: how many times a day it wants, 0 for any number."""

    timing: Timing
    needed: int
    start: Start | None
    stop: Stop | None
    min_gap_days: int | None
    assumed: tuple[str, ...]


def stretch(parts: Sequence[Part], weekdays: tuple[int, ...] = ()) -> Stretch:
    """One phase from its parts; `weekdays` answers how a number of times a week is divided. Raises Unclear."""
    rhythm = _divided(_merged([part for part in parts if isinstance(part, Rhythm)]), weekdays)
    at = _times([part for part in parts if isinstance(part, At)])
    timing = _limited(rhythm.timing, parts)
    stop, gap = _only(parts, Stop, "ambiguous_end"), _only(parts, Apart, "ambiguous_interval")
    if any(isinstance(part, Sign) and part.name == "stop" for part in parts) and stop is None:
        raise Unclear("no_end")
    assumed = (rhythm.assumed,) if rhythm.assumed and not rhythm.timing.every else ()
    timing = replace(timing, every=timing.every or 1, times=at.times)
    start = _only(parts, Start, "ambiguous_date")
    even = _evened(timing)
    needed = len(even.times) if even.unit is not timing.unit else _needed(rhythm)
    return Stretch(even, needed, start, stop, gap.days if gap else None, assumed + at.habits)


def open_week(parts: Sequence[Part]) -> bool:
    """Whether the phase says how often a week and not on which days."""
    rhythms = [part for part in parts if isinstance(part, Rhythm)]
    return any(one.per_week for one in rhythms) and not any(one.timing.weekdays for one in rhythms)


def _only(parts: Sequence[Part], kind: type[_Kind], code: str) -> _Kind | None:
    found = [part for part in parts if isinstance(part, kind)]
    if len(found) > 1:
        raise Unclear(code)
    return found[0] if found else None


def _merged(rhythms: list[Rhythm]) -> Rhythm:
    if not rhythms:
        raise Unclear("no_timing")
    return reduce(_both, rhythms)


def _both(one: Rhythm, two: Rhythm) -> Rhythm:
    timing = _narrower(one.timing, two.timing) or _narrower(two.timing, one.timing) or _combined(one.timing, two.timing)
    if timing is None or (one.per_day and two.per_day) or (one.per_week and two.per_week):
        raise Unclear("ambiguous_interval")
    assumed = one.assumed if one.timing.unit == timing.unit and one.assumed else two.assumed
    return Rhythm(timing, one.per_day or two.per_day, one.per_week or two.per_week, assumed)


def _narrower(daily: Timing, other: Timing) -> Timing | None:
    """`other` if it only says which days are meant by "every day", or `daily` is no more than "twice a day"."""
    if daily.every > 1 or replace(daily, every=1) != Timing():
        return None
    picks_days = other.cycle or other.unit is Unit.HOURS or (other.weekdays and other.every < 2)
    return other if daily.every == 0 or picks_days else None


def _combined(one: Timing, two: Timing) -> Timing | None:
    """Both rules in one where neither contradicts the other."""
    pairs = {field.name: (getattr(one, field.name), getattr(two, field.name)) for field in fields(Timing)}
    if one.unit != two.unit or any(a and b and a != b for a, b in pairs.values()):
        return None
    both = Timing(**{name: a or b for name, (a, b) in pairs.items()})
    return both if sum(map(bool, (both.days_of_month, both.nth_weekday, both.last_day))) < 2 else None


def _divided(rhythm: Rhythm, weekdays: tuple[int, ...]) -> Rhythm:
    """Checks "3 times a week" against the weekdays."""
    days = rhythm.timing.weekdays or (weekdays if rhythm.per_week else ())
    if rhythm.per_week and len(days) != rhythm.per_week:
        raise Unclear("twice_a_week", needed=rhythm.per_week)
    return replace(rhythm, timing=replace(rhythm.timing, weekdays=days))


def _limited(timing: Timing, parts: Sequence[Part]) -> Timing:
    left_out = tuple(sorted({day for part in parts if isinstance(part, Except) for day in part.weekdays}))
    window = _only(parts, Window, "ambiguous_time")
    if window and any(isinstance(part, At) for part in parts):
        raise Unclear("ambiguous_time")
    if timing.weekdays and left_out:
        if not {*left_out} < {*timing.weekdays}:
            raise Unclear("ambiguous_interval")
        timing, left_out = replace(timing, weekdays=tuple(sorted({*timing.weekdays} - {*left_out}))), ()
    if len(left_out) > 6 or (window and timing.unit is not Unit.HOURS):
        raise Unclear("ambiguous_time" if window else "ambiguous_interval")
    return replace(timing, except_weekdays=left_out, window=window.hours if window else None)


def _times(ats: list[At]) -> At:
    """All times of a phase; a part of the day beside one clock time only says which half of the day is meant."""
    if len(ats) == 2 and any(at.part for at in ats) and not ats[1].joined:
        vague, clock = ats if ats[0].part else ats[::-1]
        if clock.habits or len(clock.times) > 1:
            raise Unclear("ambiguous_time")
        return At((refined(clock.times[0], vague.part),))
    if any(not at.joined for at in ats[1:]):
        raise Unclear("ambiguous_time")
    moments = sorted({moment for at in ats for moment in at.times})
    if len(moments) > MOST_DOSES_A_DAY:
        raise Unclear("too_many_times")
    return At(tuple(moments), tuple(dict.fromkeys(habit for at in ats for habit in at.habits)))


def _needed(rhythm: Rhythm) -> int:
    """How many times a day are wanted. A step in hours wants the first one only."""
    timing = rhythm.timing
    if timing.unit is not Unit.HOURS:
        return rhythm.per_day
    if rhythm.per_day and rhythm.per_day * timing.every != 24:
        raise Unclear("ambiguous_interval")
    return 0 if timing.window else 1


def _evened(timing: Timing) -> Timing:
    """Hours with several times on the clock are those times, every day: every 12 hours at 8:00 and 20:00."""
    if timing.unit is not Unit.HOURS or len(timing.times) < 2:
        return timing
    first = timing.times[0]
    grid = {time((first.hour + step) % 24, first.minute) for step in range(0, 24, timing.every)}
    if timing.window or 24 % timing.every or {*timing.times} != grid:
        raise Unclear("ambiguous_time")
    return replace(timing, unit=Unit.DAYS, every=1)
