"""Settings: what each can be set to by a button, and how typed words are read. Values as in journal.preferences."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from handlers.plain_words import read_times, read_weekdays
from journal import people
from journal.preferences import COUNTRIES, DAY_STARTS, minutes, stretch
from journal.tables import Person
from locales import Words, languages
from locales.names import own_name

ZONE = "zone"
_YES_OR_NO = ("reactions", "interference")
FOR_CAREGIVERS = (ZONE, "quiet", "plain", "language")  # of somebody who only reads along
KINDS = (ZONE, "checkin", "summary", "quiet", "day", "names", "plain", "dark", *_YES_OR_NO, "language", "country")

CHECKIN_HOURS = (9, 12, 15, 18, 19, 20, 21, 22)
DAYS = (6, 0, 5, 1, 2, 3, 4)  # Sunday first, as at first contact
QUIETS = ((21, 8), (22, 7), (22, 8), (23, 7), (0, 0))  # hours; the same twice: no quiet hours
_FROM_TO = re.compile(r"\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|[-–,;])\s*", re.IGNORECASE)


def kinds(person: Person) -> tuple[str, ...]:
    """Return what this person can set."""
    return FOR_CAREGIVERS if people.only_cares(person) else KINDS


def values(what: str) -> tuple[str, ...]:
    """Return what buttons offer, as wire values; empty for the zone, whose places are found."""
    return {
        "checkin": tuple(str(hour * 60) for hour in CHECKIN_HOURS),
        "summary": tuple(map(str, DAYS)),
        "quiet": tuple(stretch(time(begin), time(end)) for begin, end in QUIETS),
        "day": tuple(map(str, DAY_STARTS)),
        "names": ("0", "1"),
        "plain": ("0", "1"),
        "dark": ("1", "0"),
        "reactions": ("1", "0"),
        "interference": ("1", "0"),
        "language": languages(),
        "country": COUNTRIES,
    }.get(what, ())


def value_of(what: str, person: Person) -> str:
    """Return the present value."""
    return {
        ZONE: person.zone or "",
        "checkin": str(minutes(person.checkin_at or time(0))),
        "summary": str(person.summary_weekday or 0),
        "quiet": stretch(person.quiet_from, person.quiet_until),
        "day": str(minutes(person.day_start)),
        "names": str(int(person.hide_names)),
        "plain": str(int(person.plain)),
        "dark": str(int(person.dark)),
        "reactions": str(int(person.reactions)),
        "interference": str(int(person.interference)),
        "language": person.language,
        "country": person.country or "",
    }[what]


def label(what: str, value: str, words: Words) -> str:
    """Return a value in words, for a button."""
    if what in ("names", "plain", "dark", "reactions", "interference", "country"):
        return words.plain(f"setting-{what}-{value or 'none'}")
    if what in ("checkin", "day"):
        return words.time(_clock(value))
    if what == "quiet":
        return _quiet_label(value, words)
    if what == "summary":
        return words.weekday(int(value))
    return own_name(value) if what == "language" else value


def _quiet_label(value: str, words: Words) -> str:
    begin, end = map(_clock, value.split("-"))
    if begin == end:
        return words.plain("setting-quiet-none")
    return words.plain("setting-quiet-between", begin=words.time(begin), end=words.time(end))


def _clock(value: str) -> time:
    return time(*divmod(int(value), 60))


def typed(what: str, text: str, words: Words) -> str | None:
    """Return the value that typed words mean; None when they mean none."""
    labels = {label(what, value, words).casefold(): value for value in values(what)}
    said = " ".join(text.split()).casefold().strip(" .!")
    return labels.get(said) or _READ.get(what, _nothing)(said)


def _nothing(text: str) -> None:
    return None


def _time(text: str) -> str | None:
    times = read_times(text) or ()
    return str(minutes(times[0])) if len(times) == 1 else None


def _day(text: str) -> str | None:
    at = _time(text)
    return at if at in values("day") else None


def _weekday(text: str) -> str | None:
    days = read_weekdays(text) or ()
    return str(days[0]) if len(days) == 1 else None


def _quiet(text: str) -> str | None:
    if text in ("none", "off", "no"):
        return "0-0"
    ends = [_time(part) for part in _FROM_TO.split(re.sub(r"^(?:from|between) ", "", text))]
    return f"{ends[0]}-{ends[1]}" if len(ends) == 2 and all(ends) else None


def _switch(text: str) -> str | None:
    """Whether names, or emoji, are to show: 0 is that nothing is left out."""
    return {"yes": "0", "on": "0", "no": "1", "off": "1"}.get(text)


def _yes(text: str) -> str | None:
    return {"yes": "1", "on": "1", "no": "0", "off": "0"}.get(text)


_READ: dict[str, Callable[[str], str | None]] = {
    "checkin": _time,
    "summary": _weekday,
    "quiet": _quiet,
    "day": _day,
    "names": _switch,
    "plain": _switch,
    "dark": _yes,
    "reactions": _yes,
    "interference": _yes,
}
