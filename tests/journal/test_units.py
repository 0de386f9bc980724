"""Laboratory units: converted, never guessed, never judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import units
from journal.errors import JournalError

routes = [(test, a, b) for test, table in units.TESTS.items() for a in table for b in table]


@given(st.sampled_from(routes), st.floats(0.01, 1e6))
def test_there_and_back_is_the_same_value(route: tuple[str, str, str], value: float) -> None:
    test, source, target = route
    there = units.convert(test, value, source, target)
    assert units.convert(test, there, target, source) == pytest.approx(value)


@pytest.mark.parametrize(
    ("test", "typed", "unit"),
    [
        ("homocysteine", "µmol/l", "umol/L"),  # the micro sign
        ("homocysteine", "\N{GREEK SMALL LETTER MU}mol/L", "umol/L"),
        ("cobalamin", " PG / ML ", "pg/mL"),
        ("vitamin-d-dose", "IU", "[IU]"),
        ("potassium", "mEq/L", "meq/L"),
    ],
)
def test_the_same_unit_is_typed_in_many_ways(test: str, typed: str, unit: str) -> None:
    assert units.read_unit(test, typed) == unit


@pytest.mark.parametrize("typed", ["", "mg", "nmol/L", "pmol", "ng"])
def test_an_unknown_unit_is_asked_for_with_those_there_are(typed: str) -> None:
    with pytest.raises(JournalError) as caught:
        units.convert("cobalamin", 180, typed, "pmol/L")
    assert caught.value.code == "unknown_unit"
    assert caught.value.facts["units"] == "ng/L, pg/mL, pmol/L"


def test_an_unknown_test_is_an_error_of_its_own() -> None:
    with pytest.raises(JournalError, match="unknown_test"):
        units.convert("moon dust", 1, "g/L", "g/L")


def test_full_precision_is_kept() -> None:
    assert units.convert("cobalamin", 180, "ng/L", "pmol/L") == pytest.approx(132.804, abs=1e-9)
