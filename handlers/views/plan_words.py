"""A plan in words: every kind of timing, end and phase that journal.timing knows. Plain text, no HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time

from journal.timing import Anchor, End, Phase, Plan, Timing, Unit
from locales import Words

Say = Callable[[Timing, Words], str]


def describe(plan: Plan, words: Words) -> str:
    """Such as "every other day at 09:00, 6 times, then every 8 weeks at 09:00"; parts with gaps say less."""
    if plan.as_needed:
        return _as_needed(plan, words)
    said = _phase(plan.phases[0], words)
    for phase in plan.phases[1:]:
        said = words.plain("plan-then", before=said, after=_later(phase, words))
    return words.plain("plan-from-actual", plan=said) if plan.anchor is Anchor.ACTUAL else said


def _as_needed(plan: Plan, words: Words) -> str:
    said = words.plain("plan-as-needed")
    if plan.gap_hours:
        said = words.plain("plan-own-gap", plan=said, hours=plan.gap_hours)
    return words.plain("plan-own-most", plan=said, most=plan.most_a_day) if plan.most_a_day else said


def moment(local: datetime, now: datetime, words: Words) -> str:
    """Such as "Mon 5 Jan, 08:00", with the year when it is not that of `now`; both on the person's wall clock."""
    return words.plain("plan-moment", date=day(local.date(), now.date(), words), time=words.time(local))


def day(on: date, today: date, words: Words) -> str:
    """Such as "Mon 5 Jan", with the year when it is another than that of `today`."""
    return words.date(on, year=on.year != today.year)


def _clock_times(times: Iterable[time], words: Words) -> str:
    """Such as "08:00 and 20:00"."""
    return words.list([words.time(each) for each in times])


def _weekdays(days: Iterable[int], words: Words) -> str:
    """Such as "Mon, Wed and Fri"; a single day in full."""
    chosen = tuple(days)
    return words.list([words.weekday(each, short=len(chosen) > 1) for each in chosen])


def _later(phase: Phase, words: Words) -> str:
    said = _phase(phase, words)
    if phase.start is None:
        return said
    return words.plain("plan-from", date=words.date(phase.start, year=True), plan=said)


def _phase(phase: Phase, words: Words) -> str:
    """How often, at which times, within which days, how far apart, and until when."""
    timing, said = phase.timing, _rhythm(phase.timing, words)
    if timing.times and timing.unit is not Unit.HOURS:
        said = words.plain("plan-at", rhythm=said, times=_clock_times(timing.times, words))
    if timing.cycle:
        said = words.plain("plan-cycle", plan=said, on=timing.cycle[0], off=timing.cycle[1])
    if timing.weekdays and timing.unit in (Unit.DAYS, Unit.HOURS) and not _is_daily(timing):
        said = words.plain("plan-only-on", plan=said, days=_weekdays(timing.weekdays, words))
    if phase.min_gap_days:
        said = words.plain("plan-apart", plan=said, days=phase.min_gap_days)
    return words.plain("plan-with-end", plan=said, end=_end(phase.end, words)) if phase.end else said


def _end(end: End, words: Words) -> str:
    if end.count is not None:
        return words.plain("plan-times", count=end.count)
    if end.until is not None:
        return words.plain("plan-until", date=words.date(end.until, year=True))
    if end.days is None:
        return words.plain("plan-until-clinic")
    if end.days % 7 == 0 and end.days > 7:
        return words.plain("plan-for-weeks", weeks=end.days // 7)
    return words.plain("plan-for-days", days=end.days)


def _rhythm(timing: Timing, words: Words) -> str:
    """How often, without the times, and which weekdays are left out."""
    said = _SAYERS[timing.unit](timing, words)
    if timing.except_weekdays:
        return words.plain("plan-except", rhythm=said, days=_weekdays(timing.except_weekdays, words))
    return said


def _is_daily(timing: Timing) -> bool:
    """Whether its weekdays are all that there is to say."""
    return timing.unit is Unit.DAYS and timing.every == 1 and not timing.cycle


def _offsets(timing: Timing, words: Words) -> str:
    days = words.list([str(each) for each in timing.offsets])
    return words.plain("plan-on-numbered-days", count=len(timing.offsets), days=days)


def _hours(timing: Timing, words: Words) -> str:
    said = words.plain("plan-every-hours", every=timing.every)
    if timing.window:
        first, last = map(words.time, timing.window)
        return words.plain("plan-within", rhythm=said, first=first, last=last)
    if not timing.times:
        return said
    return words.plain("plan-hours-from", rhythm=said, time=words.time(timing.times[0]))


def _days(timing: Timing, words: Words) -> str:
    if timing.weekdays and _is_daily(timing):
        return _weeks(timing, words)
    return words.plain("plan-every-days", every=timing.every)


def _weeks(timing: Timing, words: Words) -> str:
    if len(timing.weekdays) == 7 and timing.every == 1:
        return words.plain("plan-every-days", every=1)
    if not timing.weekdays:
        return words.plain("plan-every-weeks", every=timing.every)
    return words.plain("plan-weekdays", every=timing.every, days=_weekdays(timing.weekdays, words))


def _months(timing: Timing, words: Words) -> str:
    said = words.plain("plan-every-months", every=timing.every)
    if timing.last_day:
        return words.plain("plan-last-day", rhythm=said)
    if timing.nth_weekday:
        place, on = timing.nth_weekday
        return words.plain("plan-nth-weekday", rhythm=said, place=place, day=words.weekday(on))
    if timing.days_of_month:
        days = words.list([words.plain("plan-ordinal", n=each) for each in timing.days_of_month])
        return words.plain("plan-month-days", rhythm=said, days=days)
    return said


_SAYERS: dict[Unit | None, Say] = {
    None: _offsets,
    Unit.HOURS: _hours,
    Unit.DAYS: _days,
    Unit.WEEKS: _weeks,
    Unit.MONTHS: _months,
}
