"""What clinics prescribe (clinical.md 2.1): the line, the buttons, and every date of two years, written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
START = date(2026, 3, 2)  # a Monday, today
TWO_YEARS = date(2028, 3, 2)


def every(days: int, first: date = START, last: date = TWO_YEARS) -> list[date]:
    return [first + timedelta(days=n) for n in range(0, (last - first).days, days)]


def on(text: str) -> list[date]:
    """Dates written as "2026: 5-1 5-3 2027: 1-9" (month-day)."""
    return list(_on(text))


def _on(text: str) -> Iterator[date]:
    year = 0
    for word in text.split():
        if word.endswith(":"):
            year = int(word[:-1])
        else:
            yield date(year, *map(int, word.split("-")))


@dataclass(frozen=True)
class Prescription:
    """`line` is typed after name and form; `taps` are the buttons after the name; `dates` the doses of two years."""

    id: str
    line: str
    taps: str
    dates: list[date]
    form: str = "injection"


LOADING = "Skip · Injection · Loading, then maintenance · "
KNOWN = [
    Prescription(
        "D-UK-NEURO",
        "every other day until no further improvement then every 2 months at 10:00",
        LOADING + "Every few days · 2 · 10:00 · Done · When my clinic changes it"
        " · Every few months · 2 · That is all · Today",
        every(2),
    ),
    Prescription(
        "D-UK-NONEURO",
        "3 times a week for 2 weeks then every 3 months at 10:00",
        LOADING + "Chosen weekdays · Monday · Wednesday · Friday · Done · 10:00 · Done · After some weeks · 2"
        " · Every few months · 3 · That is all · Today",
        on("2026: 3-2 3-4 3-6 3-9 3-11 3-13 6-13 9-13 12-13 2027: 3-13 6-13 9-13 12-13"),
    ),
    Prescription(
        "D-US-LABEL",
        "every day for 7 days then every other day 7 times then every 3 days for 3 weeks then monthly at 10:00",
        LOADING + "Every day · 10:00 · Done · After some days · 7"
        " · Every few days · 2 · Add another part · After some doses · 7"
        " · Every few days · 3 · Add another part · After some weeks · 3"
        " · Every few months · 1 · That is all · Today",
        on(
            "2026: 3-2 3-3 3-4 3-5 3-6 3-7 3-8 3-10 3-12 3-14 3-16 3-18 3-20 3-22 3-25 3-28 3-31 4-3 4-6 4-9 4-12"
            " 5-12 6-12 7-12 8-12 9-12 10-12 11-12 12-12"
            " 2027: 1-12 2-12 3-12 4-12 5-12 6-12 7-12 8-12 9-12 10-12 11-12 12-12 2028: 1-12 2-12"
        ),
    ),
    Prescription(
        "D-NL",
        "Mon and Thu 10 times at least 3 days apart then every 2 months at 10:00",
        LOADING + "Chosen weekdays · Monday · Thursday · Done · 10:00 · Done · After some doses · 10"
        " · Every few months · 2 · That is all · Today · Change · Days apart · Part 1 · 3",
        on(
            "2026: 3-2 3-5 3-9 3-12 3-16 3-19 3-23 3-26 3-30 4-2 6-2 8-2 10-2 12-2"
            " 2027: 2-2 4-2 6-2 8-2 10-2 12-2 2028: 2-2"
        ),
    ),
    Prescription(
        "D-OFFSETS",
        "days 1, 3, 7, 10, 14, 21, 30, 60, 90 at 10:00",
        "Skip · Injection · More · Certain days · 1 · 3 · 7 · 10 · 14 · 21 · 30 · 60 · 90 · Done"
        " · 10:00 · Done · Today",
        on("2026: 3-2 3-4 3-8 3-11 3-15 3-22 3-31 4-30 5-30"),
    ),
    Prescription(
        "D-TAPER",
        "every day 10 times then every week 4 times then every month 3 times at 10:00",
        LOADING + "Every day · 10:00 · Done · After some doses · 10"
        " · Every few weeks · 1 · Add another part · After some doses · 4"
        " · Every few months · 1 · This part ends too · After some doses · 3 · That is all · Today",
        on("2026: 3-2 3-3 3-4 3-5 3-6 3-7 3-8 3-9 3-10 3-11 3-18 3-25 4-1 4-8 5-8 6-8 7-8"),
    ),
    Prescription(
        "D-FOLATE-WK",
        "every Friday at 10:00",
        "Skip · Tablet · Chosen weekdays · Friday · Done · 10:00 · Done · Today",
        every(7, date(2026, 3, 6)),
        "tablet",
    ),
    Prescription(
        "D-FOLATE-WK daily",
        "every day except Tue at 10:00",
        "Skip · Tablet · More · Every day except some · Tuesday · Done · 10:00 · Done · Today",
        [day for day in every(1) if day.strftime("%a") != "Tue"],
        "tablet",
    ),
    Prescription(
        "D-IRON-ALT",
        "every other day at 10:00",
        "Skip · Tablet · Every few days · 2 · 10:00 · Done · Today",
        every(2),
        "tablet",
    ),
]


def given(id: str) -> Prescription:
    """The one with this id."""
    return next(each for each in KNOWN if each.id == id)
