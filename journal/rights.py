"""Who may do what: the one function that answers it, for every use case. The caller has read the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from journal import care_terms, people, scopes
from journal.scopes import ALWAYS, Allowed
from journal.tables import CareLink, Person

INVITED, ACCEPTED, ACTIVE, ENDED = "invited", "accepted", "active", "ended"  # the states of a link
ALIVE = (INVITED, ACCEPTED, ACTIVE)

OWN = "own"  # see, change and delete what belongs to one person
SHARE = "share"  # as the patient: look at a link, confirm it, change what it gives
ANSWER = "answer"  # as the one who is invited or reads along: look at the link, accept, decline
END = "end"  # either side ends the link
READ = "read"  # read along: what of it is the link's terms (journal.scopes.permitted)
RECORD = "record"  # record an open dose for the patient
NUDGE = "nudge"  # have the patient asked


class Owned(Protocol):
    """A row that belongs to one person."""

    @property
    def person_id(self) -> int:
        """Whose it is."""
        ...


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which sides of a link, in which states of it, and with which scope ticked."""

    patient: bool = False
    caregiver: bool = False
    states: tuple[str, ...] = ALIVE
    scope: str = ALWAYS


RULES = {
    SHARE: _Rule(patient=True),
    ANSWER: _Rule(caregiver=True),
    END: _Rule(patient=True, caregiver=True),
    READ: _Rule(caregiver=True, states=(ACTIVE,)),
    RECORD: _Rule(caregiver=True, states=(ACTIVE,), scope=scopes.RECORD),
    NUDGE: _Rule(caregiver=True, states=(ACTIVE,), scope=scopes.NUDGE),
}


def may(person: Person, use: str, row: Owned | CareLink | None, regimen: int | None = None) -> bool:
    """Tell whether the person may make this use of a row of their own (OWN), or of a care link (the others).

    `regimen`: the one that it is about, where the link may cover some only. A row that does not exist is nobody's.
    """
    if row is None:
        return False
    if isinstance(row, CareLink):
        return use in RULES and _by_link(person, RULES[use], row, regimen)
    return use == OWN and row.person_id == people.ident(person)


def _by_link(person: Person, rule: _Rule, link: CareLink, regimen: int | None) -> bool:
    side = (rule.patient and is_patient(person, link)) or (rule.caregiver and is_caregiver(person, link))
    if not side or link.state not in rule.states:
        return False
    terms = allowed(link)
    return rule.scope in terms.scopes and (regimen is None or terms.covers(regimen))


def allowed(link: CareLink) -> Allowed:
    """Return what the patient ticked."""
    return care_terms.load(link.model_dump())


def is_patient(person: Person, link: CareLink) -> bool:
    """Tell whether the link is about this person's data."""
    return link.patient_id == people.ident(person)


def is_caregiver(person: Person, link: CareLink) -> bool:
    """Tell whether the link is, or may become, this person's to read along by."""
    return link.caregiver_id == people.ident(person)
