"""When a finding may be said (clinical.md §4.3): one small state machine per person and symptom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.rules.week import Finding
from journal.trends import EPS, Week, is_high, is_valid

GAPS = (14, 28, 56)  # days after the first, second, third and later prompt in a row (G-COOL)
CALM_WEEKS = 2  # calm weeks that start the back-off anew (G-COOL)
BREAK = 2.0  # points above the level at the last prompt that break through (G-BREAK)
SNOOZE_DAYS = {"booked": 28, "seen": 28, "next_week": 7}  # G-ACK
ANSWERS = (*SNOOZE_DAYS, "mute")


@dataclass(frozen=True, slots=True)
class PromptState:
    """What one symptom's prompts have led to so far. `last_prompt` None: no gap is running.

    `in_a_row` prompts since the last calm; `level` = weekly mean at the last prompt; before `snooze_until`
    only a real worsening is said; `calm_weeks` in a row; `muted`: not to be asked about again."""

    last_prompt: date | None = None
    in_a_row: int = 0
    level: float | None = None
    snooze_until: date | None = None
    calm_weeks: int = 0
    muted: bool = False


def may_send(state: PromptState, today: date, level_now: float | None) -> bool:
    """G-COOL with G-BREAK and G-ACK. `level_now`: this week's mean, None when the week is not valid."""
    if state.muted:
        return False
    if state.level is not None and level_now is not None and level_now >= state.level + BREAK - EPS:
        return True
    if state.snooze_until is not None and today < state.snooze_until:
        return False
    if state.last_prompt is None or state.calm_weeks >= CALM_WEEKS:
        return True
    return today >= state.last_prompt + timedelta(days=GAPS[min(max(state.in_a_row, 1), len(GAPS)) - 1])


def sent(state: PromptState, today: date, level: float | None, *, early: bool = False) -> PromptState:
    """The state after a prompt. `early` (the "still there" wording) starts at the 28-day gap. A level that is
    not known keeps the one before."""
    row = state.in_a_row + 1
    return PromptState(today, max(row, 2) if early else row, state.level if level is None else level)


def acknowledged(state: PromptState, answer: str, today: date) -> PromptState:
    """The state after a button of the prompt: booked, seen, next_week or mute.

    next_week ends the running gap, so that the reminder asked for does come; the back-off goes on from there.
    """
    if answer == "mute":
        return replace(state, muted=True)
    until = today + timedelta(days=SNOOZE_DAYS[answer])
    last = None if answer == "next_week" else state.last_prompt
    return replace(state, snooze_until=until, last_prompt=last)


def calm(state: PromptState) -> PromptState:
    """The state after one more calm week; a second starts the back-off anew, snooze and mute stay."""
    if state.calm_weeks + 1 < CALM_WEEKS:
        return replace(state, calm_weeks=state.calm_weeks + 1)
    return PromptState(snooze_until=state.snooze_until, calm_weeks=state.calm_weeks + 1, muted=state.muted)


def after_week(state: PromptState, week: Week, *, threshold: float = 4, min_days: float = 4) -> PromptState:
    """The state after a week: calm (valid, not high), high, or with too few entries to tell (unchanged)."""
    if not is_valid(week):
        return state
    return replace(state, calm_weeks=0) if is_high(week, threshold, min_days) else calm(state)


def prompt(
    findings: Sequence[Finding],
    states: Mapping[str, PromptState],
    levels: Mapping[str, float | None],
    today: date,
) -> tuple[Finding, ...]:
    """G-ONE: what the one merged prompt lists, each active symptom with its foremost finding; () when nothing
    may be said. A symptom within its gap joins in when another one opens the prompt; a snoozed or muted one
    does not."""
    foremost: dict[str, Finding] = {}
    for finding in findings:
        foremost.setdefault(finding.symptom, finding)
    now = {name: may_send(states.get(name, PromptState()), today, levels.get(name)) for name in foremost}
    if not any(now.values()):
        return ()
    return tuple(each for name, each in foremost.items() if now[name] or _may_join(states[name], today))


def _may_join(state: PromptState, today: date) -> bool:
    return not state.muted and (state.snooze_until is None or today >= state.snooze_until)
