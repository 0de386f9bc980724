"""What came out of a bad day's logs: ids and error names, neither the token nor anything that a person wrote."""

from __future__ import annotations

import io
import logging

import pytest
from telegram.error import TelegramError

from handlers import registry
from handlers.context import Act
from handlers.registry import Command
from handlers.reply import Reply
from logs import configure
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
