"""Facts of plans that wait for another."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class LinkLost:
    """What a regimen waits for was deleted, or has ended without ever being recorded."""

    to: Addressee
    regimen: int
    label: str
    dose_text: str
