"""The doses of a weekly summary: done of planned, what waits, and what comes next."""

from __future__ import annotations

from journal.overdue import Overdue
from journal.summaries import Week
from journal.upcoming import Coming
from locales import Words
from scheduler.facts import Addressee, WeeklySummary


def lines(fact: WeeklySummary, words: Words) -> str:
    """Short lines; of a week with nothing logged only what waits and rests, of an old one only what was."""
    week = fact.week
    waiting = [_open(each, words) for each in week.injections]
    if week.is_empty and week.days_asked:
        return "\n".join([*waiting, *_beside(week, words)])
    return "\n".join([*_done(week, words), *waiting, *_beside(week, words), *([] if week.old else _ahead(fact, words))])


def _done(week: Week, words: Words) -> list[str]:
    if not week.planned:
        return [words("summary-no-doses")]
    parts = [words("summary-doses", planned=week.planned, taken=week.taken)]
    if week.taken and week.timing and week.timing.planned:
        parts.append(words("summary-on-time", count=week.timing.on_time, planned=week.timing.planned))
    return [" ".join(parts)]


def _open(injection: Overdue, words: Words) -> str:
    state = "overdue" if injection.is_overdue else "open"
    return words("summary-injection", day=words.date(injection.day), state=state)


def _beside(week: Week, words: Words) -> list[str]:
    found: list[str] = []
    if week.skipped:
        found.append(words("summary-skipped", count=week.skipped))
    if week.symptoms and week.days_asked < 7:
        found.append(words("summary-rested", count=7 - week.days_asked))
    if week.paused:
        found.append(words("summary-paused", count=week.paused))
    return found


def _ahead(fact: WeeklySummary, words: Words) -> list[str]:
    """The next injection, else the next dose; and a check that is near."""
    week, to = fact.week, fact.to
    review: list[str] = [words("summary-review", day=words.date(fact.review_on))] if fact.review_on else []
    if week.next_injection:
        return [_injection(week.next_injection, to, words), *review]
    if week.next_at is None:
        return review or [words("summary-no-next")]
    at = words.day_time(to.local(week.next_at))
    return [words("summary-next", dose=words.name(week.next_label or ""), time=at), *review]


def _injection(coming: Coming, to: Addressee, words: Words) -> str:
    booked = "no" if coming.place is None else "place" if coming.place else "yes"
    at, dose = words.day_time(to.local(coming.at)), words.name(coming.label)
    return words("summary-next-injection", dose=dose, time=at, booked=booked, place=coming.place or "")
