"""What the courier hands to the messenger: facts, each addressed to one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal import people
from journal.checkins import Sheet
from journal.intakes import Dose
from journal.summaries import Week
from journal.tables import Person


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where and how a person reads: chat, language, IANA zone."""

    person_id: int
    chat_id: int
    language: str
    zone: str

    @classmethod
    def of(cls, person: Person) -> Addressee:
        """Return where `person` reads."""
        return cls(people.ident(person), person.chat_id, person.language, person.zone or "UTC")

    def local(self, moment: datetime) -> datetime:
        """Return `moment` on the person's wall clock."""
        return moment.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class DoseMoment:
    """The doses of one reminder. `n` counts reminders of the same dose: 0 is the first."""

    to: Addressee
    doses: tuple[Dose, ...]
    n: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Missed:
    """What fell due while the bot was down. `checkin`: a day that can be filled in; `summary`: a week's last day."""

    to: Addressee
    downtime: int
    began_at: datetime
    ended_at: datetime
    doses: tuple[Dose, ...]
    now: datetime
    checkin: date | None = None
    summary: date | None = None


@dataclass(frozen=True, slots=True)
class CheckinDue:
    """A day's check-in as it stands."""

    to: Addressee
    sheet: Sheet
    now: datetime


@dataclass(frozen=True, slots=True)
class Prompted:
    """One finding that a summary says: its sentence's id in clinical.md, the symptom, and the numbers."""

    template: str
    code: str
    label: str
    evidence: dict[str, int | float | str]


@dataclass(frozen=True, slots=True)
class WeeklySummary:
    """The weekly page. `prompts` foremost first; `answer`: what the person said to them already."""

    to: Addressee
    week: Week
    prompts: tuple[Prompted, ...]
    answer: str | None
    now: datetime


Fact = DoseMoment | Missed | CheckinDue | WeeklySummary
