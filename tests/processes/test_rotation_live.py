"""A new key beside a bot in a process of its own, while a person writes."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal import keys, rotation
from journal.encryption import key_id
from simulator.people import Human
from tests.browser.phone import free_port
from tests.processes.stage import Stage, stage
from tests.world import at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


async def chat(theatre: Stage, ana: Human, text: str) -> None:
    """She writes, and is answered."""
    before = len(ana.chat)
    ana.say(text)
    await theatre.until(lambda: any(message.from_bot for message in ana.chat[before + 1 :]), text)


def under(folder: Path, key: str) -> tuple[int, int]:
    """How many updates are under a key, and how many under another."""
    with closing(sqlite3.connect(folder / "dosebook.db")) as db:
        held = db.execute("SELECT substr(payload, 1, 8) FROM inboxupdate").fetchall()
    return sum(name == key_id(key) for (name,) in held), sum(name != key_id(key) for (name,) in held)


async def rotate(theatre: Stage) -> int:
    """`rotate-keys`, by the clock of the stage."""
    url = f"sqlite+aiosqlite:///{theatre.folder / 'dosebook.db'}"
    db = await keys.opened(url, "", theatre.folder / "key")
    try:
        return await rotation.rotate(db, theatre.clock, lambda name, count: None)
    finally:
        await db.close()


async def test_the_bot_goes_on_answering(tmp_path: Path) -> None:
    async with stage(tmp_path, at("2026-03-02 09:00"), free_port()) as theatre:
        ana = theatre.sim.join(1001, "Ana", "en")
        theatre.start()
        await chat(theatre, ana, "/start")
        theatre.kill()
        keys.add_key(tmp_path / "key")
        new, _old = (tmp_path / "key").read_text().split()
        theatre.start()
        await chat(theatre, ana, "/help")
        task = asyncio.create_task(rotate(theatre))
        for _ in range(10):
            await chat(theatre, ana, "/urgent")
        assert not task.done()
        assert under(tmp_path, new)[1] > 0
        theatre.go(timedelta(minutes=1))
        assert await task > 0
        assert under(tmp_path, new)[1] == 0
        await chat(theatre, ana, "/help")
        theatre.kill()
        (tmp_path / "key").write_text(new)
        theatre.start()
        await chat(theatre, ana, "/help")
        theatre.kill()
    assert under(tmp_path, new)[1] == 0


async def test_a_bot_that_was_not_started_anew_ends_and_says_why(tmp_path: Path) -> None:
    async with stage(tmp_path, at("2026-03-02 09:00"), free_port()) as theatre:
        ana = theatre.sim.join(1001, "Ana", "en")
        theatre.start()
        await chat(theatre, ana, "/start")
        keys.add_key(tmp_path / "key")
        task = asyncio.create_task(rotate(theatre))
        bot = theatre.bot
        assert bot
        new = (tmp_path / "key").read_text().split()[0]
        await theatre.until(lambda: under(tmp_path, new)[1] == 0, "the first pass")
        theatre.go(timedelta(minutes=1))
        await theatre.until(lambda: bot.poll() is not None, "the end of the bot")
        await task
        assert f"KEY_FILE lacks key {key_id(new)}" in (tmp_path / "bot.log").read_text()
        theatre.start()
        await chat(theatre, ana, "/help")
        theatre.kill()
