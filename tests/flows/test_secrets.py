"""Words of people and the token: not in the logs of a bad day, nor in a database that is copied without its key."""

from __future__ import annotations

import io
import logging

import pytest
from telegram.error import TelegramError

from handlers import registry
from handlers.context import Act
from handlers.registry import Command
from handlers.reply import Reply
from journal.backup import backup
from logs import configure
from tests.flows.wordy import TYPED, live
from tests.world import TOKEN, World, at

WORDS = "my feet tingle at night"


async def broken(act: Act) -> Reply:
    raise RuntimeError(f"cannot handle {act.text}")


@pytest.mark.parametrize("log_format", ["console", "json"])
async def test_logs_hold_neither_words_nor_token(world: World, log_format: str) -> None:
    out = io.StringIO()
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    configure("DEBUG", log_format, out)
    registry.BY_NAME["broken"] = Command("broken", broken)
    try:
        await a_bad_day(world)
    finally:
        del registry.BY_NAME["broken"]
        root.handlers[:] = before
        root.setLevel(level)
    assert "update failed" in out.getvalue()
    for secret in (TOKEN, TOKEN.split(":")[1], WORDS, "tingle at night", "Vitamin X"):
        assert secret not in out.getvalue()


async def a_bad_day(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.say(ana, f"/broken {WORDS}")
    await world.say(ana, f"/add {WORDS}")
    for kind in ("401", "404", "409", "500", "timeout", "reset", "malformed"):
        world.sim.fault("getUpdates", kind)
        with pytest.raises(TelegramError):
            await world.app.poller.once()
        world.sim.fault("sendMessage", kind)
        await world.say(ana, WORDS)
    world.sim.fault("sendMessage", "blocked")
    await world.go(at("2026-03-03 08:30"))


@pytest.mark.slow
async def test_files_hold_none_of_the_words_that_were_typed(world: World) -> None:
    ana, bo = await live(world)
    for page in ("/regimens", "/history", "/today", "/stock", "/caregivers"):
        await world.say(ana, page)
    shown = " ".join(text for message in (*ana.chat, *bo.chat) for text in (message.body, *message.labels))
    assert [word for word in TYPED if word not in shown] == []
    backup(world.database_url, world.folder / "copy.db")
    files = [world.folder / name for name in ("dosebook.db", "dosebook.db-wal", "copy.db")]
    for file in files:
        held = file.read_bytes().lower()
        assert len(held) > 0
        assert [word for word in TYPED if word.lower().encode() in held] == [], file.name
