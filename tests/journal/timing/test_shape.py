"""Plans as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import timing
from journal.timing import Anchor, End, Phase, Plan, PlanRefused, Timing
from tests.journal.timing.plans import PLANS

DAILY = {"every": 1, "unit": "days", "times": ["09:00"]}


@given(PLANS, st.sampled_from(Anchor), st.none() | st.integers(1, 9), st.booleans())
def test_a_plan_comes_back_from_its_json(plan: Plan, anchor: Anchor, gap: int | None, clinic: bool) -> None:
    last = replace(plan.phases[-1], min_gap_days=gap)
    last = replace(last, end=End(clinic=True)) if clinic else last
    whole = Plan((*plan.phases[:-1], last), anchor)
    assert timing.plan_from_json(json.loads(json.dumps(timing.plan_to_json(whole)))) == whole


def test_only_what_is_set_is_written() -> None:
    plan = Plan((Phase(Timing(times=(time(9),)), date(2026, 6, 1)),))
    phase = {"timing": DAILY, "start": "2026-06-01", "end": None}
    assert timing.plan_to_json(plan) == {"anchor": "planned", "phases": [phase]}


def test_no_phases_is_as_needed() -> None:
    assert timing.plan_from_json({"phases": []}).as_needed
    assert timing.plan_to_json(Plan()) == {"anchor": "planned", "phases": []}


def test_own_limits_come_back_and_a_plan_without_them_reads_as_before() -> None:
    limited = Plan(gap_hours=6, most_a_day=4)
    assert timing.plan_from_json(json.loads(json.dumps(timing.plan_to_json(limited)))) == limited
    assert timing.plan_from_json({"anchor": "planned", "phases": []}) == Plan()


@pytest.mark.parametrize("shape", [{"gap_hours": "6"}, {"most_a_day": 1.5}, {"gap_hours": True}])
def test_own_limits_that_cannot_be_read_are_refused(shape: dict[str, Any]) -> None:
    with pytest.raises(PlanRefused, match="limit"):
        timing.plan_from_json({"phases": []} | shape)


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (Plan(gap_hours=1, most_a_day=1), ()),
        (Plan(gap_hours=168, most_a_day=48), ()),
        (Plan(gap_hours=0), ("limit",)),
        (Plan(gap_hours=169), ("limit",)),
        (Plan(most_a_day=0), ("limit",)),
        (Plan(most_a_day=49), ("limit",)),
        (Plan((Phase(Timing(times=(time(9),)), date(2026, 6, 1)),), gap_hours=6), ("limit",)),
    ],
)
def test_own_limits_have_limits(plan: Plan, found: tuple[str, ...]) -> None:
    assert timing.problems(plan, "UTC") == found


def test_lists_are_put_in_order_without_duplicates() -> None:
    rule = DAILY | {"times": ["20:00", "8:05", "20:00"], "weekdays": ["sun", "mon"]}
    (phase,) = timing.plan_from_json({"phases": [{"timing": rule, "start": "2026-06-01"}]}).phases
    assert phase.timing == Timing(times=(time(8, 5), time(20)), weekdays=(0, 6))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"every": 2.5}, "every"),
        ({"every": True}, "every"),
        ({"unit": "years"}, "unit"),
        ({"unit": None}, "unit"),
        ({"times": []}, "time"),
        ({"times": ["24:00"]}, "time"),
        ({"times": ["25:70"]}, "time"),
        ({"times": ["9"]}, "time"),
        ({"times": "09:00"}, "time"),
        ({"weekdays": []}, "weekday"),
        ({"weekdays": ["funday"]}, "weekday"),
        ({"except_weekdays": ["TUE"]}, "weekday"),
        ({"days_of_month": ["1"]}, "day"),
        ({"nth_weekday": [1]}, "day"),
        ({"offsets": []}, "day"),
        ({"cycle": {"on": 21}}, "cycle"),
        ({"window": {"from": "08:00"}}, "time"),
    ],
)
def test_a_rule_that_cannot_be_read_names_the_part(changed: dict[str, Any], problem: str) -> None:
    phase = {"timing": DAILY | changed, "start": "2026-06-01", "end": None}
    with pytest.raises(PlanRefused) as refused:
        timing.plan_from_json({"phases": [phase]})
    assert refused.value.problem == problem


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"start": "2026-02-30"}, "start"),
        ({"start": 5}, "start"),
        ({"end": {"count": "3"}}, "end"),
        ({"end": {"until": "soon"}}, "end"),
        ({"end": {"weeks": 3}}, "end"),
        ({"end": "never"}, "end"),
        ({"min_gap_days": 1.5}, "gap"),
        ({"timing": None}, "phases"),
    ],
)
def test_a_phase_that_cannot_be_read_names_the_part(changed: dict[str, Any], problem: str) -> None:
    phase = {"timing": DAILY, "start": "2026-06-01", "end": None} | changed
    with pytest.raises(PlanRefused) as refused:
        timing.plan_from_json({"phases": [phase]})
    assert refused.value.problem == problem


@pytest.mark.parametrize(
    ("shape", "problem"), [({}, "phases"), ({"phases": 3}, "phases"), ({"phases": [], "anchor": "moon"}, "anchor")]
)
def test_what_is_no_plan_is_refused(shape: dict[str, Any], problem: str) -> None:
    with pytest.raises(PlanRefused) as refused:
        timing.plan_from_json(shape)
    assert refused.value.problem == problem
