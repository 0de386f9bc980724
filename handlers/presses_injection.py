"""What the buttons of injections mean: booking one, and what the next date is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.occurrences import DoseKey


@dataclass(frozen=True, slots=True)
class Book:
    """Ask for the booked date, time and place of one occurrence; a booking that stands is moved."""

    regimen: int
    day: date
    slot: int

    @property
    def key(self) -> DoseKey:
        """The occurrence."""
        return DoseKey(self.regimen, self.day, self.slot)


@dataclass(frozen=True, slots=True)
class BookStep:
    """A button of the open booking `draft`: skip (the place), save, change or cancel."""

    draft: str
    step: str


@dataclass(frozen=True, slots=True)
class Unbook(Book):
    """Cancel the booking; asked first, unless `sure`."""

    sure: bool


@dataclass(frozen=True, slots=True)
class AskAnchor:
    """Show what the next date is counted from, and the choice."""

    regimen: int


@dataclass(frozen=True, slots=True)
class CountFrom:
    """Count from the last one taken (`actual`) or from the plan.

    The question was about plan number `version` and an intake at `at` (seconds since 1970; 0: none).
    """

    regimen: int
    version: int
    at: int
    actual: bool
