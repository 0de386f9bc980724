"""Facts that care links cause. What goes to a caregiver `shares` what journal.scopes has let through, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from journal.alerts import DoseAlert, Silence
from journal.digests import Digest
from journal.intakes import Dose
from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class CareDigest:
    """A patient's week, to a caregiver. `protect`: it cannot be forwarded or saved."""

    to: Addressee
    link: int
    shares: Digest
    protect: bool


@dataclass(frozen=True, slots=True)
class CareAlert:
    """Doses that are not recorded, to a caregiver; with `edits` over that message, as things have changed."""

    to: Addressee
    link: int
    shares: DoseAlert
    protect: bool
    now: datetime
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class CareSilence:
    """The patient has not written for some days, to a caregiver."""

    to: Addressee
    link: int
    shares: Silence
    protect: bool


@dataclass(frozen=True, slots=True)
class CareTold:
    """What the caregiver `name` was told, to the patient; None: of a dose that is recorded by now."""

    to: Addressee
    name: str
    about: DoseAlert | Silence | None
    now: datetime


@dataclass(frozen=True, slots=True)
class CareHelped:
    """A caregiver has recorded a dose, to the patient."""

    to: Addressee
    dose: Dose


@dataclass(frozen=True, slots=True)
class CareAsked:
    """The caregiver `name` asks whether these doses were taken, to the patient."""

    to: Addressee
    name: str
    doses: tuple[Dose, ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class CareLost:
    """The caregiver `name` cannot be reached any more, to the patient."""

    to: Addressee
    name: str


ToCaregiver = CareDigest | CareAlert | CareSilence
CareFact = ToCaregiver | CareTold | CareHelped | CareAsked | CareLost
