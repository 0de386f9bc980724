"""Facts of care links: what the other side has done."""

from __future__ import annotations

from dataclasses import dataclass

from journal.scopes import Allowed
from scheduler.addressee import Addressee


@dataclass(frozen=True, slots=True)
class CareNews:
    """News of a link, `what` a code of journal.accesses, for the `patient` or else for the caregiver.

    `name`: the other side; `link` None once there is none; `allowed`: what the caregiver gets, if it is about that.
    """

    to: Addressee
    patient: bool
    what: str
    name: str
    link: int | None = None
    allowed: Allowed | None = None
