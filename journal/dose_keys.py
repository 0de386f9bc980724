"""The names of occurrences, which survive edits and zone changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class DoseKey:
    """Names an occurrence for good: the regimen, the planned local date, and which of that date's doses."""

    regimen: int
    day: date
    slot: int

    @property
    def subject(self) -> str:
        """The key as a notice's subject."""
        return f"{self.regimen}:{self.day.isoformat()}:{self.slot}"

    @classmethod
    def of(cls, subject: str) -> DoseKey:
        """Read a notice's subject back."""
        regimen, day, slot = subject.split(":")
        return cls(int(regimen), date.fromisoformat(day), int(slot))
