"""A start that hangs on another regimen: "starting 24 hours after the first Hydroxocobalamin"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number

_SIZES = {"h": 1, "d": 24, "w": 168}
_SPAN = rf"(?P<n>{NUMBER}) ?(?P<unit>hours?|hrs?|h|days?|weeks?)"
_START = r"(?:and |, ?)?(?:to )?(?:start(?:ing|s)?|begin(?:ning|s)?|from)(?: from)?"
_FIRST = r"(?:the |my )?(?:first (?:(?:dose|injection|tablet|one) of )?)?"
_AFTER = re.compile(rf"(?<!\w){_START} (?:at least )?{_SPAN} after {_FIRST}(?P<rest>\S.*)$")


@dataclass(frozen=True, slots=True)
class After:
    """`line`: what stands before the clause; `hours` after the first dose of what `rest` begins with."""

    line: str
    hours: int
    rest: str


def read_after(text: str) -> After | None:
    """Reads such a clause anywhere in a line; None when there is none. The words after the name stay in `rest`."""
    line = cleaned(text)
    found = _AFTER.search(shadow(line))
    if not found:
        return None
    hours = number(found["n"]) * _SIZES[found["unit"][0]]
    return After(line[: found.start()].strip(" ,"), hours, line[found.start("rest") :].strip(" ."))


def read_hours(text: str) -> int | None:
    """Reads "24 hours", "36", "2 days" or "1 week" as hours; None for anything else."""
    found = re.fullmatch(rf"{_SPAN}|(?P<bare>{NUMBER})", shadow(cleaned(text)).strip(" ."))
    if not found:
        return None
    return number(found["bare"]) if found["bare"] else number(found["n"]) * _SIZES[found["unit"][0]]
