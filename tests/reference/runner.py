"""Runs every reference case of a folder: `python -m tests.reference.runner FOLDER`.

Prints a line per failing case, a count per kind and the kinds that it does not know; exits with 1 unless
every case passes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reference import clinical_kinds, regimen_kinds, schedule_kinds

Case = dict[str, Any]

DATA = Path(__file__).parent / "data"
KINDS = schedule_kinds.KINDS | regimen_kinds.KINDS | clinical_kinds.KINDS


def load(folder: Path) -> Iterator[Case]:
    """The cases of every JSON file of a folder, in the order of the files' names."""
    for path in sorted(folder.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))["cases"]


def matches(actual: Any, expected: Any, tol: float) -> bool:
    """Whether a value is the expected one: numbers within `tol`, of a dict only the keys that are expected."""
    if isinstance(expected, dict):
        same = isinstance(actual, dict) and expected.keys() <= actual.keys()
        return same and all(matches(actual[key], value, tol) for key, value in expected.items())
    if isinstance(expected, list):
        same = isinstance(actual, list | tuple) and len(actual) == len(expected)
        return same and all(matches(one, other, tol) for one, other in zip(actual, expected, strict=True))
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        return isinstance(actual, int | float) and abs(actual - expected) <= tol
    return bool(actual == expected)


def failure(case: Case) -> str | None:
    """What is wrong with the product's answer to a case, in one line; None when it is right."""
    try:
        actual = KINDS[case["kind"]](case.get("input", case))
    except Exception as error:  # a case that raises is a failing case, and the others still run
        return f"{case['id']} ({case['kind']}): {type(error).__name__}: {error}"
    if matches(actual, case["expected"], case.get("tol", 0)):
        return None
    return f"{case['id']} ({case['kind']}): expected {case['expected']}, got {actual}"


def main(folder: Path) -> int:
    """Run a folder, print what was found, and return the exit code."""
    cases = list(load(folder))
    known = [case for case in cases if case["kind"] in KINDS]
    failures = {case["id"]: line for case in known if (line := failure(case))}
    unknown = Counter(case["kind"] for case in cases if case["kind"] not in KINDS)
    print(*failures.values(), sep="\n", end="\n" if failures else "")
    passed = Counter(case["kind"] for case in known if case["id"] not in failures)
    for kind, total in sorted(Counter(case["kind"] for case in known).items()):
        print(f"{kind}: {passed[kind]} of {total}")
    for kind, total in sorted(unknown.items()):
        print(f"unknown kind {kind}: {total}")
    print(f"{passed.total()} of {len(cases)} cases pass")
    return int(passed.total() != len(cases) or not cases)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA))
