"""Statistics of ratings against golden values of scipy and pymannkendall, brute force and their promises."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from statistics import fmean, median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import trends

Golden = dict[str, Any]
GOLDEN: list[Golden] = json.loads((Path(__file__).parent / "golden" / "trends.json").read_text())
ratings = st.lists(st.none() | st.integers(0, 10), min_size=2, max_size=40)
values = st.lists(st.integers(0, 10), min_size=2, max_size=30)


@pytest.mark.parametrize("row", GOLDEN)
def test_theil_sen_equals_scipy(row: Golden) -> None:
    line = trends.theil_sen(row["y"])
    assert line is not None
    assert [line.slope, line.intercept, line.low, line.high] == pytest.approx(row["theil_sen"], abs=1e-8)


@pytest.mark.parametrize("row", GOLDEN)
def test_mann_kendall_equals_pymannkendall(row: Golden) -> None:
    found = trends.mann_kendall(row["y"])
    assert [found.s, found.variance, found.z, found.p] == pytest.approx(row["mann_kendall"], abs=1e-8)


@given(ratings)
def test_theil_sen_is_the_middle_of_all_pairs(y: list[int | None]) -> None:
    points = [(at, value) for at, value in enumerate(y) if value is not None]
    slopes = [(b - a) / (t - s) for s, a in points for t, b in points if t > s]
    line = trends.theil_sen(y)
    if not slopes:
        assert line is None
    else:
        assert line is not None
        assert line.slope == pytest.approx(median(slopes))
        assert min(slopes) <= line.low <= line.slope + 1e-12
        assert line.slope - 1e-12 <= line.high <= max(slopes)


@given(ratings, st.integers(-5, 5), st.integers(-5, 5))
def test_a_tilted_series_has_a_tilted_line(y: list[int | None], slope: int, shift: int) -> None:
    tilted = [None if value is None else value + slope * at + shift for at, value in enumerate(y)]
    before, after = trends.theil_sen(y), trends.theil_sen(tilted)
    if before is not None:
        assert after is not None
        assert after.slope == pytest.approx(before.slope + slope)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=6))
def test_the_variance_of_s_is_that_of_all_orders(y: list[int]) -> None:
    orders = [trends.mann_kendall(order) for order in permutations(y)]
    assert fmean(each.s for each in orders) == pytest.approx(0)
    assert fmean(each.s**2 for each in orders) == pytest.approx(orders[0].variance)


@given(values)
def test_mann_kendall_backwards_changes_only_its_sign(y: list[int]) -> None:
    ahead, back = trends.mann_kendall(y), trends.mann_kendall(y[::-1])
    assert (ahead.s, ahead.z, ahead.p) == (-back.s, -back.z, back.p)
    assert 0 <= ahead.p <= 1


def test_one_rating_is_no_trend() -> None:
    assert trends.theil_sen([None, 4, None]) is None
    assert trends.mann_kendall([4]).p == 1
    assert trends.mann_kendall([]).z == 0


def test_four_of_seven_days_make_a_week() -> None:
    assert trends.weekly_mean([0, None, None, 0, 0, 1, None]) == 0.25
    assert trends.weekly_mean([0, None, None, None, 0, 1, None]) is None


@pytest.mark.parametrize(
    ("mean", "shown"),
    [
        (4.25, "4.3"),
        (4.35, "4.4"),
        (2.15, "2.2"),
        (0, "0.0"),
        (-0.04, "0.0"),
        (-0.25, "-0.3"),
        (9.96, "10.0"),
    ],
)
def test_halves_round_away_from_zero(mean: float, shown: str) -> None:
    assert trends.display(mean) == shown


def test_a_high_week_counts_days_not_shares() -> None:
    assert trends.is_high([4, 4, 4, 4, 0, 0, 0])
    assert not trends.is_high([9, 9, 9, None, None, None, 0])
    assert trends.is_high([3, 3, 3, 3, 0, 0, 0], threshold=3)


@pytest.mark.parametrize(
    ("delta", "word"),
    [
        (0.99, "about_the_same"),
        (-0.99, "about_the_same"),
        (0.1 + 0.9, "a_bit_higher"),
        (3.3 - 4.3, "a_bit_lower"),
        (6.1 - 4.1, "clearly_higher"),
        (-2, "clearly_lower"),
    ],
)
def test_a_change_has_a_word(delta: float, word: str) -> None:
    assert trends.change_word(delta) == word


def test_no_direction_before_eight_weeks() -> None:
    assert trends.trend([1, 2, 3, 4, 5, 6, 7, None, None]).direction == "not_enough_weeks"
    assert trends.trend([1, 2, 3, 4, 5, 6, 7, None, 8]).direction == "rising"


def test_a_direction_needs_a_point_of_change_over_the_window() -> None:
    assert trends.trend([4 - 0.14 * week for week in range(8)]).direction == "no_clear_direction"
    falling = trends.trend([4 - 0.15 * week for week in range(8)])
    assert falling.direction == "falling"
    assert falling.change == pytest.approx(-1.05)


def test_a_noisy_series_has_no_clear_direction() -> None:
    assert trends.trend([5, 3, 6, 4, 5, 4, 6, 5, 3, 6]).direction == "no_clear_direction"
