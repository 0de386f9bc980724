"""How often in steps and in times a day, week, month or year."""

from __future__ import annotations

from re import Match

from handlers.plain_words.facts import Habits
from handlers.plain_words.numbers import NUMBER, OFTEN, ORDINAL, number
from handlers.plain_words.parts import Part, Rhythm, Rule, Sign, Unclear, always
from handlers.plain_words.times import PARTS, times
from handlers.plain_words.weekdays import WEEKDAY
from journal.timing.limits import MOST_DOSES_A_DAY, MOST_STEP
from journal.timing.plan import Timing, Unit

_STEPS = {
    "h": (Unit.HOURS, 1), "d": (Unit.DAYS, 1), "e": (Unit.DAYS, 1), "w": (Unit.WEEKS, 1), "f": (Unit.WEEKS, 2),
    "m": (Unit.MONTHS, 1), "q": (Unit.MONTHS, 3), "y": (Unit.MONTHS, 12), "a": (Unit.MONTHS, 12),
}  # fmt: skip


def _every(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (_step(number(found["n"]), found["unit"], found[0]),)


def _each(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (_step(1, found["unit"], found[0]),)


def _other(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (_step(2, found["unit"], found[0]),)


def _often(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    """N times a unit. How a week, month or year is divided is asked, unless it is once."""
    often, unit = number(found["often"]), (found["unit"] or found["ly"])[0]
    if unit == "d":
        return (_per_day(often, found[0]),)
    if often == 1:
        return (_step(1, unit, found[0]),)
    if unit == "w" and 1 < often <= 7:
        return (Rhythm(Timing(Unit.WEEKS), per_week=often),)
    raise Unclear("bad_count" if often < 1 else "too_many_times" if unit == "h" else "which_dates", found[0], often)


def _a_day(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    """ "2 a day" may be two at once."""
    if found["n"] and number(found["n"]) != 1:
        raise Unclear("ambiguous_interval", found[0])
    return (_per_day(1, found[0]),)


def _part_of_day(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    at = times(found["parts"].replace("every ", "").replace("each ", ""), habits)
    return (Rhythm(Timing()), at)


def _ambiguous(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    raise Unclear("ambiguous_interval", found[0])


def _per_day(often: int, text: str) -> Rhythm:
    if not 0 < often <= MOST_DOSES_A_DAY:
        raise Unclear("too_many_times" if often else "bad_count", text, often)
    return Rhythm(Timing(Unit.DAYS, 0), per_day=often)


def _step(count: int, unit: str, text: str) -> Rhythm:
    kind, size = _STEPS[unit[0]]
    if not 0 < count * size <= MOST_STEP:
        raise Unclear("bad_count", text)
    return Rhythm(Timing(kind, count * size))


_UNIT = r"(?P<unit>hour|hr|h|day|week|fortnight|month|year)s?"
_LY = r"(?P<ly>hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annually)"
_EVERY = r"(?:(?:once )?(?:every|each)|once (?:in|per))"
_OTHER = r"(?:every (?:other|alternate)|(?:on )?alternat(?:e|ing))"
_RANGE = rf"{NUMBER} ?(?:-|to|or|/) ?{NUMBER}"

RULES: tuple[Rule, ...] = (
    Rule(rf"{_EVERY} (?P<n>{NUMBER}) ?{_UNIT}", _every),
    Rule(rf"(?:once )?every (?P<n>{ORDINAL}) {_UNIT}", _every),
    Rule(r"(?P<n>\d{1,3})-(?P<unit>hour|week|month|year)ly", _every),
    Rule(rf"{_EVERY} (?:single )?(?P<unit>hour|day|week|fortnight|month|quarter|year)", _each),
    Rule(r"(?P<unit>everyday)", _each),
    Rule(_LY.replace("<ly>", "<unit>"), _each),
    Rule(rf"{_OTHER} {_UNIT}", _other),
    Rule(rf"(?P<often>{OFTEN}) ?(?:(?:a|an|per|each|every|in a|/) ?{_UNIT}|{_LY})", _often),
    Rule(rf"(?:(?P<n>{NUMBER}) )?(?:a|per|each) day", _a_day),
    Rule(
        rf"(?:once )?(?:every|each) (?P<parts>{PARTS}(?: ?(?:,|and|&|, and) (?:every |each )?{PARTS})*)",
        _part_of_day,
    ),
    Rule(r"(?P<parts>night)ly", _part_of_day),
    Rule(
        r"(?:(?:only )?(?:as|when|whenever|if) (?:and when )?(?:needed|required|necessary)|prn|p\.r\.n\.?|on demand)",
        always(Sign("as_needed")),
    ),
    Rule(rf"(?:once )?(?:every|each|for) {_RANGE} ?{_UNIT}", _ambiguous),
    Rule(rf"(?:once )?(?:every|each) {NUMBER} [a-z]+ ?(?:or|/|to) ?(?:every )?{NUMBER} {_UNIT}", _ambiguous),
    Rule(rf"{_RANGE} ?(?:times|x) (?:a|per|each|every|daily|weekly)(?: {_UNIT})?", _ambiguous),
    Rule(r"(?:bi|semi)[ -]?(?:daily|weekly|monthly|annually|annual|yearly)", _ambiguous),
    Rule(rf"every (?:second|2nd|third|3rd|fourth|4th) {WEEKDAY}", _ambiguous),
)
