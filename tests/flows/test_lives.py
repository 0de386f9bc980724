"""Two weeks of many lives, each a text that anyone can read (tests/flows/lives/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.living import live
from tests.world import World

LIVES = sorted((Path(__file__).parent / "lives").glob("*.txt"))
TEXTS = {file: file.read_text() for file in LIVES}


@pytest.mark.parametrize("file", LIVES, ids=lambda file: file.stem)
async def test_a_life(world: World, file: Path) -> None:
    await live(world, file.name, TEXTS[file])
