"""Finds the clauses of a line: at each word the longest match of any rule wins, the earlier rule on a tie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Match

from handlers.plain_words import daylists, doses, ends, limits, rhythms
from handlers.plain_words.facts import Habits
from handlers.plain_words.parts import At, Part, Rule
from handlers.plain_words.times import TIMES, times


def _times(found: Match[str], habits: Habits) -> tuple[Part, ...]:
    at: At = times(found[0], habits)
    return (at,)


_RULES = (*rhythms.RULES, *daylists.RULES, *ends.RULES, *limits.RULES, Rule(TIMES, _times), *doses.RULES)
_COMPILED = tuple((rule, re.compile(rf"(?:{rule.pattern})(?!\w)")) for rule in _RULES)
_WORD = re.compile(r"(?<!\w)(?<!\d[.,/])[\w@×½¼¾&+]")


@dataclass(frozen=True, slots=True)
class Clause:
    """One recognised clause and its place in the line."""

    rule: Rule
    found: Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.found.span()

    def read(self, habits: Habits) -> tuple[Part, ...]:
        """What it means. Raises Unclear."""
        return self.rule.read(self.found, habits)


def scan(shadow: str) -> list[Clause]:
    """The clauses of a lower-case line in order, not overlapping; words between them belong to none."""
    clauses: list[Clause] = []
    place = 0
    while word := _WORD.search(shadow, place):
        clause = _longest(shadow, word.start(), any(not clause.rule.names for clause in clauses))
        if clause:
            clauses.append(clause)
        place = clause.span[1] if clause else word.end()
    return clauses


def _longest(shadow: str, place: int, begun: bool) -> Clause | None:
    rules = (pair for pair in _COMPILED if begun or not pair[0].late)
    matches = [Clause(rule, found) for rule, pattern in rules if (found := pattern.match(shadow, place))]
    return max(matches, key=lambda clause: clause.span[1], default=None)
