"""A start that hangs on another regimen, in words."""

from __future__ import annotations

import pytest

from handlers.plain_words.after import After, read_after, read_hours

LINE = "Folic acid 5 mg every day at 9:00"


@pytest.mark.parametrize(
    ("clause", "hours", "rest"),
    [
        ("starting 24 hours after Hydroxocobalamin", 24, "Hydroxocobalamin"),
        ("from 1 day after the first Hydroxocobalamin", 24, "Hydroxocobalamin"),
        ("starts at least two days after my first dose of Vitamin B12", 48, "Vitamin B12"),
        ("and starting 1 week after Vitamin X, for 16 weeks", 168, "Vitamin X, for 16 weeks"),
        ("beginning 36h after the Vitamin X.", 36, "Vitamin X"),
    ],
)
def test_the_clause_is_read(clause: str, hours: int, rest: str) -> None:
    assert read_after(f"{LINE}, {clause}") == After(LINE, hours, rest)


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        f"{LINE}, 2 hours after food",
        "Vitamin X 30 minutes after breakfast",
        "Vitamin X every day from 1 May",
        "Vitamin X starting after Vitamin Y",
        "",
    ],
)
def test_other_words_are_none(line: str) -> None:
    assert read_after(line) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("24 hours", 24),
        ("36", 36),
        ("2 days", 48),
        ("1 week", 168),
        ("an hour", 1),
        ("soon", None),
        ("24 hours ago", None),
    ],
)
def test_hours_are_read(text: str, hours: int | None) -> None:
    assert read_hours(text) == hours
