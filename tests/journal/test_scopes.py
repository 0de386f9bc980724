"""Every fact that goes to caregivers against every scope: a new one has to say what it needs, here and in its class."""

from __future__ import annotations

import typing
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from journal.alerts import DoseAlert, OpenDose, OverdueInjection, Silence
from journal.digests import Average, Digest, Note, PrivateAverage, RegimenWeek
from journal.helping import HelpDose, OpenDoses
from journal.occurrences import DoseKey
from journal.scopes import ALWAYS, MISSED, NUDGE, OVERDUE, RECORD, SEES, SILENT, WEEKLY, Allowed, permitted, shared
from scheduler.facts_care import ToCaregiver

NOW, DAY = datetime(2026, 3, 8, 11, tzinfo=UTC), date(2026, 3, 2)
KEY = DoseKey(1, DAY, 0)
D, A, P, N = SEES[:4]

# What each fact as a whole needs, then each of its fields.
NEEDS: dict[type[Any], tuple[str, dict[str, str]]] = {
    Digest: (
        WEEKLY,
        {
            "patient": ALWAYS,
            "first": ALWAYS,
            "last": ALWAYS,
            "zone": D,
            "days_logged": A,
            "averages": A,
            "doses": D,
            "prompted": P,
            "notes": N,
        },
    ),
    Average: (A, dict.fromkeys(("code", "label", "means", "change"), A)),
    PrivateAverage: (N, dict.fromkeys(("code", "label", "means", "change"), A)),
    RegimenWeek: (
        D,
        {"regimen": ALWAYS} | dict.fromkeys(("label", "taken", "planned", "next_at", "waits", "taken_on"), D),
    ),
    Note: (N, {"day": N, "text": N}),
    DoseAlert: (
        ALWAYS,
        dict.fromkeys(("patient", "doses", "settled", "helped"), ALWAYS) | {"may_record": RECORD, "may_nudge": NUDGE},
    ),
    OpenDose: (MISSED, {"regimen": ALWAYS} | dict.fromkeys(("key", "label", "planned_at", "wall"), D)),
    OverdueInjection: (OVERDUE, {"regimen": ALWAYS} | dict.fromkeys(("key", "label", "day"), D)),
    Silence: (SILENT, {"patient": ALWAYS, "days": SILENT}),
    OpenDoses: (ALWAYS, {"patient": ALWAYS, "doses": RECORD, "may_record": RECORD, "may_nudge": NUDGE}),
    HelpDose: (RECORD, {"regimen": ALWAYS} | dict.fromkeys(("key", "label", "planned_at", "wall"), D)),
}

AVERAGE = Average("fatigue", "", (None, 2.0, 3.0, 4.0), "about_the_same")
PRIVATE = PrivateAverage("mood", "", (None, None, None, 4.0), "about_the_same")
WEEK = RegimenWeek(1, "Vitamin X", 3, 7, NOW, None, (DAY,))
OTHER = replace(WEEK, regimen=2, label="Iron")
DIGEST = Digest("Ana", DAY, DAY, "Europe/London", 5, (AVERAGE, PRIVATE), (WEEK, OTHER), True, (Note(DAY, "tired"),))
OPEN = OpenDose(1, KEY, "Vitamin X", NOW, NOW)
LATE = OverdueInjection(1, KEY, "Vitamin Y", DAY)
ALERT = DoseAlert("Ana", (OPEN, LATE), False, False, True, True)
HELP = OpenDoses("Ana", (HelpDose(1, KEY, "Vitamin X", NOW, NOW),), True, True)
NOTHING = Allowed(sees=frozenset(), weekly=False)
GRANTS = {
    **{code: replace(NOTHING, sees=frozenset({code})) for code in SEES},
    WEEKLY: replace(NOTHING, weekly=True),
    MISSED: replace(NOTHING, missed_after=60),
    OVERDUE: replace(NOTHING, overdue=True),
    SILENT: replace(NOTHING, silent_days=3),
    RECORD: replace(NOTHING, may_record=True),
    NUDGE: replace(NOTHING, may_nudge=True),
    ALWAYS: NOTHING,
}


def within(kind: type[Any]) -> set[type[Any]]:
    """The fact and all facts that its fields can hold."""
    found = {kind}
    for hint in typing.get_type_hints(kind).values():
        found |= {one for each in _classes(hint) if is_dataclass(each) and each is not DoseKey for one in within(each)}
    return found


def _classes(hint: Any) -> set[type[Any]]:
    if isinstance(hint, type) and not typing.get_args(hint):
        return {hint}
    return {each for inner in typing.get_args(hint) for each in _classes(inner)}


def test_every_fact_that_goes_to_a_caregiver_is_in_the_table() -> None:
    going = {OpenDoses} | {typing.get_type_hints(fact)["shares"] for fact in typing.get_args(ToCaregiver)}
    reached = {one for kind in going for one in within(kind)}
    assert set(NEEDS) == reached | {PrivateAverage}
    assert len(typing.get_args(ToCaregiver)) == 3


@pytest.mark.parametrize("kind", NEEDS)
def test_every_field_has_the_scope_that_it_is_to_have(kind: type[Any]) -> None:
    whole, each = NEEDS[kind]
    assert whole == kind.NEEDS
    assert {field.name: field.metadata.get("scope") for field in fields(kind)} == each


@pytest.mark.parametrize("scope", GRANTS)
@pytest.mark.parametrize("fact", [DIGEST, *DIGEST.averages, WEEK, Note(DAY, "x"), ALERT, OPEN, LATE, HELP, *HELP.doses])
def test_every_fact_under_every_scope(scope: str, fact: Any) -> None:
    """What needs another scope is gone; what needs this one, or none, is there."""
    whole, each = NEEDS[type(fact)]
    granted = GRANTS[scope].scopes
    kept = permitted(GRANTS[scope], fact)
    if whole not in granted:
        assert kept is None
        return
    assert kept is not None
    for field in fields(fact):
        value = getattr(kept, field.name)
        if each[field.name] in granted:
            assert value or not getattr(fact, field.name) or field.name in ("doses", "averages")
        else:
            assert value == field.metadata["without"]


def test_nothing_of_one_scope_shows_in_words_of_another() -> None:
    doses = permitted(Allowed(), DIGEST)
    assert doses is not None
    assert (doses.averages, doses.days_logged, doses.prompted, doses.notes) == ((), None, None, ())
    assert doses.doses == (WEEK, OTHER)
    averages = permitted(Allowed(sees=frozenset({D, A})), DIGEST)
    assert averages is not None
    assert averages.averages == (AVERAGE,)  # mood is for who may read notes


def test_only_the_chosen_regimens_are_left() -> None:
    one = permitted(Allowed(regimens=frozenset({2})), DIGEST)
    assert one is not None
    assert one.doses == (OTHER,)
    alert = permitted(Allowed(regimens=frozenset({2}), missed_after=60, overdue=True), ALERT)
    assert alert is not None
    assert alert.doses == ()


def test_a_fact_or_a_field_without_a_scope_goes_nowhere() -> None:
    @dataclass(frozen=True)
    class Bare:
        NEEDS: typing.ClassVar[str] = ALWAYS
        patient: str = shared(ALWAYS)
        secret: str = "x"

    @dataclass(frozen=True)
    class Loose:
        secret: str

    for fact in (Bare("Ana"), Loose("x")):
        with pytest.raises(TypeError, match="declares no scope"):
            permitted(Allowed(), fact)
