"""The dates that ambiguous words can mean, so that they can be offered as buttons."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from handlers.plain_words import read_date, read_weekdays

_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?")
_BEFORE_WEEKDAY = re.compile(r"^(?:(?:on|this|next|coming) )*", re.IGNORECASE)


def meant(rest: str, today: date) -> tuple[date, ...]:
    """Return the two dates that "3/4", "next Monday" or "1 Feb" (last or next) can mean; empty for other words."""
    numbers = _NUMBERS.fullmatch(rest.strip())
    days = read_weekdays(_BEFORE_WEEKDAY.sub("", rest)) or ()
    if numbers:
        found = _either_way(numbers[1], numbers[2], numbers[3], today)
    elif len(days) == 1:
        soon = today + timedelta(days=(days[0] - today.weekday()) % 7)
        found = {soon, soon + timedelta(days=7)}
    else:
        found = _either_year(rest, today)
    return tuple(sorted(found)) if len(found) == 2 else ()


def _either_way(one: str, two: str, year: str | None, today: date) -> set[date]:
    pairs = ((int(one), int(two)), (int(two), int(one)))
    return {found for on, month in pairs if (found := _on(on, month, year, today))}


def _on(on: int, month: int, year: str | None, today: date) -> date | None:
    years = (int(year) % 100 + 2000,) if year else (today.year, today.year + 1)
    for each in years:
        with suppress(ValueError):
            if (found := date(each, month, on)) >= today or year:
                return found
    return None


def _either_year(rest: str, today: date) -> set[date]:
    found = read_date(rest, today)
    if not isinstance(found, date):
        return set()
    with suppress(ValueError):
        return {found, found.replace(year=found.year - 1)}
    return set()
