"""Buttons about what is rated, what belongs to a rating, tags of a day, and the weekly question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Symptoms:
    """Show what is rated, over this message."""


@dataclass(frozen=True, slots=True)
class SwitchSymptom:
    """Rate this symptom from now on, or no longer."""

    code: str
    on: bool


@dataclass(frozen=True, slots=True)
class OwnSymptom:
    """Do `action`, a key of handlers.symptoms.ACTIONS, with an own symptom; 0 where it is about none."""

    symptom: int
    action: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Show a day's check-in, over this message."""

    day: date


@dataclass(frozen=True, slots=True)
class RatePlace:
    """Where it was: a code of journal.symptoms.PLACES."""

    day: date
    symptom: int
    place: str


@dataclass(frozen=True, slots=True)
class RateCount:
    """How many there were."""

    day: date
    symptom: int
    number: int


@dataclass(frozen=True, slots=True)
class DayTags:
    """Show what else there was on a day; `past`: opened in the history."""

    day: date
    past: bool


@dataclass(frozen=True, slots=True)
class SwitchTag:
    """Put a tag on the day, or take it away."""

    day: date
    code: str
    on: bool
    past: bool


@dataclass(frozen=True, slots=True)
class OwnTag:
    """Do `action`, a key of handlers.tags.ACTIONS, with an own tag; 0 where it is about none."""

    day: date
    tag: int
    action: str
    past: bool


@dataclass(frozen=True, slots=True)
class Interfere:
    """How much a symptom got in the way in the seven days up to `week`, 0-4; -1 passes over it."""

    week: date
    symptom: int
    value: int


@dataclass(frozen=True, slots=True)
class AskInterference:
    """Ask that again: `symptom` 0 shows the choice."""

    week: date
    symptom: int
