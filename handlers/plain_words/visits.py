"""The date and time of an appointment as people type them: "Tue 1 Dec 14:30", "3pm on 4 June"."""

from __future__ import annotations

import re
from datetime import date, datetime

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.dates import DATE, day
from handlers.plain_words.facts import Ask
from handlers.plain_words.parts import Unclear
from handlers.plain_words.times import read_times

_DATE = rf"(?:on )?(?P<date>{DATE})"
_TIME = r"(?P<time>(?:at )?(?:.*\d.*|noon|midday|midnight))"


def read_visit(text: str, today: date) -> datetime | Ask:
    """Reads one date, today or later where its year is left out, with one time of day, as naive local time.

    Asks what read_date asks, and not_understood when either is missing.
    """
    plain = shadow(cleaned(text)).strip(" .,")
    try:
        for pattern in (rf"{_DATE},? {_TIME}", rf"{_TIME},? {_DATE}"):
            found = re.fullmatch(pattern, plain)
            times = (read_times(found["time"]) or ()) if found else ()
            if found and len(times) == 1:
                return datetime.combine(day(found["date"], today).on, times[0])
    except Unclear as unclear:
        return Ask(unclear.code, rest=unclear.rest)
    return Ask("not_understood", rest=plain)
