"""Buttons of settings, travel, pauses and changed plans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Show every setting."""


@dataclass(frozen=True, slots=True)
class AskSetting:
    """Show what one setting can be."""

    what: str


@dataclass(frozen=True, slots=True)
class SetTo:
    """Set one setting; `value` is in the form of journal.preferences."""

    what: str
    value: str


@dataclass(frozen=True, slots=True)
class DoseTimes:
    """The answer to the question of a new zone, of the draft `draft`: home, local or stay."""

    draft: str
    answer: str


@dataclass(frozen=True, slots=True)
class Pauses:
    """Show what can be paused and what is."""


@dataclass(frozen=True, slots=True)
class AskPause:
    """Ask for how long a regimen is to rest; 0 is everything."""

    regimen: int


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Have it rest for so many days; 0 is until it is resumed."""

    regimen: int
    days: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Have it go on."""

    regimen: int


@dataclass(frozen=True, slots=True)
class EditRegimen:
    """Change what a regimen is, or when."""

    regimen: int
