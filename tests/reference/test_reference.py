"""Every reference case in tests/reference/data/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reference import runner
from tests.reference.schedule_kinds import faults

CASES = list(runner.load(runner.DATA))
REFUSED = [case for case in CASES if case["kind"] == "reject"]


def _name(case: dict[str, Any]) -> str:
    return str(case["id"])


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_case_holds(case: dict[str, Any]) -> None:
    assert runner.failure(case) is None


@pytest.mark.parametrize("case", REFUSED, ids=_name)
def test_a_refused_plan_names_the_part_at_fault(case: dict[str, Any]) -> None:
    assert faults(case) == (case["expected"],)


def test_no_two_cases_share_a_name() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) > 300


@pytest.mark.parametrize(
    ("actual", "expected", "same"),
    [
        (1.05, 1, True),
        (1.2, 1, False),
        (True, 1.5, False),
        (None, 0, False),
        ({"a": 1, "more": 2}, {"a": 1}, True),
        ({"b": 1}, {"a": 1}, False),
        ([1, 2], [2, 1], False),
        ([1], [1, 2], False),
        ("late", "late", True),
        ("late", None, False),
    ],
)
def test_values_are_compared_within_the_tolerance(actual: object, expected: object, same: bool) -> None:
    assert runner.matches(actual, expected, 0.1) is same


def test_a_folder_with_a_wrong_or_unknown_case_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stock = {"kind": "stock_days", "stock": 2, "per_day": [1]}
    cases = [
        {"id": "right", **stock, "expected": 2},
        {"id": "wrong", **stock, "expected": 3},
        {"id": "broken", "kind": "stock_days", "stock": 2, "expected": 3},
        {"id": "new", "kind": "tides", "expected": 3},
    ]
    (tmp_path / "cases.json").write_text(json.dumps({"cases": cases}), encoding="utf-8")
    assert runner.main(tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "wrong (stock_days): expected 3, got 2",
        "broken (stock_days): KeyError: 'per_day'",
        "stock_days: 1 of 3",
        "unknown kind tides: 1",
        "1 of 4 cases pass",
    ]


def test_a_folder_of_right_cases_passes(tmp_path: Path) -> None:
    case = {"id": "right", "kind": "stock_days", "stock": 2, "per_day": [1], "expected": 2}
    (tmp_path / "cases.json").write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    assert runner.main(tmp_path) == 0


def test_an_empty_folder_fails(tmp_path: Path) -> None:
    assert runner.main(tmp_path) == 1
