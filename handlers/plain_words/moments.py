"""Moments and days in the past as people type them: "yesterday 20:30", "2 hours ago", "Monday"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.dates import DATE, day
from handlers.plain_words.facts import Ask
from handlers.plain_words.numbers import NUMBER, number
from handlers.plain_words.parts import Unclear
from handlers.plain_words.times import read_times
from handlers.plain_words.weekdays import WEEKDAY

_AGO = rf"(?P<n>half an|{NUMBER}) ?(?P<unit>minutes?|mins?|m|hours?|hrs?|h) ago"
_DATE = rf"(?:on )?(?P<date>today|yesterday|(?:the )?day before yesterday|{NUMBER} days? ago|{WEEKDAY}|{DATE})"
_TIME = r"(?P<time>(?:at )?(?:.*\d.*|noon|midday|midnight))"
_LATEST_ASIDE = timedelta(hours=12)  # a bare time ahead of now means yesterday's only when that is this near
_OLDEST = timedelta(days=366)


def read_moment(text: str, now_local: datetime) -> datetime | None:
    """Reads "at 7", "yesterday 20:30", "Monday 8pm", "20 min ago" as naive local time, at most a year back.

    None when it is unclear, names no time of day or is not past; `now_local` is naive local time.
    """
    plain = shadow(cleaned(text)).strip(" .,")
    try:
        moment = now_local if plain in ("now", "just now") else _ago(plain, now_local) or _dated(plain, now_local)
    except Unclear:
        return None
    return moment if moment and now_local - _OLDEST <= moment <= now_local else None


def read_ago(text: str) -> timedelta | None:
    """Reads "20 min ago", "half an hour ago", "just now" as the time that has passed; None for anything else."""
    plain = shadow(cleaned(text)).strip(" .,")
    anchor = datetime(2000, 1, 1)  # noqa: DTZ001 - any moment: only the distance from it counts
    try:
        moment = anchor if plain in ("now", "just now") else _ago(plain, anchor)
    except (Unclear, OverflowError):
        return None
    return anchor - moment if moment else None


def read_past_date(text: str, today: date) -> date | Ask:
    """Reads "yesterday", "2 days ago", "Monday" (the last one before today), "3 March" (the last such day).

    Asks what read_date asks; a date that is written out may lie ahead of `today`.
    """
    plain = shadow(cleaned(text)).strip(" .,")
    found = re.fullmatch(_DATE, plain)
    try:
        return _past(found["date"], today) if found else Ask("not_understood", rest=plain)
    except Unclear as unclear:
        return Ask(unclear.code, rest=unclear.rest)


def _ago(text: str, now: datetime) -> datetime | None:
    found = re.fullmatch(_AGO, text)
    if not found:
        return None
    steps = 0.5 if found["n"] == "half an" else number(found["n"])
    return now - timedelta(minutes=steps * (60 if found["unit"].startswith("h") else 1))


def _dated(text: str, now: datetime) -> datetime | None:
    for pattern in (rf"{_DATE},? {_TIME}", rf"{_TIME},? {_DATE}"):
        found = re.fullmatch(pattern, text)
        if found and (at := _single(found["time"])):
            return datetime.combine(_past(found["date"], now.date()), at)
    at = _single(text) if re.fullmatch(_TIME, text) else None
    return _latest(at, now) if at else None


def _single(text: str) -> time | None:
    at = read_times(text) or ()
    return at[0] if len(at) == 1 else None


def _latest(at: time, now: datetime) -> datetime | None:
    today = datetime.combine(now.date(), at)
    yesterday = today - timedelta(days=1)
    return today if today <= now else yesterday if now - yesterday <= _LATEST_ASIDE else None


def _past(text: str, today: date) -> date:
    """The last such day: weekdays and dates without a year look back."""
    if text.endswith("yesterday"):
        return today - timedelta(days=2 if "before" in text else 1)
    if text.endswith("ago"):
        return today - timedelta(days=number(text))
    named = day(text, today)
    if re.fullmatch(WEEKDAY, text):
        return named.on - timedelta(days=7)
    return day(text, today - timedelta(days=365)).on if named.year_assumed and named.on > today else named.on
