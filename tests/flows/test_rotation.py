"""A new key while the bot runs: nothing is lost, nothing stays under the old key, and no start without a key needed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import delete, text

from journal import keys, rotation
from journal.encryption import key_id
from journal.errors import StartError
from journal.tables import Heartbeat
from tests.flows.filling import everything
from tests.flows.rotating import a_minute, add_key, names, renew, rotating
from tests.flows.wordy import TYPED, live, looked_at
from tests.world import World

ROWS = ("accesslog", "carelink", "daynote", "intake", "reaction", "regimen", "stock", "tag", "trackedsymptom")


async def test_everything_gets_under_the_new_key_while_the_bot_runs(world: World) -> None:
    ana, bo = await live(world)
    old, new = add_key(world)
    await world.restart()
    before = await everything(world)
    assert "new key" not in await world.say(ana, "/privacy")
    async with rotating(world) as task:
        assert await names(world) == {key_id(new)}
        await world.say(ana, "Vitamin X")  # the bot has not heard of it yet
        assert await names(world) == {key_id(old), key_id(new)}
        await a_minute(world)
        assert await task > len(ROWS)
    await world.say(ana, "Vitamin Y")
    assert await names(world) == {key_id(new)}
    (world.folder / "key").write_text(new)
    await world.restart()
    after = await everything(world)
    assert {name: after[name] for name in ROWS} == {name: before[name] for name in ROWS}
    shown = await looked_at(world, ana, bo)
    assert [word for word in TYPED if word not in shown] == []


async def test_people_read_of_each_since_they_came(world: World) -> None:
    ana = await world.arrive()
    await renew(world)
    await world.go(timedelta(minutes=1))
    cy = await world.arrive("Cy", 1003)
    assert "new key" not in await world.say(cy, "/privacy")
    await world.go(timedelta(days=1))
    new = await renew(world)
    assert await names(world) == {key_id(new)}
    assert read_of(await world.say(ana, "/privacy")) == ["Tue, 3 Mar 2026", "Mon, 2 Mar 2026"]
    assert read_of(await world.say(cy, "/privacy")) == ["Tue, 3 Mar 2026"]


def read_of(text: str) -> list[str]:
    return re.findall(r"encrypted again with a new key on (.*)\.", text)


async def refused(world: World, held: str) -> str:
    """What a start with this key alone says."""
    file = world.folder / "other"
    file.write_text(held)
    with pytest.raises(StartError) as caught:
        await world.add_replica(key_file=file)
    assert held not in str(caught.value)
    return str(caught.value)


async def test_a_start_with_one_key_of_two_says_so(world: World) -> None:
    await world.arrive()
    await renew(world)
    old, new = add_key(world)
    await world.restart()
    async with rotating(world):
        pass
    half = "and the database is between two keys: put it back, and let `python bot.py rotate-keys` finish."
    assert await refused(world, new) == f"KEY_FILE lacks key {key_id(old)}, {half}"
    assert await refused(world, old) == f"KEY_FILE lacks key {key_id(new)}, {half}"
    async with rotating(world) as task:
        await a_minute(world)
        await task
    assert await refused(world, old) == f"KEY_FILE lacks key {key_id(new)}, which this database needs: put it back."
    (world.folder / "key").write_text(new)
    await world.restart()


async def test_a_bot_without_the_new_key_ends(world: World) -> None:
    await world.arrive()
    _, new = add_key(world)  # but nobody started the bot anew
    async with rotating(world):
        with pytest.raises(StartError, match=f"KEY_FILE lacks key {key_id(new)}"):
            await world.go(timedelta(minutes=1))


async def test_a_bot_that_slept_through_it_makes_the_old_key_needed_again(world: World) -> None:
    ana = await world.arrive()
    old, new = add_key(world)
    await world.restart()
    async with world.app.db.write() as tx:
        await tx.execute(delete(Heartbeat))
    async with rotating(world) as task:
        await task
    await world.say(ana, "/add Vitamin X")
    assert await names(world) == {key_id(old), key_id(new)}
    await world.go(timedelta(minutes=1))
    assert f"KEY_FILE lacks key {key_id(old)}" in await refused(world, new)
    async with rotating(world) as task:
        await a_minute(world)
        await task
    assert await names(world) == {key_id(new)}


async def test_what_changes_meanwhile_is_not_written_over(world: World) -> None:
    ana = await world.arrive()
    await world.say(ana, "/add Vitamin X")
    add_key(world)
    db = await keys.opened(world.database_url, "", world.folder / "key")
    keyring = db.keyring
    keyring.use(keyring.newest)
    answers = next(each for each in rotation.encrypted() if str(each) == "draft.answers")
    async with db.read() as tx:
        found = await rotation.stale(tx, answers, keyring)
    assert len(found) == 1
    await world.say(ana, "1 mg tablet every day at 8:00")
    before = await everything(world)
    renewed = [{"row": each.row, "was": each.text, "now": keyring.encrypt("{}")} for each in found]
    async with db.write() as tx:
        await rotation.swap(tx, answers, renewed)
    await db.close()
    assert (await everything(world))["draft"] == before["draft"]


async def test_a_value_that_no_key_opens_stops_it_with_its_row(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    add_key(world)
    await world.restart()
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE regimen SET label = substr(label, 1, 60)"))
    async with rotating(world) as task:
        with pytest.raises(StartError, match=r"regimen\.label, row 1: A value under key \w+ does not decrypt"):
            await task
