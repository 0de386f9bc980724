"""The rules that lead to a clinician prompt: what fires, for whom, in which order, with which numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from journal.errors import JournalError
from journal.rules import RULES, Background, RuleSettings, check_severe, check_week, start_level
from journal.trends import Week

LOW: Week = [2] * 7
QUIET: Week = [0] * 7
HIGH: Week = [5] * 7
GAP: Week = [5, None, 5, None, 5, None, None]


def fired(
    weeks: Sequence[Week],
    symptom: str = "tingling",
    settings: RuleSettings | None = None,
    background: Background | None = None,
) -> list[str]:
    return [each.rule for each in check_week({symptom: weeks}, settings or RuleSettings(), background)]


def test_a_quiet_journal_says_nothing() -> None:
    assert check_week({}) == ()
    assert check_week({"fatigue": []}) == ()
    assert fired([QUIET] * 7) == []
    assert fired([[None] * 7] * 7) == []


def test_findings_come_in_order_of_urgency_with_the_numbers_they_need() -> None:
    histories = {"cramps": [HIGH, HIGH, HIGH, HIGH], "tingling": [LOW, LOW, LOW, [8, 8, 8, 4, 4, 4, 4]]}
    found = check_week(histories)
    assert [(each.rule, each.symptom) for each in found] == [
        ("A-SEVERE", "tingling"),
        ("A-WORSE", "tingling"),
        ("A-PERSIST", "cramps"),
    ]
    assert found[0].evidence == {"t": 7, "d": 3}
    assert found[1].evidence == pytest.approx({"delta": 40 / 7 - 2, "mean": 40 / 7, "usual": 2})
    assert found[2].evidence == {"t": 4, "d": 14, "n": 14, "K": 2}
    assert [each.template for each in found] == ["T-SEVERE", "T-WORSE", "T-PERSIST"]


def test_severe_looks_at_calendar_days_not_at_ratings() -> None:
    found = check_severe("fatigue", [7, None, None, None, None, 7, 7])
    assert found is not None
    assert found.evidence == {"t": 7, "d": 3}
    assert check_severe("fatigue", [7, 7, 0, 0, 0, 0, 0, 7]) is None
    assert check_severe("fatigue", [9] * 7, RuleSettings(off=frozenset({"A-SEVERE"}))) is None


@pytest.mark.parametrize(
    ("before", "rules"),
    [
        ([QUIET] * 4, ["A-NEW"]),
        ([[1] * 7] * 4, ["A-NEW"]),
        ([QUIET, QUIET, [None, None, None, None, None, None, 2], QUIET], []),
        ([QUIET], []),
        ([[2] * 7, QUIET, QUIET, QUIET, QUIET], ["A-NEW"]),
    ],
)
def test_new_means_nothing_above_one_in_four_weeks(before: list[Week], rules: list[str]) -> None:
    assert fired([*before, [4, 4, None, 5, None, None, None]]) == rules


def test_worse_is_measured_against_the_persons_own_usual_weeks() -> None:
    assert fired([LOW, LOW, LOW, [4] * 7]) == ["A-WORSE"]
    assert fired([LOW, LOW, [4] * 7]) == []
    assert fired([LOW, LOW, LOW, [3, 4, 4, 4, 3, 4, 4]]) == []
    long_ago = [HIGH, HIGH, LOW, LOW, LOW, LOW, [4] * 7]
    assert fired(long_ago) == ["A-WORSE"]
    assert fired([LOW, GAP, LOW, GAP, GAP, LOW, [4] * 7]) == ["A-WORSE"]


def test_persisting_skips_one_week_with_too_few_entries() -> None:
    assert fired([HIGH, GAP, HIGH]) == ["A-PERSIST"]
    assert fired([HIGH, GAP, GAP, HIGH]) == []
    assert fired([HIGH, HIGH, GAP]) == []


def test_each_symptom_has_its_own_number_of_weeks() -> None:
    assert fired([HIGH, HIGH], "fatigue") == []
    assert fired([HIGH, HIGH, HIGH], "fatigue") == ["A-PERSIST"]
    patient = RuleSettings().change("A-PERSIST", "k", 2, "fatigue")
    assert fired([HIGH, HIGH], "fatigue", patient) == ["A-PERSIST"]
    assert fired([HIGH, HIGH], "mood", patient) == []


@pytest.mark.parametrize(
    ("days", "pregnant", "template"),
    [
        (None, False, "T-PERSIST"),
        (83, False, "T-PERSIST-EARLY"),
        (84, False, "T-PERSIST"),
        (27, True, "T-PERSIST-EARLY"),
        (28, True, "T-PERSIST"),
        (-3, False, "T-PERSIST"),
    ],
)
def test_early_in_treatment_it_is_still_there(days: int | None, pregnant: bool, template: str) -> None:
    (found,) = check_week({"cramps": [HIGH, HIGH]}, background=Background(days, pregnant))
    assert found.template == template


@pytest.mark.parametrize(
    ("answers", "fires"),
    [([3], True), ([2], False), ([2, 2], True), ([2, None, 2], True), ([2, 1, 2], False), ([4, None], False)],
)
def test_interference_with_daily_life(answers: list[int | None], fires: bool) -> None:
    background = Background(interference={"mood": answers})
    assert fired([QUIET], "mood", background=background) == ["A-INTERFERE"] * fires


@pytest.mark.parametrize(
    ("baseline", "week", "answers", "word"),
    [
        (5.0, HIGH, [], "about_the_same"),
        (7.5, HIGH, [], None),  # 2.5 points lower: improved
        (5.5, [4] * 7, [], "a_bit_lower"),
        (6.0, [4, 4, 4, 4, 5, 5, 3], [], None),  # 31 % lower: improved
        (5.0, LOW, [2], "clearly_lower"),
        (None, HIGH, [], None),
    ],
)
def test_the_review_asks_for_improvement(
    baseline: float | None, week: Week, answers: list[int | None], word: str | None
) -> None:
    around = Background(91, baselines={"mood": baseline}, interference={"mood": answers})
    found = [each for each in check_week({"mood": [week, GAP]}, background=around) if each.rule == "A-REVIEW"]
    assert [(each.evidence["m"], each.evidence["word"]) for each in found] == ([(3, word)] if word else [])


def test_there_is_no_review_without_a_review_date() -> None:
    assert fired([HIGH], "mood", background=Background(91)) == []


def test_the_level_at_the_start_needs_two_valid_weeks_of_three() -> None:
    assert start_level([HIGH, GAP, [6] * 7, LOW]) == 5.5
    assert start_level([HIGH, GAP, GAP, LOW]) is None


def test_a_rule_can_be_switched_off_and_on_again() -> None:
    off = RuleSettings().switch("A-PERSIST", on=False)
    assert fired([HIGH, HIGH], settings=off) == []
    assert fired([HIGH, HIGH], settings=off.switch("A-PERSIST", on=True)) == ["A-PERSIST"]


def test_numbers_change_within_their_limits_only() -> None:
    settings = RuleSettings().change("A-WORSE", "delta", 1.5)
    assert fired([LOW, LOW, [3] * 7, [4] * 7], settings=settings) == ["A-WORSE"]
    with pytest.raises(JournalError, match="out_of_limits"):
        settings.change("A-WORSE", "delta", 5)
    with pytest.raises(JournalError, match="out_of_limits"):
        settings.change("A-SEVERE", "need", 2.5)
    with pytest.raises(JournalError, match="bad_button"):
        settings.change("A-SEVERE", "window", 14)


def test_the_usual_numbers_of_one_rule_come_back_alone() -> None:
    changed = RuleSettings().change("A-WORSE", "delta", 1.5).change("A-PERSIST", "k", 2, "fatigue")
    assert changed.usual("A-PERSIST").changed == {"A-WORSE.delta": 1.5}


def test_every_rule_is_listed_once_with_defaults_inside_their_limits() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) == 11
    assert all(each.low <= each.default <= each.high for rule in RULES for each in rule.parameters)
