"""The locks: every package pinned and hashed, nothing about where it comes from, and one set of versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.rules.files import read

LOCKS = ("requirements.txt", "requirements-dev.txt")


def packages(lock: str) -> dict[str, int]:
    """ "name==version ; marker" to its number of hashes. Anything else in the file is an AssertionError."""
    lines = re.sub(r"\s*\\\n\s*", " ", read(Path(lock))).splitlines()
    split = [line.split(" --hash=sha256:") for line in lines if line]
    assert [line for line, *_ in split if not re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+( ; .*)?", line)] == []
    return {line: len(hashes) for line, *hashes in split}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_is_hashed_and_nothing_names_a_place(lock: str) -> None:
    assert [line for line, hashes in packages(lock).items() if not hashes] == []
    assert "://" not in read(Path(lock))


def test_developers_run_the_versions_of_production() -> None:
    assert packages(LOCKS[0]).keys() <= packages(LOCKS[1]).keys()


def test_what_the_project_pins_is_what_is_locked() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    locked = {_bare(line) for line in packages(LOCKS[1])}
    assert [pin for pin in wanted if "==" in pin and _bare(pin) not in locked] == []


def _bare(pin: str) -> str:
    return re.sub(r"\[.*?\]| ;.*", "", pin).lower().replace(".", "-").replace("_", "-")
