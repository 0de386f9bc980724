"""Times of day as people type them, on the 24-hour clock unless am, pm or a part of the day is said."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.facts import Habits
from handlers.plain_words.numbers import HOUR_WORD, number
from handlers.plain_words.parts import At, Unclear

_FIXED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_PARTS = {
    "breakfast": "morning", "morning": "morning", "lunch": "midday", "afternoon": "afternoon", "evening": "evening",
    "dinner": "evening", "supper": "evening", "bed": "bedtime", "night": "bedtime",
}  # fmt: skip
_HOURS_OF_PART = {"morning": (3, 12), "afternoon": (12, 19), "evening": (16, 24), "bedtime": (18, 25)}

AMOUNT = (
    r"(?:times|dose|drop|day|week|month|year|hour|minute|tablet|capsule|pill|puff|spray|patch|injection"
    r"|mc?g|[µu]g|g\b|ml|iu|unit)"
)
PARTS = r"(?:(?:morning|afternoon|evening|night|bedtime)s?(?![a-z]))"
_NAMED = r"(?:(?:noon|midday|midnight)(?![a-z]))"
_PHRASE = (
    r"(?:(?:in the (?:morning|afternoon|evening)s?|at night|(?:at|before) bed(?:time)?"
    r"|(?:with|at) (?:breakfast|lunch|dinner|supper))(?![a-z]))"
)
_TAIL = r"(?: (?:in the (?:morning|afternoon|evening)|at night)(?![a-z]))?"
_HALF = r"(?: ?(?:[ap]m|[ap]\.m\.?)(?![a-z]))"
_MINUTES = rf"(?:[:.]|h(?=\d))\d{{2}}(?![\d.:]\d){_HALF}?"
_FULL = rf"(?:(?:\d{{1,2}}(?:{_MINUTES}| ?h(?!\w))|(?:\d{{1,2}}|{HOUR_WORD})(?:{_HALF}| ?o'clock))(?!\w){_TAIL})"
_BARE = rf"(?:(?:\d{{1,2}}(?![\w:/×%½¼¾-]|\.\d)|{HOUR_WORD})(?! ?(?:x |×|and a half|{AMOUNT})){_TAIL})"
SURE_CLOCK = rf"(?:{_FULL}|{_NAMED})"
CLOCK = rf"(?:{SURE_CLOCK}|{_BARE})"
_ANY = rf"(?:{CLOCK}|{_PHRASE}|{PARTS})"
_WITH = r" ?(?:,? and\b|plus\b|[,&+/;]) ?"
_BLANK = rf"(?:(?<=[:.]\d\d)|(?<=[ap]m)|(?<=noon)) {_FULL}"
_NEXT = rf"(?:{_WITH}(?:at )?{_ANY}|{_BLANK})"
# After "in the morning and" a bare 1 is a tablet.
_NEXT_PART = rf"(?:{_WITH}(?:at {_ANY}|{SURE_CLOCK}|{_PHRASE}|{PARTS})|{_BLANK})"
# A weekday or part of the day that stands alone may be a name: Sun Chlorella, Evening primrose oil.
BEFORE_CLAUSE = (
    r"(?= ?(?:$|[^\w &+/'-]|\d|(?:only|at|in|on|every|each|daily|weekly|monthly|once|twice|for|from|until|till|then"
    r"|starting|except|noon|midnight|midday|mornings?|afternoons?|evenings?|nights?)\b))"
)
_CLOCKS = rf"(?:(?:at |@ ?){CLOCK}|{SURE_CLOCK}){_NEXT}*"
_DAYTIMES = rf"(?:{_PHRASE}{_NEXT_PART}*|{PARTS}{_NEXT_PART}*{BEFORE_CLAUSE})"
TIMES = rf"(?:(?:and |& ?|\+ ?)?(?:{_CLOCKS}|{_DAYTIMES}))"


def read_times(text: str, habits: Habits = Habits()) -> tuple[time, ...] | None:
    """Reads "8", "20.30", "8 am and 8 pm", "noon", "morning"; sorted, None when a word is left over or wrong."""
    plain = shadow(cleaned(text)).strip(" .,")
    try:
        return times(plain, habits).times if re.fullmatch(rf"(?:at |@ ?)?{_ANY}{_NEXT}*", plain) else None
    except Unclear:
        return None


def times(text: str, habits: Habits) -> At:
    """The times in a text that matched TIMES. Raises Unclear bad_time or ambiguous_time."""
    items = re.findall(rf"{CLOCK}|{_PHRASE}|{PARTS}", text)
    _refuse_mixed([item for item in items if _is_clock(item)], text)
    parts = [_part(item) for item in items if not _is_clock(item) and _part(item)]
    moments = sorted({_time(item, habits) for item in items})
    used = tuple(dict.fromkeys(f"{part}_at" for part in parts))
    part = parts[0] if parts and len(items) == 1 else ""
    return At(tuple(moments), used, part, text.startswith(("and ", "&", "+")))


def refined(at: time, part: str) -> time:
    """The clock time meant within a part of the day: 8 in the evening is 20:00. Raises Unclear if in neither half."""
    first, last = _HOURS_OF_PART.get(part, (at.hour, at.hour + 1))
    for hour in (at.hour, at.hour + 12, at.hour + 24):
        if first <= hour < last:
            return at.replace(hour=hour % 24)
    raise Unclear("ambiguous_time", f"{at:%H:%M} {part}")


def _is_clock(item: str) -> bool:
    return re.match(rf"\d|{HOUR_WORD}", item) is not None


def _part(item: str) -> str:
    return "" if item in _FIXED else next((part for word, part in _PARTS.items() if word in item), "")


def _time(item: str, habits: Habits) -> time:
    if not _is_clock(item):
        at: time = _FIXED.get(item) or getattr(habits, _part(item))
        return at
    at = _clock(*_face(item), _half(item), item)
    return refined(at, _part(item)) if _part(item) else at


def _face(item: str) -> tuple[int, int]:
    """The hour and minute as written."""
    minute = re.match(r"\d+[:.h](\d+)", item)
    return number(re.findall(rf"\d+|{HOUR_WORD}", item)[0]), int(minute[1]) if minute else 0


def _half(item: str) -> str:
    found = re.search(r"([ap])\.?m(?![a-z])", item)
    return found[1] if found else ""


def _clock(hour: int, minute: int, half: str, text: str) -> time:
    if half and not 1 <= hour <= 12:
        raise Unclear("bad_time", text)
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23 or minute > 59:
        raise Unclear("bad_time", text)
    return time(hour, minute)


def _refuse_mixed(clocks: list[str], text: str) -> None:
    """Both numbers of "8 and 10 pm" may mean the evening, and the second of "8 and 2" the afternoon."""
    said = [item for item in clocks if _half(item) or _part(item)]
    mixed = said and any(item not in said and _face(item)[0] <= 12 for item in clocks)
    if mixed or (not said and any(two <= one < (13, 0) for one, two in pairwise(map(_face, clocks)))):
        raise Unclear("ambiguous_time", text)
