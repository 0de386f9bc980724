"""Calendar dates as people type them, against the person's local date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from re import Match

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.facts import Ask
from handlers.plain_words.numbers import NUMBER, number
from handlers.plain_words.parts import Unclear
from handlers.plain_words.weekdays import WEEKDAY, weekday

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?![\d:.]\d|[a-z])"
_YEAR = r"(?:,? \d{4}\b)?"
_NAMED = rf"(?:{WEEKDAY},? )?(?:{_DAY}(?: of)? {_MONTH}{_YEAR}|{_MONTH} {_DAY}{_YEAR})"
_ISO = r"\d{4}-\d{1,2}-\d{1,2}\b"
_NUMERIC = r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?(?![\d/-])"
_NEAR = rf"(?:(?:the )?day after tomorrow|today|now|tomorrow|in {NUMBER} (?:day|week)s?)\b"
_WEEKDAY = rf"(?:(?:this|next|coming) )*{WEEKDAY}"
_MONTHDAY = r"the \d{1,2}(?:st|nd|rd|th)\b"
WRITTEN_DATE = rf"(?:{_ISO}|{_NAMED})"
DATE = rf"(?:{WRITTEN_DATE}|{_NEAR}|{_WEEKDAY}|{_NUMERIC}|{_MONTHDAY})"
_YEARS_AHEAD = 9  # 29 February comes again within that
_YEARS_KNOWN = range(1950, 2151)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and whether its year was left to us."""

    on: date
    year_assumed: bool = False


def read_date(text: str, today: date) -> date | Ask:
    """Reads "1 Dec 2026", "1 Dec" (the next such day), "tomorrow", "2026-12-01", "Monday" (the next one after today).

    Asks ambiguous_date ("3/4", "next Monday", "Monday" on a Monday), bad_date (31 Feb) or not_understood.
    """
    try:
        return day(shadow(cleaned(text)).strip(" .,").removeprefix("on "), today).on
    except Unclear as unclear:
        return Ask(unclear.code, rest=unclear.rest)


def day(text: str, today: date) -> Day:
    """The date of a text that matches DATE. Raises Unclear."""
    for pattern, read in _READERS:
        if found := re.fullmatch(pattern, text):
            return read(found, today)
    raise Unclear("not_understood", text)


def _iso(found: Match[str], today: date) -> Day:
    year, month, on = found[0].split("-")
    return Day(_date(int(year), int(month), int(on), found[0]))


def _named(found: Match[str], today: date) -> Day:
    text = found[0]
    month = next(
        index for index, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", text[_after_weekday(text) :])
    )
    digits = re.findall(r"\d+", text)
    result = _dated(int(digits[0]), month, digits[1:], today, text)
    if _after_weekday(text) and weekday(text) != result.on.weekday():
        raise Unclear("bad_date", text)
    return result


def _numeric(found: Match[str], today: date) -> Day:
    first, second, *year = re.findall(r"\d+", found[0])
    one, two = int(first), int(second)
    if max(one, two) > 12 or one == two or (year and "." in found[0]):
        on, month = (two, one) if two > 12 else (one, two)
        return _dated(on, month, [y if len(y) == 4 else f"20{int(y):02}" for y in year], today, found[0])
    raise Unclear("ambiguous_date", found[0])


def _near(found: Match[str], today: date) -> Day:
    text = found[0].removeprefix("the ")
    if text.startswith("in "):
        steps = number(text[3:]) * (7 if "week" in text else 1)
    else:
        steps = {"today": 0, "now": 0, "tomorrow": 1, "day after tomorrow": 2}[text]
    if steps > 3660:
        raise Unclear("bad_date", text)
    return Day(today + timedelta(days=steps))


def _weekday(found: Match[str], today: date) -> Day:
    *words, name = found[0].split()
    ahead = (weekday(name) - today.weekday()) % 7
    if ahead == 0 or "next" in words:
        raise Unclear("ambiguous_date", found[0])
    return Day(today + timedelta(days=ahead))


def _monthday(found: Match[str], today: date) -> Day:
    on = int(re.findall(r"\d+", found[0])[0])
    months = (today.year * 12 + today.month - 1 + step for step in range(12))
    return Day(_first(((month // 12, month % 12 + 1, on) for month in months), today, found[0]))


def _dated(on: int, month: int, year: list[str], today: date, text: str) -> Day:
    if year:
        return Day(_date(int(year[0]), month, on, text))
    years = range(today.year, today.year + _YEARS_AHEAD)
    return Day(_first(((one, month, on) for one in years), today, text), year_assumed=True)


def _first(dates: Iterator[tuple[int, int, int]], today: date, text: str) -> date:
    """The first that exists and is not past."""
    for parts in dates:
        with suppress(ValueError):
            if date(*parts) >= today:
                return date(*parts)
    raise Unclear("bad_date", text)


def _date(year: int, month: int, on: int, text: str) -> date:
    with suppress(ValueError):
        if year in _YEARS_KNOWN:
            return date(year, month, on)
    raise Unclear("bad_date", text)


def _after_weekday(text: str) -> int:
    found = re.match(rf"{WEEKDAY},? ", text)
    return found.end() if found else 0


_READERS: tuple[tuple[str, Callable[[Match[str], date], Day]], ...] = (
    (_ISO, _iso),
    (_NAMED, _named),
    (_NEAR, _near),
    (_WEEKDAY, _weekday),
    (_NUMERIC, _numeric),
    (_MONTHDAY, _monthday),
)
