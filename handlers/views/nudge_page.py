"""The page of a nudge: the same dose and buttons as before, in words that say which time it is about.

That of a step of the ladder says which day's injection it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.page import Page
from handlers.views.dose_page import ROWS, buttons
from handlers.views.dose_words import line, name
from journal import ladder
from journal.intakes import Dose
from journal.sites import Rested
from locales import Words
from scheduler.facts import Addressee, Nudge

EVENING, NOON = 18, 12  # hours: what was planned from then on was "last night" up to noon of the next day


def page(fact: Nudge, words: Words, sites: Sequence[Rested] = ()) -> Page:
    """What is open still; a dose that was recorded meanwhile says so. `sites` as in dose_page."""
    today = fact.to.local(fact.now)
    if fact.n >= ladder.FROM:
        lines = _injections(fact, words)
    elif len(fact.doses) == 1:
        lines = [_one(fact.doses[0], fact.to, today, words)]
    else:
        waiting = sum(dose.open for dose in fact.doses)
        lines = [words("nudge-several", count=waiting)] if waiting else []
        lines += [_listed(dose, fact.to, today, words) for dose in fact.doses[: ROWS * 2]]
    return Page("\n".join(lines), buttons(fact.doses[:ROWS], f"n{fact.n}", fact.to, fact.now, words, sites))


def _one(dose: Dose, to: Addressee, today: datetime, words: Words) -> str:
    if not dose.open or dose.snoozed_until:
        return line(dose, to, words, dated=to.local(dose.planned_at).date() != today.date())
    planned = to.local(dose.planned_at)
    when = _when(planned, today)
    return words(f"nudge-{when}", time=words.time(planned), day=words.date(planned.date()), dose=name(dose, words))


def _when(planned: datetime, today: datetime) -> str:
    days = (today.date() - planned.date()).days
    if days == 1:
        return "night" if planned.hour >= EVENING and today.hour < NOON else "yesterday"
    return "earlier" if days > 1 else "today"


def _listed(dose: Dose, to: Addressee, today: datetime, words: Words) -> str:
    planned = to.local(dose.planned_at)
    if planned.date() != today.date() or not dose.open or dose.snoozed_until:
        return line(dose, to, words, dated=planned.date() != today.date())
    return words("dose-planned", time=words.time(planned), dose=name(dose, words))


def _injections(fact: Nudge, words: Words) -> list[str]:
    several = len(fact.doses) > 1
    lines = [_injection(dose, fact, several, words) for dose in fact.doses[: ROWS * 2]]
    if several and any(late.asks for late in fact.late.values()):
        lines.append(words("overdue-ask-several"))
    return lines


def _injection(dose: Dose, fact: Nudge, several: bool, words: Words) -> str:
    late = fact.late.get(dose.key)
    if late is None or dose.snoozed_until:
        return line(dose, fact.to, words, dated=True)
    if late.asks and not several:
        return words("overdue-ask", day=words.date(late.day), dose=name(dose, words))
    said = "overdue-late" if late.is_overdue else "overdue-open"
    return words(said, day=words.date(late.day), dose=name(dose, words))
