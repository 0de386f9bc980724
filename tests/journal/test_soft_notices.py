"""Soft notices: small, rare, without clinician wording of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.rules import soft


def test_a_severe_day_is_met_with_a_word_at_most_once_in_72_hours() -> None:
    assert soft.severe_day(7, None)
    assert not soft.severe_day(6, None)
    assert not soft.severe_day(9, timedelta(hours=71, minutes=59))
    assert soft.severe_day(9, timedelta(hours=72))


@pytest.mark.parametrize(
    ("symptom", "rating", "injected", "started", "evidence"),
    [
        ("cramps", 4, 10, 28, {"d": 10, "t": 4}),
        ("weakness", 9, 0, 0, {"d": 0, "t": 4}),
        ("cramps", 3, 1, 1, None),
        ("cramps", 5, 11, 20, None),
        ("cramps", 5, 3, 29, None),
        ("tingling", 9, 1, 1, None),
        ("cramps", 9, None, 1, None),
        ("cramps", 9, 1, None, None),
    ],
)
def test_cramps_soon_after_the_first_injections(
    symptom: str, rating: int, injected: int | None, started: int | None, evidence: dict[str, int] | None
) -> None:
    assert soft.injection_cramp(symptom, rating, injected, started) == evidence


def test_an_injection_is_overdue_after_14_days_or_two_moves() -> None:
    assert not soft.overdue(14, 1)
    assert soft.overdue(15, 0)
    assert soft.overdue(0, 2)


def test_a_tag_on_half_of_the_high_days_is_mentioned() -> None:
    days = [
        (5, {"illness", "period"}),
        (4, {"illness"}),
        (6, ()),
        (9, ()),
        (1, {"period"}),
        (None, {"period"}),
    ]
    assert soft.confounder(days) == {"tag": "illness", "d": 2}
    assert soft.confounder([*days, (8, ())]) is None
    assert soft.confounder([(2, {"illness"})]) is None


@pytest.mark.parametrize(("days", "code"), [(0, ""), (13, ""), (14, "check_in"), (27, "check_in"), (28, "stop_asking")])
def test_silence_is_met_with_one_question_and_then_silence(days: int, code: str) -> None:
    assert soft.lapse(days) == code
