"""What the courier hands to the messenger: facts, each addressed to one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from journal.checkins import Sheet
from journal.courses import Done
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.overdue import Overdue
from journal.shifting import Choice
from journal.stock import Supply
from journal.summaries import Week
from journal.timing import Phase
from scheduler.addressee import Addressee as Addressee  # all facts, and whom they are for, in one place
from scheduler.facts_care import CareFact
from scheduler.facts_caring import CareNews
from scheduler.facts_injections import ReactionAsk
from scheduler.facts_leads import InjectionAhead
from scheduler.facts_leaving import Gone
from scheduler.facts_plans import LinkLost
from scheduler.facts_symptoms import InterferenceAsk


@dataclass(frozen=True, slots=True)
class DoseMoment:
    """The doses of one reminder, perhaps over the message that it `edits`.

    `n` counts reminders of the same dose: 0 is the first.
    """

    to: Addressee
    doses: tuple[Dose, ...]
    n: int
    now: datetime
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Nudge:
    """Doses that are brought up again, by planned time; `n` counts nudges of the same dose.

    `replaces`: the messages that showed nothing but these doses, and recorded ones; `late`: the open injections;
    with `edits` it goes over that message.
    """

    to: Addressee
    doses: tuple[Dose, ...]
    n: int
    now: datetime
    late: Mapping[DoseKey, Overdue]
    replaces: tuple[int, ...] = ()
    edits: int | None = None


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
    """One finding that is said: its sentence's id in clinical.md, the symptom, and the numbers. `tag_label`: the
    person's own name for the tag among them, if it is their own."""

    template: str
    code: str
    label: str
    evidence: dict[str, int | float | str]
    tag_label: str = ""


@dataclass(frozen=True, slots=True)
class WeeklySummary:
    """The weekly page. `prompts` foremost first; `answer`: what the person said to them already.

    `review_on`: the day of a check that is near.
    """

    to: Addressee
    week: Week
    prompts: tuple[Prompted, ...]
    answer: str | None
    now: datetime
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class PauseOver:
    """A pause has ended: of the regimen `label`, or ("") of everything. `coming`: names and moments of what is next.

    `choices`: what the person can still choose after the pause `pause`.
    """

    to: Addressee
    label: str
    coming: tuple[tuple[str, datetime], ...]
    now: datetime
    pause: int = 0
    choices: tuple[Choice, ...] = ()


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
    | ReactionAsk
    | InjectionAhead
    | LinkLost
    | Gone
    | InterferenceAsk
    | CareNews
    | CareFact
)
