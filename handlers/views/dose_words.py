"""Doses in words: one line each, and the first words of a reminder."""

from __future__ import annotations

from journal.intakes import TAKEN, Dose
from locales import Words
from scheduler.facts import Addressee, DoseMoment


def name(dose: Dose, words: Words) -> str:
    """Such as "Vitamin B12, 1000 mcg": the person's own words."""
    return name_of(dose.label, dose.dose_text, words)


def name_of(label: str, dose_text: str, words: Words) -> str:
    """The same for a label and an amount; the amount may be empty."""
    if not dose_text:
        return words("dose-name-alone", label=label)
    return words("dose-name", label=label, amount=dose_text)


def heading(fact: DoseMoment, words: Words) -> str:
    """Such as "Dose due 08:00: vitamin B12, 1000 mcg"; with the day when it is not today's."""
    planned = fact.to.local(fact.doses[0].planned_at)
    is_today = planned.date() == fact.to.local(fact.now).date()
    moment = words.time(planned) if is_today else words.day_time(planned)
    if len(fact.doses) > 1:
        return words("dose-due-several", time=moment, count=len(fact.doses))
    return words("dose-due", time=moment, dose=name(fact.doses[0], words))


def line(dose: Dose, to: Addressee, words: Words, dated: bool = False) -> str:
    """One dose as it stands; `dated` with the planned day and time in front."""
    what = name(dose, words)
    if dated:
        what = words("dose-planned", time=words.day_time(to.local(dose.planned_at)), dose=what)
    if not dose.open and dose.at is not None:
        said = "dose-taken" if dose.kind == TAKEN else "dose-skipped"
        return words(said, dose=what, time=words.time(to.local(dose.at)))
    if dose.snoozed_until is not None:
        return words("dose-snoozed", dose=what, time=words.time(to.local(dose.snoozed_until)))
    return words("dose-open", dose=what)
