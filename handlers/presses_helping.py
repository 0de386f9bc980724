"""What the buttons of digests, alerts and helping mean. `link` is the id of a care link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.occurrences import DoseKey


@dataclass(frozen=True, slots=True)
class CareReads:
    """The patient looks at what a caregiver will read: `action` is show, skip or send."""

    link: int
    action: str


@dataclass(frozen=True, slots=True)
class CareWeek:
    """The caregiver wants the week that ended on `last`, of which nobody knows whether it arrived."""

    link: int
    last: date


@dataclass(frozen=True, slots=True)
class CareDoses:
    """The caregiver looks at what is open."""

    link: int


@dataclass(frozen=True, slots=True)
class CareRecord:
    """The caregiver records a dose; `alert`: the button is on an alert, else on the list of what is open."""

    link: int
    regimen: int
    day: date
    slot: int
    alert: bool

    @property
    def key(self) -> DoseKey:
        """The occurrence."""
        return DoseKey(self.regimen, self.day, self.slot)


@dataclass(frozen=True, slots=True)
class CareAsk:
    """The caregiver has the patient asked."""

    link: int
