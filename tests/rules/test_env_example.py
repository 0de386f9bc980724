""".env.example and Settings name the same variables with the same defaults."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import SecretStr

from settings import Settings
from tests.rules.files import read

EXAMPLE = dict(re.findall(r"^(?:# )?([A-Z_]+)=(.*)$", read(Path(".env.example")), re.MULTILINE))


def default(name: str) -> str:
    value = Settings.model_fields[name].default
    value = value.get_secret_value() if isinstance(value, SecretStr) else value
    return "" if value is None else str(value)


def test_they_are_equal() -> None:
    assert {name.upper(): default(name) for name in Settings.model_fields} == EXAMPLE


def test_every_variable_is_explained() -> None:
    blocks = [block for block in read(Path(".env.example")).split("\n\n") if re.search(r"^(# )?[A-Z_]+=", block, re.M)]
    assert [block for block in blocks if not re.match(r"# .+\.\n", block)] == []
