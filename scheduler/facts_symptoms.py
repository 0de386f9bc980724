"""What the courier says about symptoms beside the check-in."""

from __future__ import annotations

from dataclasses import dataclass

from journal.interference import Questions
from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class InterferenceAsk:
    """How much did symptoms get in the way in a week? At least one of the questions is open."""

    to: Addressee
    questions: Questions
