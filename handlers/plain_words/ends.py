"""From when and until when: first days, ends of phases, hours of the day, and the step to the next phase."""

from __future__ import annotations

from re import Match

from handlers.plain_words.dates import DATE
from handlers.plain_words.facts import Habits
from handlers.plain_words.numbers import NUMBER, number
from handlers.plain_words.parts import Part, Rule, Sign, Start, Stop, Unclear, Window, always
from handlers.plain_words.times import AMOUNT, CLOCK, SURE_CLOCK, times
from journal.timing.limits import MOST_DAYS, MOST_DOSES


def _start(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (Start(found["date"], past=found[0].startswith("since")),)


def _start_at(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (times(found["at"], habits),)


def _window(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    (first,), (last,) = (times(found[name], Habits()).times for name in ("first", "last"))
    return (Window((first, last)),)


def _lasting(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    count, unit = number(found["n"]), found["unit"][0]
    days = count * {"d": 1, "w": 7, "f": 14}.get(unit, 0)
    months = count * {"m": 1, "y": 12}.get(unit, 0)
    if not 0 < days + months * 31 <= MOST_DAYS:
        raise Unclear("bad_count", found[0])
    return (Stop(days=days, months=months),)


def _until(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    return (Stop(until=found["date"]),)


def _doses(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    count = number(found["n"])
    if not 0 < count <= MOST_DOSES:
        raise Unclear("bad_count", found[0])
    return (Stop(count=count),)


_FROM = (
    r"(?:starting|starts?|beginning|begins?|commencing|from|as (?:of|from)|since"
    r"|first (?:one|dose|injection|tablet|shot|time)(?: is)?):?(?: from| on)?"
)
_UNTIL = r"(?:until|till?|through|thru|up to|to|ending|ends?)(?: and including)?(?: on)?"
_WHO = r"(?:my |the |a )?(?:doctor|clinic|nurse|gp|clinician|consultant|specialist|surgery|practice|team|they)"
_SAYS = (
    r"(?:says?|tells?|changes?|decides?|stops?|reviews?|advises?)(?: me)?(?: (?:it|so|otherwise|to (?:stop|change)))*"
)
_BETTER = (
    r"(?:(?:there is )?no (?:further|more) improvement|(?:the |my )?symptoms? (?:stops?|improves?|are improving)"
    r"|improvement (?:stops|plateaus)|improving|(?:told|advised) (?:otherwise|to (?:stop|change))|reviewed?"
    r"|(?:the |my )?(?:blood count|levels?) (?:is|are )?normal)"
)
_SPAN = rf"(?P<n>{NUMBER}) ?(?P<unit>day|week|fortnight|month|year)s?"
_SHOTS = r"(?:doses|injections|shots|jabs)"
_NOT_A_RATE = r"(?! ?(?:a|an|per|each|every|daily|weekly|monthly|yearly|in a)\b)(?! ?/)"

RULES: tuple[Rule, ...] = (
    Rule(rf"{_FROM} (?P<date>{DATE})(?: onwards?| on)?", _start),
    Rule(rf"{_FROM} (?P<at>(?:at )?{SURE_CLOCK})(?: onwards?| on)?", _start_at),
    Rule(rf"(?:from|between) (?P<first>{CLOCK}) ?(?:to|until|till|and|-) ?(?P<last>{CLOCK})", _window),
    Rule(rf"(?P<first>{SURE_CLOCK}) ?(?:to|until|till|-) ?(?P<last>{SURE_CLOCK})", _window),
    Rule(rf"(?:for|over)(?: the next| the first)? {_SPAN}", _lasting),
    Rule(rf"[x×] ?{_SPAN}", _lasting, late=True),
    Rule(rf"{_UNTIL} (?P<date>{DATE})(?: included| inclusive| \(included\)| \(inclusive\))?", _until),
    Rule(rf"(?:for )?(?P<n>{NUMBER}) times(?: in total| altogether)?{_NOT_A_RATE}", _doses),
    Rule(rf"(?:for )?(?P<n>{NUMBER}) {_SHOTS}(?: in total| altogether)?(?! (?:a|per) )", _doses),
    Rule(rf"[x×] ?(?P<n>\d{{1,4}})(?!\d)(?: (?:times|{_SHOTS}))?{_NOT_A_RATE}(?! ?{AMOUNT})", _doses, late=True),
    Rule(rf"(?P<n>\d{{1,4}}) ?[x×]{_NOT_A_RATE}(?! ?\d)", _doses, late=True),
    Rule(rf"(?:until|till|while|for as long as|as long as) (?:{_BETTER}|{_WHO} {_SAYS})", always(Stop(clinic=True))),
    Rule(
        r"for life|for ?ever|indefinitely|ongoing|life-?long|long[- ]term|until further notice",
        always(Stop()),
    ),
    Rule(r"(?:and )?(?:then|after that|afterwards|thereafter|followed by)", always(Sign("then"))),
    Rule(r"(?:and )?(?:then )?stop", always(Sign("stop"))),
)
