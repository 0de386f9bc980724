"""Buttons of plans that wait for another, and of those that go on where a pause stopped them."""

from __future__ import annotations

from dataclasses import dataclass

KEEP, SHIFT, ENDS = "keep", "shift", "ends"


@dataclass(frozen=True, slots=True)
class StartAfter:
    """Have a regimen start after `other` (0: choose), `hours` after its first dose (0: ask)."""

    regimen: int
    other: int
    hours: int


@dataclass(frozen=True, slots=True)
class StartNow:
    """Have a regimen that waits for another start now, or (not `now`) leave it waiting."""

    regimen: int
    now: bool


@dataclass(frozen=True, slots=True)
class AddAfter:
    """What the regimen that is being added waits for; 0: nothing."""

    draft: str
    other: int


@dataclass(frozen=True, slots=True)
class GoOn:
    """How plans go on after this pause: KEEP (their dates), SHIFT, or ENDS (the fixed ends too)."""

    pause: int
    how: str
