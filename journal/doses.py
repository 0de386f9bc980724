"""A dose: an occurrence with what was recorded of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from journal.dose_keys import DoseKey
from journal.sites import Given


@dataclass(frozen=True, slots=True)
class Dose:
    """An occurrence as it stands: planned, and perhaps settled (`kind`, `at`) or put off (`snoozed_until`).

    `given`: how an injection that was taken was given; `place`: where it is booked, None when it is not; `helper`:
    the caregiver who recorded it, "" when nobody knows any more who that was, None when it was the person.
    """

    key: DoseKey
    label: str
    dose_text: str
    planned_at: datetime
    kind: str | None = None
    at: datetime | None = None
    snoozed_until: datetime | None = None
    given: Given | None = None
    place: str | None = None
    helper: str | None = None

    @property
    def open(self) -> bool:
        """True while nothing is recorded."""
        return self.kind is None
