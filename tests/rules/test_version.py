"""The version that /operator shows is the one of the project."""

from __future__ import annotations

import tomllib
from pathlib import Path

from handlers.version import VERSION
from tests.rules.files import read


def test_it_is_the_projects() -> None:
    assert tomllib.loads(read(Path("pyproject.toml")))["project"]["version"] == VERSION
