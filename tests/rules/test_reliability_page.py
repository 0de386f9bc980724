"""docs/reliability.md: every row of the table names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.files import files, read

ROWS = [line for line in read(Path("docs/reliability.md")).splitlines() if line.startswith("| ")][1:]
FAULTS = (
    *("429", "500", "502", "504", "time-out", "connection reset", "malformed JSON", "403 blocked", "403 deactivated"),
    *("400 chat not found", "400 message is not modified", "401", "409", "names cannot be resolved for an hour"),
    *("the database is locked", "the disk is full", "set forward", "set back", "suspended for an hour", "poisoned row"),
)


def named_in(row: str) -> list[str]:
    return re.findall(r"`(\w+)`", row.rstrip(" |").rsplit("|", 1)[1])


def test_every_row_names_a_test() -> None:
    assert [row for row in ROWS if not named_in(row)] == []


def test_every_test_that_is_named_exists() -> None:
    existing = {path.stem for path in files(".py") if path.parts[0] == "tests"}
    assert {name for row in ROWS for name in named_in(row)} <= existing


def test_no_fault_is_left_out() -> None:
    first = " ".join(row.split("|")[1] for row in ROWS)
    assert [fault for fault in FAULTS if fault not in first] == []
