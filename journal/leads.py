"""Lead reminders of injections: time to book, and a word shortly before (clinical.md section 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journal import people, quiet, timing
from journal.dose_keys import DoseKey
from journal.tables import Person

AT = time(10)  # wall clock of the person
# From so many days between two injections on: how many days before, "book it" first.
STEPS = ((56, (14, 2)), (14, (7, 1)))
BOOK = frozenset(days[0] for _, days in STEPS)


@dataclass(frozen=True, slots=True)
class LeadKey:
    """Names the leads of an occurrence while it is planned for the local date `on`."""

    dose: DoseKey
    on: date

    @property
    def subject(self) -> str:
        """The key as a notice's subject; the notice's number is how many days before it comes."""
        return f"{self.dose.subject}:{self.on.isoformat()}"

    @classmethod
    def of(cls, subject: str) -> LeadKey:
        """Read a notice's subject back."""
        dose, on = subject.rsplit(":", 1)
        return cls(DoseKey.of(dose), date.fromisoformat(on))


def steps(interval: int | None) -> tuple[int, ...]:
    """Return how many days before an injection something is said, when they lie `interval` days apart."""
    return next((days for least, days in STEPS if interval is not None and interval >= least), ())


def moments(
    person: Person, planned_at: datetime, interval: int | None, now: datetime
) -> Iterator[tuple[int, datetime]]:
    """Yield days before and moment of each lead from `now` on, by the person's clock and outside quiet hours."""
    on = people.local(person, planned_at).date()
    for days in steps(interval):
        day = datetime.combine(on - timedelta(days=days), AT)
        at = quiet.after_quiet(person, timing.to_utc(day, people.zone_of(person)))
        if at >= now:
            yield days, at
