"""Facts of what lies ahead: an injection to be booked, or about to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from journal.intakes import Dose
from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class Lead:
    """An injection ahead. `to_book`: it is time for that, and nothing is booked; `place`: where it is, if booked."""

    dose: Dose
    to_book: bool = False
    is_booked: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class InjectionAhead:
    """Injections ahead that one message speaks of, the nearest first."""

    to: Addressee
    leads: tuple[Lead, ...]
    now: datetime
