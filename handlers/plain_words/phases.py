"""Turns stretches into the phases of a plan: times carried over, starts and ends as dates and counts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from math import ceil

from handlers.plain_words.dates import Day, day
from handlers.plain_words.parts import Start, Stop, Unclear
from handlers.plain_words.stretches import Stretch
from journal.timing.plan import End, Phase, Timing, Unit

_FAR = timedelta(days=300)  # a start that far ahead without a year was more likely meant as just past


@dataclass(frozen=True, slots=True)
class Settled:
    """One phase and what was assumed for it."""

    phase: Phase
    assumed: tuple[str, ...] = ()


def phases(stretches: Sequence[Stretch], given: tuple[time, ...], today: date) -> list[Settled]:
    """The phases in order; a phase without times takes the one time said for another, or the answer `given`.

    Raises Unclear; no_time, with the number of times a day that is wanted, only when nothing else is to be asked.
    """
    said = {one.timing.times for one in stretches if one.timing.times}
    shared = said.pop() if len(said) == 1 else ()
    timed = [_timed(one, shared, given) for one in stretches]
    found: list[Settled] = []
    for index, one in enumerate(timed):
        try:
            found.append(_settled(one, found[-1].phase if found else None, timed[index + 1 :], today))
        except Unclear as unclear:
            raise unclear.at(index, [one.timing for one in stretches]) from None
    for index, one in enumerate(timed):
        if not one.timing.times and not one.timing.window:
            raise Unclear("no_time", needed=one.needed).at(index, [one.timing for one in timed])
    return found


def _timed(one: Stretch, shared: tuple[time, ...], given: tuple[time, ...]) -> Stretch:
    """With its own times if they are as many as it wants, otherwise shared or given ones, or none."""
    own = one.timing.times
    if one.timing.window or (own and one.needed in (0, len(own))):
        return one
    if not own and shared and one.needed in ((0, 1) if len(shared) == 1 else (len(shared),)):
        return replace(one, timing=replace(one.timing, times=shared), assumed=(*one.assumed, "same_time"))
    fits = given and one.needed in (0, len(given))
    return replace(one, timing=replace(one.timing, times=given if fits else ()))


def _settled(one: Stretch, before: Phase | None, rest: Sequence[Stretch], today: date) -> Settled:
    """The phase after `before` (None: the first, which starts today unless said) and before `rest`."""
    start, assumed = _start(one.start, before, today)
    end, assumed_end = _end(one, start, before, today)
    if end is None and rest and not rest[0].start:
        if not one.timing.offsets:
            raise Unclear("no_end")
        end = End(count=len(one.timing.offsets) * max(1, len(one.timing.times)))
    return Settled(Phase(one.timing, start, end, one.min_gap_days), one.assumed + assumed + assumed_end)


def _start(start: Start | None, before: Phase | None, today: date) -> tuple[date | None, tuple[str, ...]]:
    if start is None:
        return (None, ()) if before else (today, ("starts_today",))
    first = day(start.text, today)
    if (first.year_assumed and first.on - today > _FAR) or (start.past and first.on > today):
        raise Unclear("ambiguous_date", start.text)
    if before and before.end and not before.end.until:  # does it begin here, or the whole plan?
        raise Unclear("ambiguous_interval", start.text)
    if before and first.on <= (_latest(before) or date.min):
        raise Unclear("end_before_start", start.text)
    return first.on, _year(first)


def _end(one: Stretch, start: date | None, before: Phase | None, today: date) -> tuple[End | None, tuple[str, ...]]:
    stop = one.stop
    if stop is None or stop == Stop():
        return None, ()
    if stop.until:
        return _until(stop.until, start or (before and _latest(before)) or today, today)
    if stop.count or stop.clinic:
        return End(count=stop.count or None, clinic=stop.clinic), ()
    if stop.days:
        return End(days=stop.days), ()
    return End(until=_months_on(start, stop.months)) if start else End(count=_doses(one.timing, stop.months)), ()


def _until(text: str, start: date, today: date) -> tuple[End, tuple[str, ...]]:
    last = day(text, today)
    if last.year_assumed and last.on < start <= day(text, start).on - _FAR:
        raise Unclear("end_before_start", text)
    last = day(text, start) if last.year_assumed else last
    if last.on < start:
        raise Unclear("end_before_start", text)
    return End(until=last.on), ("end_until_included", *_year(last))


def _year(on: Day) -> tuple[str, ...]:
    return ("year",) if on.year_assumed else ()


def _latest(phase: Phase) -> date | None:
    """The latest date that the phase names."""
    return (phase.end and phase.end.until) or phase.start


def _months_on(start: date, months: int) -> date:
    """The last day of a span of calendar months from `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def _doses(timing: Timing, months: int) -> int:
    """The doses in a span of months whose first day is not known yet; only steps in months tell. Raises Unclear."""
    if timing.unit is not Unit.MONTHS or timing.except_weekdays:
        raise Unclear("end_unclear")
    return ceil(months / timing.every) * max(1, len(timing.days_of_month)) * max(1, len(timing.times))
