"""Weekdays as people write them: lists, ranges, "weekdays". Monday is 0."""

from __future__ import annotations

import re

from handlers.plain_words.cleaning import cleaned, shadow

_NAMES = (
    r"mon(?:day)?", r"tue(?:s|sday)?", r"wed(?:s|nesday)?", r"thu(?:r|rs|rsday)?", r"fri(?:day)?", r"sat(?:urday)?",
    r"sun(?:day)?",
)  # fmt: skip
_GROUPS = {
    "weekend": (5, 6),
    "weekday": (0, 1, 2, 3, 4),
    "workday": (0, 1, 2, 3, 4),
    "working day": (0, 1, 2, 3, 4),
}
WEEKDAY = rf"(?:(?:{'|'.join(_NAMES)})s?\b\.?)"
WEEKDAY_RANGE = rf"{WEEKDAY}(?: ?- ?| to | through ){WEEKDAY}"
_ITEM = rf"(?:{WEEKDAY_RANGE}|{WEEKDAY}|(?:{'|'.join(_GROUPS)})s?\b)"
WEEKDAYS = rf"(?:{_ITEM}(?: ?(?:,|/|&|\+|and\b|,? and\b)? ?(?:on |every |each )?{_ITEM})*)"


def weekday(text: str) -> int:
    """The number of a text that matched WEEKDAY."""
    return next(index for index, name in enumerate(_NAMES) if text[:3] == name[:3])


def weekdays(text: str) -> tuple[int, ...]:
    """The sorted numbers of a text that matched WEEKDAYS."""
    return tuple(sorted({day for item in re.findall(_ITEM, text) for day in _days(item)}))


def read_weekdays(text: str) -> tuple[int, ...] | None:
    """Reads "Mon/Wed/Fri", "on Mondays", "Mon-Fri", "weekends"; None when any word is left over."""
    plain = shadow(cleaned(text)).strip(" .,")
    found = re.fullmatch(rf"(?:on |every |each )?({WEEKDAYS})", plain)
    return weekdays(found[1]) if found else None


def _days(item: str) -> tuple[int, ...]:
    ends = [weekday(name) for name in re.findall(WEEKDAY, item)]
    if not ends:
        return next(days for name, days in _GROUPS.items() if item.startswith(name))
    span = (ends[-1] - ends[0]) % 7
    return tuple((ends[0] + step) % 7 for step in range(span + 1))
