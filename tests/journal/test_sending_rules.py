"""The sending rules of clinical.md §4.3 by their ids, as stories of weeks and days through the state machine."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.rules import (
    ANSWERS,
    RULES,
    PromptState,
    RuleSettings,
    acknowledged,
    after_week,
    check_severe,
    check_week,
    may_send,
    prompt,
    sent,
)
from journal.trends import Week, weekly_mean

DAY = date(2026, 3, 2)
LOW: Week = [2] * 7
HIGH: Week = [5] * 7
SPARSE: Week = [5, None, None, 5, None, None, None]
PEAK: Week = [7] * 7


def after(days: int) -> date:
    return DAY + timedelta(days)


def told(weeks: int, answer: str = "", level: float = 5.0) -> PromptState:
    """A symptom that was prompted about `weeks` times in a row, the last on DAY, and answered."""
    state = PromptState(DAY, weeks, level)
    return acknowledged(state, answer, DAY) if answer else state


def weeks_after(state: PromptState, *weeks: Week) -> PromptState:
    for week in weeks:
        state = after_week(state, week)
    return state


# rule, the state after DAY, days later, this week's mean, whether a prompt may be sent then
SENDING: list[tuple[str, PromptState, int, float | None, bool]] = [
    ("G-COOL first", PromptState(), 0, 5, True),
    ("G-COOL 14", told(1), 13, 5, False),
    ("G-COOL 14", told(1), 14, 5, True),
    ("G-COOL 28", told(2), 27, 5, False),
    ("G-COOL 28", told(2), 28, 5, True),
    ("G-COOL 56", told(3), 55, 5, False),
    ("G-COOL 56", told(3), 56, 5, True),
    ("G-COOL 56 stays", told(7), 55, 5, False),
    ("G-COOL 56 stays", told(7), 56, 5, True),
    ("G-COOL one calm week", weeks_after(told(3), LOW), 13, 5, False),
    ("G-COOL two calm weeks", weeks_after(told(3), LOW, LOW), 13, 5, True),
    ("G-COOL two calm weeks apart", weeks_after(told(3), LOW, HIGH, LOW), 13, 5, False),
    ("G-COOL a sparse week is not calm", weeks_after(told(3), LOW, SPARSE), 13, 5, False),
    ("G-COOL a sparse week between", weeks_after(told(3), LOW, SPARSE, LOW), 13, 5, True),
    ("G-BREAK cool-down", told(1), 1, 7, True),
    ("G-BREAK cool-down", told(1), 1, 6.9, False),
    ("G-BREAK cool-down", told(1), 1, None, False),
    ("G-BREAK snooze", told(1, "booked"), 1, 7, True),
    ("G-BREAK snooze", told(1, "seen"), 1, 6.9, False),
    ("G-BREAK not mute", told(1, "mute"), 1, 10, False),
    ("G-BREAK no level", PromptState(DAY, 1, None), 1, 10, False),
    ("G-ACK booked", told(1, "booked"), 27, 5, False),
    ("G-ACK booked", told(1, "booked"), 28, 5, True),
    ("G-ACK seen", told(1, "seen"), 27, 5, False),
    ("G-ACK seen", told(1, "seen"), 28, 5, True),
    ("G-ACK next week", told(3, "next_week"), 6, 5, False),
    ("G-ACK next week", told(3, "next_week"), 7, 5, True),
    ("G-ACK mute", told(1, "mute"), 365, 5, False),
    ("G-ACK calm keeps the snooze", weeks_after(told(1, "seen"), LOW, LOW), 27, 5, False),
]


@pytest.mark.parametrize(("rule", "state", "days", "level", "may"), SENDING)
def test_when_a_prompt_may_be_sent(rule: str, state: PromptState, days: int, level: float | None, may: bool) -> None:
    assert may_send(state, after(days), level) is may, rule


PAIR = {"tingling": [HIGH] * 2, "cramps": [HIGH] * 2}
TINGLING, CRAMPS = ("tingling", "PERSIST"), ("cramps", "PERSIST")
EVERYTHING: dict[str, list[Week]] = {
    "cramps": [HIGH] * 2,
    "fatigue": [LOW] * 3 + [HIGH],
    "tingling": [PEAK],
    "numbness": [[0] * 7] * 2 + [HIGH],
}
IN_ORDER = [("tingling", "SEVERE"), ("numbness", "NEW"), ("fatigue", "WORSE"), CRAMPS]
# rule, weeks of each symptom, states before, what the one prompt lists
MERGING: list[tuple[str, dict[str, list[Week]], dict[str, PromptState], list[tuple[str, str]]]] = [
    ("G-ONE merged", PAIR, {}, [TINGLING, CRAMPS]),
    ("G-ONE order", EVERYTHING, {}, IN_ORDER),
    ("G-ONE foremost of a symptom", {"tingling": [LOW] * 3 + [PEAK]}, {}, [("tingling", "SEVERE")]),
    ("G-ONE a waiting one joins", PAIR, {"cramps": told(1)}, [TINGLING, CRAMPS]),
    ("G-ONE a waiting one opens none", {"cramps": [HIGH] * 2}, {"cramps": told(1)}, []),
    ("G-ACK a snoozed one joins none", PAIR, {"cramps": told(1, "seen")}, [TINGLING]),
    ("G-ACK mute is per symptom", PAIR, {"cramps": told(1, "mute")}, [TINGLING]),
]


@pytest.mark.parametrize(("rule", "histories", "states", "lists"), MERGING)
def test_one_prompt_lists_what_is_active(
    rule: str,
    histories: dict[str, list[Week]],
    states: dict[str, PromptState],
    lists: list[tuple[str, str]],
) -> None:
    levels = {symptom: weekly_mean(weeks[-1]) for symptom, weeks in histories.items()}
    said = prompt(check_week(histories), states, levels, after(1))
    assert [(each.symptom, each.rule.removeprefix("A-")) for each in said] == lists, rule


def test_a_severe_day_and_the_summary_share_one_state() -> None:
    """G-ONE, G-COOL: said at the log on a Wednesday, it takes the place of the next two summaries' prompt."""
    days: Week = [None, None, None, 3, 7, 7, 7]
    assert check_severe("fatigue", days)
    state = sent(PromptState(), DAY, weekly_mean(days))
    assert state.level == 6
    for summary in (4, 11):
        state = after_week(state, HIGH)
        assert not may_send(state, after(summary), 5)
    assert may_send(after_week(state, HIGH), after(18), 5)
    assert may_send(state, after(4), 8), "G-BREAK"


def test_every_answer_of_a_prompt_is_known() -> None:
    """G-ACK."""
    assert ANSWERS == ("booked", "seen", "next_week", "mute")


OFTEN: Week = [5, 5, 5, 0, 0, 0, 0]
# rule, number, value, the symptom it is changed for, weeks of tingling, what fires before and after
CHANGES: list[tuple[str, str, float, str, list[Week], list[str], list[str]]] = [
    ("A-PERSIST", "k", 3, "tingling", [HIGH] * 2, ["A-PERSIST"], []),
    ("A-PERSIST", "k", 3, "cramps", [HIGH] * 2, ["A-PERSIST"], ["A-PERSIST"]),
    ("A-PERSIST", "threshold", 6, "", [HIGH] * 2, ["A-PERSIST"], []),
    ("A-PERSIST", "min_days", 3, "", [OFTEN] * 2, [], ["A-PERSIST"]),
    ("A-WORSE", "floor", 6, "", [LOW] * 3 + [HIGH], ["A-WORSE"], []),
    ("A-WORSE", "delta", 4, "", [LOW] * 3 + [HIGH], ["A-WORSE"], []),
    ("A-SEVERE", "need", 2, "", [[8, 8, 0, 0, 0, 0, 0]], [], ["A-SEVERE"]),
    ("A-NEW", "threshold", 6, "", [[0] * 7] * 4 + [OFTEN], ["A-NEW"], []),
]


@pytest.mark.parametrize(("rule", "number", "value", "symptom", "weeks", "before", "then"), CHANGES)
def test_a_changed_number_counts(
    rule: str, number: str, value: float, symptom: str, weeks: list[Week], before: list[str], then: list[str]
) -> None:
    """G-EDIT."""
    changed = RuleSettings().change(rule, number, value, symptom)
    found = [[each.rule for each in check_week({"tingling": weeks}, rules)] for rules in (RuleSettings(), changed)]
    assert found == [before, then]


def test_every_number_has_values_within_its_limits() -> None:
    for rule in RULES:
        for each in rule.parameters:
            assert each.default in each.values
            assert (each.values[0], each.values[-1]) == (each.low, each.high)
            assert len(each.values) <= 6
