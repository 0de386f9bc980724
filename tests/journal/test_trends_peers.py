"""Trend statistics against the libraries that people cite, over series that Hypothesis makes up."""

from __future__ import annotations

import pymannkendall
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from journal import trends

ratings = st.lists(st.none() | st.integers(0, 10), min_size=2, max_size=28)
means = st.lists(st.integers(0, 40).map(lambda quarters: quarters / 4), min_size=2, max_size=28)


@given(ratings)
def test_theil_sen_is_scipy_s(y: list[int | None]) -> None:
    points = [(at, value) for at, value in enumerate(y) if value is not None]
    line = trends.theil_sen(y)
    if len(points) < 2:
        assert line is None
        return
    expected = theilslopes([value for _, value in points], [at for at, _ in points], alpha=0.95)
    assert line is not None
    assert [line.slope, line.intercept] == pytest.approx([expected.slope, expected.intercept], abs=1e-9)
    assert [line.low, line.high] == pytest.approx([expected.low_slope, expected.high_slope], abs=1e-9)


@given(means)
def test_mann_kendall_is_pymannkendall_s(y: list[float]) -> None:
    found, expected = trends.mann_kendall(y), pymannkendall.original_test(y)
    assert (found.s, found.variance) == pytest.approx((expected.s, expected.var_s), abs=1e-9)
    assert (found.z, found.p) == pytest.approx((expected.z, expected.p), abs=1e-9)
