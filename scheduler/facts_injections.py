"""Facts about injections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class ReactionAsk:
    """Was there a reaction to the injection of `at`? `site`: a code of journal.sites or own words; "" unknown."""

    to: Addressee
    intake: int
    at: datetime
    site: str
    now: datetime
