"""What a patient ticks: set one by one, kept and read back; and which change gives a caregiver more."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from journal.care_terms import MISSED_AFTER, MORE, SILENT_DAYS, SWITCHES, dump, load, turned, wider
from journal.errors import JournalError
from journal.scopes import Allowed

OWN = frozenset({1, 2})
START = Allowed()
ALL = Allowed(
    sees=frozenset({"doses", *MORE}),
    may_record=True,
    may_nudge=True,
    names_in_previews=True,
    through_quiet=True,
    overdue=True,
    missed_after=60,
    silent_days=3,
)
SMALLER = [
    *((code, "0") for code in MORE),
    *((code, "0") for code in SWITCHES if code != "protect"),
    *(("missed", str(minutes)) for minutes in (*MISSED_AFTER[1:], 0)),
    *(("silent", str(days)) for days in (*SILENT_DAYS[1:], 0)),
    ("protect", "1"),
    ("all", "0"),
]


@pytest.mark.parametrize(("what", "value"), SMALLER)
def test_less_is_not_more_and_back_again_is(what: str, value: str) -> None:
    less = turned(ALL, what, value, OWN)
    assert less != ALL
    assert not wider(ALL, less)
    assert wider(less, ALL)


def test_a_list_of_regimens_is_less_than_all_and_grows_one_by_one() -> None:
    some = turned(turned(START, "all", "0", OWN), "without", "2", OWN)
    assert some.regimens == frozenset({1})
    assert wider(some, turned(some, "with", "2", OWN))
    assert wider(some, turned(some, "all", "1", OWN))
    assert not wider(some, turned(some, "without", "1", OWN))


def test_less_of_one_and_more_of_another_is_more() -> None:
    assert wider(ALL, replace(ALL, sees=frozenset({"doses"}), silent_days=2))


@pytest.mark.parametrize("terms", [START, ALL, replace(ALL, regimens=OWN, protect=True)])
def test_it_reads_back_as_it_was_kept(terms: Allowed) -> None:
    assert load(json.loads(json.dumps(dump(terms)))) == terms


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("doses", "0"),
        ("regimens", "1"),
        ("missed", "1"),
        ("missed", "soon"),
        ("silent", "-3"),
        ("weekly", "2"),
        ("with", "3"),
        ("all", "yes"),
        ("patient_name", "1"),
    ],
)
def test_anything_else_is_refused(what: str, value: str) -> None:
    with pytest.raises(JournalError, match="bad_button"):
        turned(START, what, value, OWN)
