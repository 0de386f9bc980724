"""Doses in words: one line each, and the first words of a reminder."""

from __future__ import annotations

from datetime import date, datetime

from handlers.views.site_words import with_given
from journal.intakes import TAKEN, Dose
from locales import Words
from scheduler.facts import Addressee, DoseMoment

SHORT = 24  # characters of a name among many


def name(dose: Dose, words: Words) -> str:
    """Such as "Vitamin B12, 1000 mcg": the person's own words."""
    return name_of(dose.label, dose.dose_text, words)


def name_of(label: str, dose_text: str, words: Words) -> str:
    """The same for a label and an amount; the amount may be empty."""
    if not dose_text:
        return words.name(words("dose-name-alone", label=label))
    return words.name(words("dose-name", label=label, amount=dose_text))


def heading(fact: DoseMoment, words: Words) -> str:
    """Such as "Dose due 08:00: vitamin B12, 1000 mcg"; with the day when it is not today's."""
    planned = fact.to.local(fact.doses[0].planned_at)
    moment = short(planned, fact.to.local(fact.now), words)
    if len(fact.doses) > 1:
        return words("dose-due-several", time=moment, count=len(fact.doses))
    return words("dose-due-hidden" if words.hides else "dose-due", time=moment, dose=name(fact.doses[0], words))


def cut(label: str) -> str:
    """The name, shortened for a place that lists many."""
    return label if len(label) <= SHORT else label[: SHORT - 1] + "…"


def short(local: datetime, today: datetime, words: Words) -> str:
    """The time by the wall clock, with the day when it is another than today's."""
    return words.time(local) if local.date() == today.date() else words.day_time(local)


def line(dose: Dose, to: Addressee, words: Words, dated: bool = False) -> str:
    """One dose as it stands; `dated` with the planned day and time in front."""
    what = name(dose, words)
    if dated:
        what = words("dose-planned", time=words.day_time(to.local(dose.planned_at)), dose=what)
    if not dose.open and dose.at is not None:
        said = _recorded(dose, what, to.local(dose.at), to.local(dose.planned_at).date(), words)
        return with_helper(with_given(said, dose.given, words), dose, words)
    if dose.snoozed_until is not None:
        again = short(to.local(dose.snoozed_until), to.local(dose.planned_at), words)
        return words("dose-snoozed", dose=what, time=again)
    return words("dose-open", dose=what)


def with_helper(said: str, dose: Dose, words: Words) -> str:
    """The line of a dose with the caregiver who recorded it."""
    if dose.helper is None:
        return said
    if not dose.helper:
        return words("dose-by-someone", dose=said)
    return words("dose-by", dose=said, name=words.name(dose.helper))


def _recorded(dose: Dose, what: str, at: datetime, planned: date, words: Words) -> str:
    """With the day when it is another than the planned one."""
    if at.date() != planned:
        said = "dose-taken-on" if dose.kind == TAKEN else "dose-skipped-on"
        return words(said, dose=what, time=words.time(at), day=words.date(at.date()))
    return words("dose-taken" if dose.kind == TAKEN else "dose-skipped", dose=what, time=words.time(at))
