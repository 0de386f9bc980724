"""The fact of two years of silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class Gone:
    """Nobody has written for two years: on `on`, a day of the person's, everything will be removed."""

    to: Addressee
    on: date
