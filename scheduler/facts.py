"""What the courier hands to the messenger: facts, each addressed to one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal import people
from journal.checkins import Sheet
from journal.courses import Done
from journal.intakes import Dose
from journal.stock import Supply
from journal.summaries import Week
from journal.tables import Person
from journal.timing import Phase


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where and how a person reads: chat, language, IANA zone; without emoji, with names out of previews."""

    person_id: int
    chat_id: int
    language: str
    zone: str
    plain: bool = False
    hide_names: bool = False

    @classmethod
    def of(cls, person: Person) -> Addressee:
        """Return where `person` reads."""
        zone = person.zone or "UTC"
        return cls(people.ident(person), person.chat_id, person.language, zone, person.plain, person.hide_names)

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
class Nudge:
    """Doses that are brought up again, by planned time; `n` counts nudges of the same dose.

    `replaces`: the messages that showed nothing but these doses, and recorded ones.
    """

    to: Addressee
    doses: tuple[Dose, ...]
    n: int
    now: datetime
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """What fell due while the bot was down. `checkin`: a day that can be filled in; `summary`: a week's last day.

    `resumed`: a pause ended in it.
    """

    to: Addressee
    downtime: int
    began_at: datetime
    ended_at: datetime
    doses: tuple[Dose, ...]
    now: datetime
    checkin: date | None = None
    summary: date | None = None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class CheckinDue:
    """A day's check-in as it stands. `past`: the day is over; `second`: it was asked before, in message `replaces`.

    `gentle`: nobody rates any more, so it comes silently; `lapsed` check-ins stayed without a rating, said once.
    """

    to: Addressee
    sheet: Sheet
    now: datetime
    past: bool = False
    second: bool = False
    gentle: bool = False
    lapsed: int = 0
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class CheckinsOver:
    """The daily check-in ends: `lapsed` of them stayed without a rating. `day` is today, should they go on."""

    to: Addressee
    day: date
    lapsed: int


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


@dataclass(frozen=True, slots=True)
class PauseOver:
    """A pause has ended: of the regimen `label`, or ("") of everything. `coming`: names and moments of what is next."""

    to: Addressee
    label: str
    coming: tuple[tuple[str, datetime], ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class SupplyLow:
    """A supply runs low. `last`: it is said for the last time; `replaces`: the message that said it before."""

    to: Addressee
    supply: Supply
    now: datetime
    last: bool = False
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class SupplyOut:
    """The count says that none is left."""

    to: Addressee
    supply: Supply


@dataclass(frozen=True, slots=True)
class PhaseOver:
    """A phase of a regimen's plan is over, or all of it. `version`: the number of the plan."""

    to: Addressee
    regimen: int
    version: int
    label: str
    dose_text: str
    done: Done
    now: datetime


@dataclass(frozen=True, slots=True)
class ClinicAsk:
    """An open-ended phase: has the clinic changed the plan? `version`: the number of the plan that is asked about."""

    to: Addressee
    regimen: int
    version: int
    label: str
    dose_text: str
    phase: Phase
    replaces: int | None = None


Fact = (
    DoseMoment
    | Nudge
    | Missed
    | CheckinDue
    | CheckinsOver
    | WeeklySummary
    | PauseOver
    | SupplyLow
    | SupplyOut
    | PhaseOver
    | ClinicAsk
)
