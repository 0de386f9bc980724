"""When a treatment is to be looked at again (clinical.md section 6.1)."""

from __future__ import annotations

from datetime import date

import pytest

from journal.treatment import review_dates


@pytest.mark.parametrize(
    ("start", "sooner", "dates"),
    [
        (date(2026, 1, 15), False, (date(2026, 4, 15),)),
        (date(2026, 1, 15), True, (date(2026, 2, 15), date(2026, 4, 15))),
        (date(2025, 11, 30), False, (date(2026, 2, 28),)),
        (date(2026, 1, 31), True, (date(2026, 2, 28), date(2026, 4, 30))),
    ],
)
def test_the_sooner_date_does_not_take_the_place_of_the_usual_one(
    start: date, sooner: bool, dates: tuple[date, ...]
) -> None:
    assert review_dates(start, sooner) == dates


def test_the_day_that_the_clinic_gave_wins() -> None:
    given = date(2026, 5, 4)
    assert review_dates(date(2026, 1, 15), True, given) == (given,)
    assert review_dates(None, False, given) == (given,)
    assert review_dates(None, True) == ()
