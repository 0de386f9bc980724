"""Limits of a person's own for what is taken as needed: hours between two doses, and doses a day."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match

from handlers.plain_words.facts import Habits
from handlers.plain_words.numbers import NUMBER, number
from handlers.plain_words.parts import Apart, Own, Part, Rule, Unclear
from journal.timing.limits import MOST_GAP_HOURS, MOST_OWN_A_DAY
from journal.timing.plan import Plan


def _gap(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    if not 1 <= number(found["n"]) <= MOST_GAP_HOURS:
        raise Unclear("bad_count", found[0])
    return (Own(gap_hours=number(found["n"])),)


def _most(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    if not 1 <= number(found["n"]) <= MOST_OWN_A_DAY:
        raise Unclear("bad_count", found[0])
    return (Own(most_a_day=number(found["n"])),)


def limited(parts: Sequence[Part]) -> Plan:
    """The plan of what is taken as needed, with the limits among its parts. Raises Unclear."""
    gaps = [part.gap_hours for part in parts if isinstance(part, Own) and part.gap_hours]
    gaps += [part.days * 24 for part in parts if isinstance(part, Apart)]
    most = [part.most_a_day for part in parts if isinstance(part, Own) and part.most_a_day]
    if len(gaps) > 1 or len(most) > 1:
        raise Unclear("ambiguous_interval")
    if gaps and gaps[0] > MOST_GAP_HOURS:
        raise Unclear("bad_count", f"{gaps[0] // 24} days")
    return Plan(gap_hours=gaps[0] if gaps else None, most_a_day=most[0] if most else None)


_LEAST = r"(?:and )?(?:with )?(?:at least|no less than|minimum(?: of)?)"
_MOST = r"(?:and )?(?:no more than|not more than|at most|up to|max(?:imum)?\.?(?: of)?)"
_THINGS = r"(?:times|doses)"  # of tablets one dose may be several

RULES: tuple[Rule, ...] = (
    Rule(
        rf"{_LEAST} (?P<n>{NUMBER}) ?(?:hours?|hrs?|h) (?:apart|(?:in )?between(?: (?:two|doses|them|tablets))?)",
        _gap,
    ),
    Rule(rf"{_MOST} (?P<n>{NUMBER})(?: {_THINGS})? (?:(?:a|per|each|every|in a|in one) day|daily)", _most),
)
