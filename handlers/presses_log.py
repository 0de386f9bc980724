"""What the buttons of /log and /history mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LogStart:
    """Choose what was taken."""


@dataclass(frozen=True, slots=True)
class LogPick:
    """This regimen was taken: choose when."""

    regimen: int


@dataclass(frozen=True, slots=True)
class LogEarlier:
    """It was taken at a time that is asked for."""

    regimen: int


@dataclass(frozen=True, slots=True)
class LogAt:
    """It was taken `at` (seconds since 1970; 0: now).

    `extra`: besides the plan; `sure`: another dose of it was taken near that moment.
    """

    regimen: int
    at: int
    extra: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Extra:
    """An intake besides the plan: `action` is show, undo or time."""

    intake: int
    action: str


@dataclass(frozen=True, slots=True)
class ShowToday:
    """The day's list, over this message."""


@dataclass(frozen=True, slots=True)
class Week:
    """The history of the seven days that end on `last`."""

    last: date


@dataclass(frozen=True, slots=True)
class HistoryDay:
    """One day of the history, each entry with a button."""

    day: date
