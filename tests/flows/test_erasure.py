"""/delete against the table in docs/privacy.md: which rows go with whom, also those about two people."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from journal import accesses
from simulator.people import Human
from tests.flows.filling import Held, everything, fill, held
from tests.flows.wordy import live
from tests.rules.files import read
from tests.world import World

ROW = re.compile(r"^\| `(\w+)` \|[^|]*\| (\w+)[^|]*\| (\w+)[^|]*\|$", re.MULTILINE)
PROMISED = {table: (hers, his) for table, hers, his in ROW.findall(read(Path("docs/privacy.md")))}


def outcome(before: Held, after: Held, table: str) -> str:
    """What became of the rows: erased, kept, changed, or nobody's."""
    if table not in before:
        return "nobody"
    was, now = before[table], after[table]
    assert was, f"nothing in {table}: the test would prove nothing"
    if not was.keys() & now.keys():
        return "erased"
    return "kept" if all(now.get(key) == row for key, row in was.items()) else "changed"


@pytest.fixture
async def both(world: World) -> tuple[Human, Human]:
    ana, bo = await live(world)
    await fill(world, ana)
    return ana, bo


async def delete(world: World, person: Human) -> None:
    await world.say(person, "/delete")
    await world.tap(person, "Yes, delete")


def test_the_page_names_every_table() -> None:
    """A new table needs its row in docs/privacy.md."""
    assert sorted(PROMISED) == sorted(SQLModel.metadata.tables)


async def test_what_goes_with_the_person(world: World, both: tuple[Human, Human]) -> None:
    ana, bo = both
    before, others = await held(world, ana), await held(world, bo)
    await delete(world, ana)
    after, left = await everything(world), await held(world, bo)
    found = {table: outcome(before, after, table) for table in PROMISED}
    assert found == {table: hers for table, (hers, _) in PROMISED.items()}
    assert {table: rows for table, rows in left.items() if len(rows) < len(others[table])} == {}
    assert str(ana.id) not in str(after)


async def test_what_goes_with_a_caregiver(world: World, both: tuple[Human, Human]) -> None:
    ana, bo = both
    before = await held(world, ana)
    await delete(world, bo)
    after = await everything(world)
    found = {table: outcome(before, after, table) for table in PROMISED}
    assert found == {table: his for table, (_, his) in PROMISED.items()}
    assert str(bo.id) not in str(after)
    await world.go(timedelta(days=2))
    async with world.app.db.write() as tx:
        await accesses.purge(tx, world.clock.now())
    assert "Marrowdale" not in str(await everything(world))
