"""Who may do what: the whole table, side by side with every state of a link."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from journal import rights
from journal.rights import ACCEPTED, ACTIVE, ANSWER, ENDED, INVITED, NUDGE, OWN, READ, RECORD, SHARE
from journal.tables import CareLink, Person, Regimen

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ANA, BO, EVE = (Person(id=number, chat_id=number, language="en", created_at=NOW) for number in (1, 2, 3))
USES = (OWN, *rights.RULES)
PATIENT, INVITEE = {SHARE, rights.END}, {ANSWER, rights.END}
MAY = {
    INVITED: (PATIENT, INVITEE),
    ACCEPTED: (PATIENT, INVITEE),
    ACTIVE: (PATIENT, INVITEE | {READ}),
    ENDED: (set[str](), set[str]()),
}


def link(state: str = ACTIVE, /, **terms: Any) -> CareLink:
    return CareLink(patient_id=1, caregiver_id=2, state=state, sees=["doses"], created_at=NOW, **terms)


def granted(person: Person, row: CareLink) -> set[str]:
    return {use for use in USES if rights.may(person, use, row)}


@pytest.mark.parametrize("state", MAY)
def test_a_link_gives_each_side_its_own_and_a_stranger_nothing(state: str) -> None:
    row = link(state)
    assert (granted(ANA, row), granted(BO, row), granted(EVE, row)) == (*MAY[state], set())


@pytest.mark.parametrize(("term", "use"), [("may_record", RECORD), ("may_nudge", NUDGE)])
def test_what_is_ticked_is_given_to_the_caregiver_alone_and_only_while_it_is_active(term: str, use: str) -> None:
    assert use in granted(BO, link(**{term: True}))
    assert use not in granted(BO, link())
    assert use not in granted(ANA, link(**{term: True}))
    for state in (INVITED, ACCEPTED, ENDED):
        assert use not in granted(BO, link(state, **{term: True}))


def test_a_regimen_that_the_link_does_not_cover_is_nobodys_to_record() -> None:
    row = link(may_record=True, regimens=[7])
    assert rights.may(BO, RECORD, row, 7)
    assert not rights.may(BO, RECORD, row, 8)


def test_a_row_is_its_owners_alone() -> None:
    row = Regimen(person_id=1, label="Vitamin X", dose_text="", route="tablet", planned_from=NOW, created_at=NOW)
    assert [rights.may(person, OWN, row) for person in (ANA, BO, EVE)] == [True, False, False]
    assert not any(rights.may(ANA, use, row) for use in rights.RULES)
    assert not any(rights.may(ANA, use, None) for use in USES)
    assert not rights.may(ANA, "anything", link())
