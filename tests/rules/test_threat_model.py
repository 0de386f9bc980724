"""docs/threat-model.md names for each threat what keeps it away, and that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.files import ROOT, read

PAGE = read(Path("docs/threat-model.md"))
THREATS = PAGE.split("## Threats and what stands against them")[1].split("## What is accepted")[0]
ROWS = [line.strip("|").split(" | ") for line in THREATS.splitlines() if line.startswith("| ")]
KEPT = [(row[0].strip(), re.findall(r"`([^`]+)`", row[-1])) for row in ROWS if row[0].strip() != "threat"]


def test_every_threat_is_kept_away_by_something() -> None:
    assert len(KEPT) > 20
    assert [threat for threat, files in KEPT if not files] == []
    assert {len(row) for row in ROWS} == {3}


@pytest.mark.parametrize(("threat", "files"), KEPT, ids=[threat for threat, _ in KEPT])
def test_what_keeps_it_away_is_there(threat: str, files: list[str]) -> None:
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_every_threat_but_those_of_packages_has_a_test() -> None:
    untested = [threat for threat, files in KEPT if not any(name.startswith("tests/") for name in files)]
    assert untested == ["a known hole in a package"]  # it needs the network


@pytest.mark.parametrize("said", ["Telegram reads the chat", "Phones are shared", "Whoever runs the bot can read"])
def test_what_is_accepted_is_said(said: str) -> None:
    assert said in PAGE.split("## What is accepted")[1]
