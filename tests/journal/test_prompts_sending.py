"""Prompts are rare: one at a time, backing off, acknowledged, broken through by real worsening."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.rules import (
    PromptState,
    acknowledged,
    after_week,
    calm,
    check_week,
    may_send,
    prompt,
    sent,
)
from journal.trends import Week

DAY = date(2026, 3, 2)
HIGH: Week = [5] * 7
LOW: Week = [2] * 7
GAP: Week = [5, None, 5, None, 5, None, None]


def days_until_next(state: PromptState) -> int:
    assert state.last_prompt is not None
    since = state.last_prompt
    return next(n for n in range(200) if may_send(state, since + timedelta(n), 5.0))


def test_each_prompt_in_a_row_waits_longer() -> None:
    state, waits = PromptState(), list[int]()
    for _ in range(4):
        state = sent(state, DAY, 5.0)
        waits.append(days_until_next(state))
    assert waits == [14, 28, 56, 56]


def test_early_wording_starts_at_the_second_step() -> None:
    state = sent(PromptState(), DAY, 5.0, early=True)
    assert days_until_next(state) == 28
    assert days_until_next(sent(state, DAY, 5.0, early=True)) == 56


def test_two_calm_weeks_in_a_row_start_anew() -> None:
    third = PromptState(DAY, 3, 5.0)
    one = after_week(third, LOW)
    assert not may_send(one, DAY, 5.0)
    assert not may_send(after_week(after_week(one, HIGH), LOW), DAY, 5.0)
    two = after_week(after_week(one, GAP), LOW)
    assert may_send(two, DAY, 5.0)
    assert days_until_next(sent(two, DAY, 5.0)) == 14


def test_two_points_more_break_through_gap_and_snooze() -> None:
    state = acknowledged(sent(PromptState(), DAY, 4.9), "booked", DAY)
    assert not may_send(state, DAY, 6.8)
    assert may_send(state, DAY, 6.9)
    assert not may_send(state, DAY, None)


@pytest.mark.parametrize("answer", ["booked", "seen"])
def test_booked_or_seen_is_quiet_for_28_days(answer: str) -> None:
    state = acknowledged(sent(PromptState(), DAY, 5.0), answer, DAY + timedelta(1))
    assert days_until_next(state) == 29


def test_next_week_means_next_week_and_keeps_the_back_off() -> None:
    state = PromptState(DAY, 2, 5.0)
    later = acknowledged(state, "next_week", DAY)
    assert not may_send(later, DAY + timedelta(6), 5.0)
    assert may_send(later, DAY + timedelta(7), 5.0)
    assert days_until_next(sent(later, DAY + timedelta(7), 5.0)) == 56


def test_a_muted_symptom_stays_silent_whatever_happens() -> None:
    state = acknowledged(PromptState(DAY, 1, 2.0), "mute", DAY)
    assert not may_send(calm(calm(state)), DAY + timedelta(400), 10.0)


def test_calm_keeps_the_snooze() -> None:
    state = calm(calm(acknowledged(PromptState(DAY, 1, 5.0), "seen", DAY)))
    assert not may_send(state, DAY + timedelta(27), 5.0)
    assert may_send(state, DAY + timedelta(28), 5.0)


def test_a_prompt_of_unknown_level_keeps_the_level_before() -> None:
    assert sent(PromptState(DAY, 1, 5.0), DAY, None).level == 5.0


def test_one_prompt_lists_each_active_symptom_once() -> None:
    findings = check_week({"tingling": [LOW, LOW, LOW, [8] * 7], "cramps": [HIGH, HIGH], "fatigue": [LOW]})
    levels = {"tingling": 8.0, "cramps": 5.0}
    said = prompt(findings, {"cramps": PromptState(DAY, 1, 5.0)}, levels, DAY)
    assert [(each.rule, each.symptom) for each in said] == [("A-SEVERE", "tingling"), ("A-PERSIST", "cramps")]


def test_a_snoozed_symptom_does_not_join_another_ones_prompt() -> None:
    findings = check_week({"tingling": [HIGH, HIGH], "cramps": [HIGH, HIGH]})
    states = {"cramps": acknowledged(PromptState(DAY, 1, 5.0), "booked", DAY)}
    assert [each.symptom for each in prompt(findings, states, {"cramps": 5.0}, DAY)] == ["tingling"]


def test_nothing_is_said_while_every_active_symptom_waits() -> None:
    findings = check_week({"tingling": [HIGH, HIGH], "cramps": [HIGH, HIGH]})
    states = dict.fromkeys(("tingling", "cramps"), PromptState(DAY, 1, 5.0))
    assert prompt(findings, states, {"tingling": 5.0, "cramps": 5.0}, DAY + timedelta(7)) == ()


@given(st.lists(st.sampled_from([HIGH, LOW, GAP]), min_size=1, max_size=40))
def test_steady_prompts_are_never_closer_than_two_weeks_without_calm(weeks: list[Week]) -> None:
    state = PromptState()
    last: date | None = None
    for number, week in enumerate(weeks):
        today = DAY + timedelta(7 * number)
        state = after_week(state, week)
        if week is HIGH and may_send(state, today, 5.0):
            assert last is None or (today - last).days >= 14
            state, last = sent(state, today, 5.0), today
