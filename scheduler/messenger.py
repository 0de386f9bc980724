"""The seam to whoever carries a fact to a person, and how that can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from scheduler.facts import Fact


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived as this message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """It surely did not arrive; try again after `wait`."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have arrived."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot arrive; `gone`: nothing can, until the person writes again."""

    gone: bool


Outcome = Sent | Later | Unknown | Refused


class Messenger(Protocol):
    """Carries facts; never raises for what a network or Telegram does."""

    async def deliver(self, fact: Fact) -> Outcome:
        """Say `fact` to its addressee."""
        ...
