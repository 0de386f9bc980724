"""The two dates that words can mean."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.adding.meant import meant

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("rest", "days"),
    [
        ("3/4", ("2026-03-04", "2026-04-03")),
        ("1/2", ("2027-01-02", "2027-02-01")),
        ("3/4/27", ("2027-03-04", "2027-04-03")),
        ("3.4.2025", ("2025-03-04", "2025-04-03")),
        ("Monday", ("2026-03-02", "2026-03-09")),
        ("next Wed", ("2026-03-04", "2026-03-11")),
        ("1 Feb", ("2026-02-01", "2027-02-01")),
        ("29 Feb", ()),
        ("13/4", ()),
        ("soon", ()),
        ("", ()),
        ("Mon and Tue", ()),
    ],
)
def test_two_or_none(rest: str, days: tuple[str, ...]) -> None:
    assert tuple(map(str, meant(rest, MONDAY))) == days
