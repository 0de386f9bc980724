"""Preferences: what a person has decided about the bot, each from the short text that a button carries.

Times are minutes after midnight by the wall clock, a stretch is two of them with a dash, yes is 1 and no is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from journal import people, planning
from journal.errors import JournalError
from journal.tables import Person
from journal.transaction import Transaction

# The countries of clinical.md section 5.2; EU is any other state of the Union, XX none of them.
COUNTRIES = ("GB", "IE", "NL", "DE", "EU", "US", "CA", "AU", "NZ", "XX")
DAY_STARTS = (0, 180, 240, 300)  # minutes after midnight


async def put(tx: Transaction, person: Person, what: str, value: str, now: datetime) -> None:
    """Set one preference (a key of READERS) and plan what hangs on it. Raises JournalError: bad_button."""
    if what not in READERS:
        raise JournalError("bad_button")
    READERS[what](person, value)
    await planning.everything(tx, person, now)


def minutes(at: time) -> int:
    """Return a time of day as minutes after midnight."""
    return at.hour * 60 + at.minute


def stretch(begin: time, end: time) -> str:
    """Return the text of a stretch of the day."""
    return f"{minutes(begin)}-{minutes(end)}"


def _number(value: str, most: int) -> int:
    if not (value.isascii() and value.isdecimal()) or len(value) > 4 or int(value) > most:
        raise JournalError("bad_button")
    return int(value)


def _time(value: str) -> time:
    return time(*divmod(_number(value, 24 * 60 - 1), 60))


def _checkin(person: Person, value: str) -> None:
    people.answer_checkin(person, _time(value))


def _summary(person: Person, value: str) -> None:
    people.answer_summary(person, _number(value, 6))


def _language(person: Person, value: str) -> None:
    person.language = value


def _country(person: Person, value: str) -> None:
    if value not in COUNTRIES:
        raise JournalError("bad_button")
    person.country = value


def _quiet(person: Person, value: str) -> None:
    begin, _, end = value.partition("-")
    person.quiet_from, person.quiet_until = _time(begin), _time(end)


def _day(person: Person, value: str) -> None:
    if _number(value, DAY_STARTS[-1]) not in DAY_STARTS:
        raise JournalError("bad_button")
    person.day_start = _time(value)


def _names(person: Person, value: str) -> None:
    person.hide_names = bool(_number(value, 1))


def _plain(person: Person, value: str) -> None:
    person.plain = bool(_number(value, 1))


def _dark(person: Person, value: str) -> None:
    person.dark = bool(_number(value, 1))


def _reactions(person: Person, value: str) -> None:
    person.reactions = bool(_number(value, 1))


def _interference(person: Person, value: str) -> None:
    person.interference = bool(_number(value, 1))


READERS: dict[str, Callable[[Person, str], None]] = {
    "checkin": _checkin,
    "summary": _summary,
    "language": _language,
    "country": _country,
    "quiet": _quiet,
    "day": _day,
    "names": _names,
    "plain": _plain,
    "dark": _dark,
    "reactions": _reactions,
    "interference": _interference,
}
