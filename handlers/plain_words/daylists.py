"""Which days: weekdays, days of the month, cycles, day numbers, days left out and days apart."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from handlers.plain_words.facts import Habits
from handlers.plain_words.numbers import NUMBER, ORDINAL, number
from handlers.plain_words.parts import Apart, Except, Part, Rhythm, Rule, Unclear
from handlers.plain_words.times import BEFORE_CLAUSE
from handlers.plain_words.weekdays import WEEKDAY, WEEKDAY_RANGE, WEEKDAYS, weekday, weekdays
from journal.timing.limits import MOST_STEP
from journal.timing.plan import Timing, Unit


def _weekdays(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    days = weekdays(found["days"])
    single = len(days) == 1 and not found["days"].endswith("days")
    timing = Timing(Unit.WEEKS, 1 if found["every"] else 0, weekdays=days)
    return (Rhythm(timing, assumed="every_week" if single else ""),)


def _other_weekday(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (Rhythm(Timing(Unit.WEEKS, 2, weekdays=(weekday(found["day"]),))),)


def _days_of_month(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    days = sorted({int(day) for day in re.findall(r"\d+", found["list"])})
    if not 0 < days[0] <= days[-1] <= 31:
        raise Unclear("bad_date", found[0])
    return (_monthly(found, Timing(Unit.MONTHS, 0, days_of_month=tuple(days))),)


def _last_day(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (_monthly(found, Timing(Unit.MONTHS, 0, last_day=True)),)


def _nth_weekday(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    nth = number(found["nth"])
    if nth not in (-1, 1, 2, 3, 4):
        raise Unclear("bad_date", found[0])
    return (_monthly(found, Timing(Unit.MONTHS, 0, nth_weekday=(nth, weekday(found["day"])))),)


def _monthly(found: Match[str], timing: Timing) -> Rhythm:
    every = number(found["n"]) if found["n"] else 1 if found["of"] else 0
    if found["n"] and not 0 < every <= MOST_STEP:
        raise Unclear("bad_count", found[0])
    return Rhythm(replace(timing, every=every), assumed="every_month")


def _cycle(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    on, off = (number(found[n]) * (7 if found[unit] == "week" else 1) for n, unit in (("on", "u"), ("off", "v")))
    if not (0 < on <= 366 and 0 < off <= 366):
        raise Unclear("bad_count", found[0])
    return (Rhythm(Timing(cycle=(on, off))),)


def _offsets(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    days = sorted({int(day) for day in re.findall(r"\d+", found["list"])})
    if not 0 < days[0] <= days[-1] <= MOST_STEP:
        raise Unclear("bad_count", found[0])
    return (Rhythm(Timing(None, offsets=tuple(days))),)


def _except(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (Except(weekdays(found["days"])),)


def _apart(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    days = number(found["n"]) * (7 if found["u"] == "week" else 1)
    if not 0 < days <= MOST_STEP:
        raise Unclear("bad_count", found[0])
    return (Apart(days),)


_DAYS = f"(?P<days>{WEEKDAYS})"
_OF = rf"(?: ?(?P<of>of (?:the |each |every |a )?(?:(?P<n>{NUMBER}) )?months?))"
_ORDINALS = r"\d{1,2}(?:st|nd|rd|th)(?:(?:,? and |, ?| ?& ?)(?:the )?\d{1,2}(?:st|nd|rd|th))*"
_NUMBERS = r"\d{1,4}(?![:.]\d)(?:(?:,? and |, ?| ?& ?)(?:day )?\d{1,4}(?![:.]\d))"
_NOT = r"except|excluding|but not|not|other than|apart from|skip|skipping"
_BREAK = r"(?:off|break|pause|without)"

RULES: tuple[Rule, ...] = (
    Rule(rf"(?:(?:once )?(?P<every>every|each) |on (?:the )?){_DAYS}(?: only)?", _weekdays),
    Rule(rf"from (?P<every>)(?P<days>{WEEKDAY_RANGE})", _weekdays),
    Rule(rf"(?P<every>){_DAYS}(?: only)?{BEFORE_CLAUSE}", _weekdays),
    Rule(rf"(?:every other|(?:on )?(?:every )?alternat(?:e|ing)) (?P<day>{WEEKDAY})", _other_weekday),
    Rule(rf"(?:(?:on|every|each) )?(?:the )?(?P<list>{_ORDINALS})(?: days?)?{_OF}", _days_of_month),
    Rule(rf"on (?:the )?(?P<list>{_ORDINALS})(?: day)?(?P<of>)(?P<n>)", _days_of_month),
    Rule(rf"(?:on )?(?:the )?days? (?P<list>\d{{1,2}}|{_NUMBERS}*)(?:,)?{_OF}", _days_of_month),
    Rule(rf"(?:(?:on|at|every|each) )?(?:the )?(?:last day|end){_OF}", _last_day),
    Rule(r"(?:on )?(?:the )?last day(?P<of>)(?P<n>)", _last_day),
    Rule(rf"(?:(?:on|every|each) )?(?:the )?(?P<nth>{ORDINAL}) (?P<day>{WEEKDAY}){_OF}", _nth_weekday),
    Rule(rf"(?:on (?:the )?)?(?P<nth>{ORDINAL}) (?P<day>{WEEKDAY})(?P<of>)(?P<n>)", _nth_weekday),
    Rule(
        rf"(?P<on>{NUMBER}) (?P<u>day|week)s? on(?:,| and|, and|,? then)? (?P<off>{NUMBER}) (?P<v>day|week)s? {_BREAK}",
        _cycle,
    ),
    Rule(rf"(?:on )?days (?P<list>{_NUMBERS}+)", _offsets),
    Rule(rf"(?:{_NOT})(?: for| on)?(?: every)? {_DAYS}{BEFORE_CLAUSE}", _except),
    Rule(
        rf"(?:with )?(?:at least|minimum) (?P<n>{NUMBER}) (?P<u>day|week)s? (?:apart|between (?:doses|injections))",
        _apart,
    ),
)
