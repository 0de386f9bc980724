"""Words of people and the token: not in the logs of a bad day, nor in a database that is copied without its key."""

from __future__ import annotations

import io
import logging
import re
from itertools import product

import pytest
from telegram.error import TelegramError

from handlers import registry
from handlers.context import Act
from handlers.registry import Command
from handlers.reply import Reply
from journal.backup import backup
from logs import configure
from tests.flows.questions import QUESTIONS
from tests.flows.talk import do
from tests.flows.wordy import TYPED, live, looked_at
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
    shown = await looked_at(world, ana, bo)
    assert [word for word in TYPED if word not in shown] == []
    token = re.findall(r"start=(\S+?)[\"\s<]", " ".join(message.text for message in ana.chat))
    assert token
    assert copied(world, [*TYPED, *token]) == []


@pytest.mark.slow
@pytest.mark.timeout(120)
async def test_files_hold_no_answer_to_any_question(world: World) -> None:
    """Whether it is understood or not, and also what is written where words are not asked for."""
    words = [f"zq{letters}quince" for letters in map("".join, product("abcdefgh", repeat=2))][: len(QUESTIONS)]
    for place, (question, word) in enumerate(zip(QUESTIONS, words, strict=True)):
        name, ident = f"Ana {word}a", 2001 + place
        person = await world.arrive(name, ident) if question.arrived else world.sim.join(ident, name, "en")
        await do(world, person, *question.steps, f"{word}b")
        person.send_photo(caption=f"{word}c")
        person.send_document(b"x", f"{word}d.pdf")
        person.forward(f"{word}e")
        await world.settle()
        person.edit(person.say(f"/log {word}f").id, f"{word}g")
    await world.app.poller.once()  # stored, and applied by nobody yet
    assert copied(world, words) == []


def copied(world: World, words: list[str]) -> list[str]:
    """Which of these words, or the key, are in the files of the database or in a backup."""
    backup(world.database_url, world.folder / "copy.db")
    files = [world.folder / name for name in ("dosebook.db", "dosebook.db-wal", "copy.db")]
    held = [file.read_bytes().lower() for file in files]
    assert all(held)
    secrets = [*words, (world.folder / "key").read_text().strip()]
    return [word for word in secrets if any(word.lower().encode() in each for each in held)]
