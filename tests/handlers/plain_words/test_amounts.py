"""Amounts as people type them: one clear number, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.plain_words.amounts import read_amount, read_unit


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("28", 28_000),
        ("28 tablets", 28_000),
        ("10ml", 10_000),
        ("I have 12 left", 12_000),
        ("still have 3 vials", 3_000),
        ("twelve", 12_000),
        ("a tablet", 1_000),
        ("2.5", 2_500),
        ("2,5", 2_500),
        ("0.125", 125),
        ("½", 500),
        ("1½ tablets", 1_500),
        ("half a tablet", 500),
        ("none left", 0),
        ("0", 0),
        ("1000", 1_000_000),
        ("1,000", None),
        ("12,345", None),
        ("-3", None),
        ("3-4", None),
        ("1/2", None),
        ("2 or 3", None),
        ("3 packs of 28", None),
        ("a dozen", None),
        ("a few", None),
        ("0.0005", None),
        ("99999999", None),
        ("", None),
        ("😀", None),
    ],
)
def test_one_clear_number_or_none(text: str, amount: int | None) -> None:
    assert read_amount(text) == amount


def test_the_persons_own_unit_may_follow() -> None:
    assert read_amount("5 sachets", "Sachet") == 5_000
    assert read_amount("5 sachets") is None
    assert read_amount("5 (big)", "(big)") == 5_000


@given(st.integers(0, 9_999_999), st.integers(0, 999))
def test_what_is_written_in_digits_is_read_exactly(whole: int, part: int) -> None:
    assert read_amount(f"{whole}.{part:03}") == whole * 1000 + part


@given(st.text(max_size=50))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    amount = read_amount(text, text)
    assert amount is None or amount >= 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Tablets", "tablet"), ("pill", "tablet"), ("ML", "ml"), ("ampules", "ampoule"), (" big  sachet ", "big sachet")],
)
def test_units_are_known_or_the_persons_own(text: str, unit: str) -> None:
    assert read_unit(text) == unit
