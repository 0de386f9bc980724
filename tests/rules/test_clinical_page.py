"""docs/clinical.md says what the software does: its rules, their numbers, and the numbers to call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from journal.helplines import KINDS, numbers
from journal.preferences import COUNTRIES
from journal.rules.catalogue import RULES, Parameter, Rule
from locales import Words
from tests.rules.files import read

PAGE = read(Path("docs/clinical.md"))
READ_ON = date(2026, 11, 20)


def cells(first: set[str], width: int) -> list[list[str]]:
    """The first `width` cells of the table rows that begin with one of `first`."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines()]
    return [row[:width] for row in rows if row[0] in first]


def limits(number: Parameter) -> str:
    """Such as "delta 2 (1.5 to 4)"."""
    return f"{number.name} {number.default:g}" + ("" if number.fixed else f" ({number.low:g} to {number.high:g})")


def entry(rule: Rule) -> list[str]:
    """How the page begins the row of a rule."""
    return [rule.id, str(rule.version), ", ".join(map(limits, rule.parameters))]


def test_it_has_every_rule_with_its_numbers() -> None:
    assert cells({rule.id for rule in RULES}, 3) == [entry(rule) for rule in RULES]


def test_it_has_the_numbers_that_urgent_shows() -> None:
    said = [[country, *(numbers(country, READ_ON)[kind] or "generic" for kind in KINDS)] for country in COUNTRIES]
    assert cells(set(COUNTRIES), 4) == said


def test_it_has_the_purpose() -> None:
    assert Words("en").plain("welcome-purpose") in PAGE.replace("\n> ", " ")
