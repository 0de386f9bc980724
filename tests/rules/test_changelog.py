"""The changelog: what people notice, one sentence a line."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.files import read

LINES = read(Path("CHANGELOG.md")).splitlines()


def test_there_is_a_place_for_the_next_change() -> None:
    assert "## Unreleased" in LINES


def test_each_entry_is_one_sentence_on_one_line() -> None:
    entries = [line for line in LINES if line and not line.startswith("#")][1:]
    assert [line for line in entries if not re.fullmatch(r"- \S.*\.", line)] == []
