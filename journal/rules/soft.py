"""Soft notices: no clinician wording of their own (clinical.md §4.2). Numbers come from the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import timedelta

from journal.rules.catalogue import DEFAULT_SETTINGS
from journal.rules.clinician import Evidence


def severe_day(rating: int, since_last: timedelta | None) -> bool:
    """A-SEV1: one rating of 7 or more, said at most once per 72 h; `since_last` None: never said."""
    numbers = DEFAULT_SETTINGS.of("A-SEV1")
    rested = since_last is None or since_last >= timedelta(hours=numbers["gap_hours"])
    return rating >= numbers["threshold"] and rested


def injection_cramp(symptom: str, rating: int, since_injection: int | None, since_start: int | None) -> Evidence | None:
    """A-INJCRAMP: cramps or weakness at 4 or more within 10 days of an injection and 28 of the start (days,
    included).

    Evidence d (days since the injection), t. None when either is not known.
    """
    numbers = DEFAULT_SETTINGS.of("A-INJCRAMP")
    if symptom not in ("cramps", "weakness") or since_injection is None or since_start is None:
        return None
    near = 0 <= since_injection <= numbers["after_injection"] and 0 <= since_start <= numbers["after_start"]
    if not near or rating < numbers["threshold"]:
        return None
    return {"d": since_injection, "t": numbers["threshold"]}


def overdue(days: int, moved_in_a_row: int) -> bool:
    """A-OVERDUE: an injection overdue for more than 14 days, or 2 in a row moved."""
    numbers = DEFAULT_SETTINGS.of("A-OVERDUE")
    return days > numbers["days"] or moved_in_a_row >= numbers["moves"]


def confounder(days: Iterable[tuple[int | None, Collection[str]]]) -> Evidence | None:
    """A-CONFOUND: one tag on at least half of the high days (4 or more). Evidence tag, d. Cancels nothing."""
    numbers = DEFAULT_SETTINGS.of("A-CONFOUND")
    high = [tags for rating, tags in days if rating is not None and rating >= numbers["threshold"]]
    commonest = Counter(tag for tags in high for tag in sorted(set(tags))).most_common(1)
    if not commonest or commonest[0][1] < numbers["share"] * len(high):
        return None
    return {"tag": commonest[0][0], "d": commonest[0][1]}


def lapse(days_without_rating: int) -> str:
    """A-LAPSE: "", then "check_in" from 14 days on (one gentle question), "stop_asking" from 28 on."""
    numbers = DEFAULT_SETTINGS.of("A-LAPSE")
    if days_without_rating >= numbers["stop_after"]:
        return "stop_asking"
    return "check_in" if days_without_rating >= numbers["ask_after"] else ""
