"""Dose windows, reviews and supply beyond the reference cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal import timing
from journal.timing import Nearness


@pytest.mark.parametrize(
    ("interval", "delay", "window", "nearness"),
    [
        (24, 2, 2, Nearness.ON_TIME),
        (24, -2, 2, Nearness.ON_TIME),
        (24, 11.9, 2, Nearness.LATE),
        (24, 12, 2, Nearness.MISSED),
        (25, 4, 4, Nearness.ON_TIME),
        (671, 335.5, 67.1, Nearness.MISSED),
        (672, 67.3, 67.2, Nearness.OVERDUE),
        (4000, 168, 168, Nearness.ON_TIME),
        (4000, -169, 168, Nearness.EARLY),
    ],
)
def test_the_window_and_its_classes(interval: float, delay: float, window: float, nearness: Nearness) -> None:
    found, class_ = timing.dose_window(interval, delay)
    assert found == pytest.approx(window)
    assert class_ is nearness


@given(st.floats(1, 5000), st.floats(-5000, 5000))
def test_an_injection_is_never_missed(interval: float, delay: float) -> None:
    assert timing.dose_window(interval, delay, injection=True)[1] is not Nearness.MISSED


def test_a_review_comes_after_three_months_or_one() -> None:
    assert timing.review_date(date(2026, 11, 30), sooner=False) == date(2027, 2, 28)
    assert timing.review_date(date(2026, 12, 31), sooner=True) == date(2027, 1, 31)


@example(-3, [0, 1])
@given(st.integers(-5, 300), st.lists(st.integers(0, 20), min_size=1, max_size=9).filter(any))
def test_a_supply_lasts_until_the_first_day_it_cannot_cover(stock: int, per_day: list[int]) -> None:
    left, days = Decimal(max(stock, 0)) / 10, 0
    while left >= (need := Decimal(per_day[days % len(per_day)]) / 10):
        left, days = left - need, days + 1
    assert timing.stock_days(Decimal(stock) / 10, [Decimal(need) / 10 for need in per_day]) == days


def test_a_supply_that_is_not_needed_lasts_for_ever() -> None:
    assert timing.stock_days(Decimal(1), [Decimal(0)]) is None
