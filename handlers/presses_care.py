"""What the buttons about caregivers mean. `link` is the id of a care link; 0 is the invitation that is being made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CareAnswer:
    """The invited person's answer: accept, agree (the consent) or decline."""

    link: int
    answer: str


@dataclass(frozen=True, slots=True)
class CareRead:
    """What either side may do: `action` is list, open, end, log or diary (link 0: keep one of one's own)."""

    link: int
    action: str


@dataclass(frozen=True, slots=True)
class CareAct:
    """What the patient may do: `action` is a key of caregivers.ACTIONS."""

    link: int
    action: str


@dataclass(frozen=True, slots=True)
class CareChoose:
    """Show what one thing can be: missed, silent or regimens."""

    link: int
    what: str


@dataclass(frozen=True, slots=True)
class CareTerm:
    """Set one thing of what a caregiver gets (journal.care_terms); what gives more wants `sure`."""

    link: int
    what: str
    value: str
    sure: bool
