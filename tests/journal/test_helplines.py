"""The numbers of helplines.toml: each from a source that somebody read, and shown only for half a year after that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.helplines import KINDS, Helpline, doubtful, numbers, rows
from journal.preferences import COUNTRIES
from operating import line

READ = date(2026, 11, 20)
ROW = Helpline("GB", "emergency", "999", "https://example.org/999", True, READ)
NONE = dict.fromkeys(KINDS, "")


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.country}-{row.kind}")
def test_a_row_is_whole(row: Helpline) -> None:
    assert row.country in COUNTRIES
    assert row.kind in KINDS
    assert row.number.replace(" ", "").isdecimal()
    assert row.confirmed == (row.checked_on is not None)
    assert row.source.startswith("http") if row.confirmed else row.note


@pytest.mark.parametrize(
    ("row", "day", "holds"),
    [
        (ROW, READ, True),
        (ROW, READ + timedelta(days=180), True),
        (ROW, READ + timedelta(days=181), False),
        (replace(ROW, confirmed=False), READ, False),
        (replace(ROW, checked_on=None), READ, False),
    ],
)
def test_a_number_holds_for_180_days_after_it_was_read(row: Helpline, day: date, holds: bool) -> None:
    assert row.holds(day) is holds


def test_a_country_has_the_numbers_that_hold() -> None:
    assert numbers("GB", READ) == {"emergency": "999", "urgent": "111", "crisis": "116 123"}
    assert numbers("CA", READ) == {"emergency": "", "urgent": "", "crisis": "988"}


@pytest.mark.parametrize("country", [None, "", "XX", "QQ"])
def test_no_country_has_no_number(country: str | None) -> None:
    assert numbers(country, READ) == NONE


@pytest.mark.parametrize("country", COUNTRIES)
def test_in_the_end_no_number_is_left_unread(country: str) -> None:
    assert numbers(country, READ + timedelta(days=4000)) == NONE


def test_a_release_lists_what_is_not_shown() -> None:
    shown = {(row.country, row.kind) for row in rows()} - {(row.country, row.kind) for row in doubtful(READ)}
    assert shown == {(country, kind) for country in COUNTRIES for kind, said in numbers(country, READ).items() if said}
    assert set(doubtful(datetime(2040, 1, 1, tzinfo=UTC).date())) == set(rows())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW, "GB emergency 999: checked on 2026-11-20, too long ago. https://example.org/999"),
        (Helpline("CA", "urgent", "811", note="One province."), "CA urgent 811: not confirmed. One province."),
    ],
)
def test_a_line_says_which_and_why(row: Helpline, said: str) -> None:
    assert line(row) == said
