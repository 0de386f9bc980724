"""How well intakes match the plan, in numbers without verdicts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import adherence

JANUARY = date(2026, 1, 1)


def test_nothing_due_is_none_not_all_or_nothing() -> None:
    assert adherence.taking([0, 0], [0, 1]) is None
    assert adherence.correct_days([], []) is None
    assert adherence.timeliness([], 0).share is None
    assert adherence.injection_coverage(JANUARY, JANUARY - timedelta(1), [], 28).share is None
    assert adherence.possession(JANUARY, JANUARY - timedelta(1), []) is None


def test_a_double_never_repairs_a_miss() -> None:
    assert adherence.taking([1, 1], [2, 0]) == 0.5
    assert adherence.taking([2, 2], [2, 1]) == 0.75


def test_a_day_counts_only_when_everything_was_taken() -> None:
    assert adherence.correct_days([2, 2, 0, 1], [2, 1, 1, 1]) == pytest.approx(2 / 3)


def test_early_and_late_are_counted_apart() -> None:
    found = adherence.timeliness(["on_time", "late", "early", "on_time", "missed"], 6)
    assert (found.on_time, found.early, found.late) == (2, 1, 1)
    assert found.share == pytest.approx(1 / 3)


def test_an_early_refill_is_carried_forward_but_an_early_injection_is_not() -> None:
    end = JANUARY + timedelta(59)
    given_on = [JANUARY, JANUARY + timedelta(10)]
    assert adherence.supply_coverage(JANUARY, end, [(day, 28) for day in given_on]).covered == 56
    assert adherence.injection_coverage(JANUARY, end, given_on, 28).covered == 38


def test_an_injection_before_the_period_covers_its_beginning() -> None:
    assert adherence.injection_coverage(JANUARY, JANUARY + timedelta(9), [date(2025, 12, 25)], 10).covered == 3


def test_possession_may_exceed_one() -> None:
    assert adherence.possession(JANUARY, JANUARY + timedelta(9), [(JANUARY, 15)]) == 1.5


@given(st.lists(st.integers(-200, 200), max_size=8), st.integers(1, 90), st.integers(0, 120))
def test_coverage_is_the_set_of_covered_days(offsets: list[int], interval: int, length: int) -> None:
    end = JANUARY + timedelta(length)
    days = [JANUARY + timedelta(offset) for offset in offsets]
    covered = {day + timedelta(n) for day in days for n in range(interval)}
    period = {JANUARY + timedelta(n) for n in range(length + 1)}
    assert adherence.injection_coverage(JANUARY, end, days, interval).covered == len(covered & period)
