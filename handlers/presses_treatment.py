"""Buttons about the treatment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Treatment:
    """Do `action`, a key of handlers.treatment.ACTIONS; opened on the page of a regimen, or (0) in the settings."""

    action: str
    regimen: int
