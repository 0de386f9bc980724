"""What the further buttons of a dose mean: another time, ahead of time, and one that may be too many."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import DosePress


@dataclass(frozen=True, slots=True)
class TakenEarlier(DosePress):
    """It was taken at a time that is asked for."""


@dataclass(frozen=True, slots=True)
class ChangeTime(DosePress):
    """It was taken at another time than recorded; the time is asked for."""


@dataclass(frozen=True, slots=True)
class TakeEarly(DosePress):
    """It is planned for later today: ask whether it was taken already."""


@dataclass(frozen=True, slots=True)
class TakenAt(DosePress):
    """It was taken `at` (seconds since 1970); `sure`: another dose of it was taken near that moment."""

    at: int
    sure: bool
