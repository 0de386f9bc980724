"""Where a symptom was and how many there were: on the finished check-in, and in the history."""

from __future__ import annotations

from handlers.page import Key, Rows
from handlers.presses_symptoms import RateCount, RatePlace
from handlers.views.prompt_words import name
from journal.checkins import Entry, Sheet
from journal.symptoms import COUNTED, HIGHEST_COUNT, LOCATED, PLACES
from locales import Words


def lines(sheet: Sheet, words: Words, asking: bool = True) -> list[str]:
    """What was said of each symptom that was felt; what was not is asked, unless nothing is `asking`."""
    return [line for entry in _felt(sheet) if (line := _said(entry, words) or (_asked(entry, words) if asking else ""))]


def rows(sheet: Sheet, words: Words) -> Rows:
    """The buttons for both, in the order of `lines`; where two symptoms have places, each says whose it is."""
    felt = _felt(sheet)
    several = sum(entry.code in LOCATED for entry in felt) > 1
    return tuple(
        _places(sheet, entry, several, words) if entry.code in LOCATED else _counts(sheet, entry, words)
        for entry in felt
    )


def said(place: str | None, count: int | None, words: Words) -> str:
    """What was said of a rating, such as "hands and feet"; "" when nothing was."""
    if place is not None:
        return words("rating-place", place=place)
    return "" if count is None else words("rating-count", count=count)


def _felt(sheet: Sheet) -> list[Entry]:
    return [entry for entry in sheet.entries if entry.value and entry.code in LOCATED + COUNTED]


def _said(entry: Entry, words: Words) -> str:
    told = said(entry.place, entry.count, words)
    return words("rating-said", symptom=name(entry, words), said=told) if told else ""


def _asked(entry: Entry, words: Words) -> str:
    return words("rating-where", code=entry.code) if entry.code in LOCATED else words("rating-how-many")


def _places(sheet: Sheet, entry: Entry, several: bool, words: Words) -> tuple[Key, ...]:
    labels = {place: words.plain(f"place-{place}") for place in PLACES}
    if several:
        symptom = name(entry, words)
        labels = {place: words.plain("place-of", symptom=symptom, place=label) for place, label in labels.items()}
    return tuple(Key(labels[place], RatePlace(sheet.day, entry.symptom, place)) for place in PLACES)


def _counts(sheet: Sheet, entry: Entry, words: Words) -> tuple[Key, ...]:
    numbers = range(HIGHEST_COUNT + 1)
    labels = [words.number(n) if n < HIGHEST_COUNT else words.plain("count-most", count=n) for n in numbers]
    return tuple(Key(label, RateCount(sheet.day, entry.symptom, n)) for n, label in enumerate(labels))
