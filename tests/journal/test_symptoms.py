"""The catalogue of what can be rated."""

from __future__ import annotations

import pytest

from journal import symptoms


def test_three_symptoms_are_asked_by_default_and_each_code_is_there_once() -> None:
    assert symptoms.DEFAULTS == ("fatigue", "tingling", "cramps")
    assert len(set(symptoms.BUILT_IN)) == len(symptoms.BUILT_IN) == 12
    assert set(symptoms.LOCATED + symptoms.COUNTED) <= set(symptoms.BUILT_IN)


@pytest.mark.parametrize(
    ("symptom", "weeks"),
    [("fatigue", 3), ("tingling", 2), ("numbness", 2), ("cramps", 2), ("mood", 3), ("my own word", 3)],
)
def test_nerve_symptoms_and_cramps_are_worth_a_visit_sooner(symptom: str, weeks: int) -> None:
    assert symptoms.persist_weeks(symptom) == weeks


@pytest.mark.parametrize(
    ("rating", "band"),
    [(0, "none"), (1, "mild"), (3, "mild"), (4, "moderate"), (6, "moderate"), (7, "severe"), (10, "severe")],
)
def test_a_rating_has_a_band(rating: int, band: str) -> None:
    assert symptoms.band(rating) == band
