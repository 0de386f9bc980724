"""A token, other secrets and people's words down every path of errors: not in logs, pages, titles or the database."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from journal.clock import SystemClock
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.http import create_app, make_server
from simulator.people import Human
from tests.browser.phone import free_port
from tests.processes.canary import PASSWORD, SECRETS, TOKEN, WEBHOOK, WORDS, Process, bot, environment, found
from tests.processes.stage import ROOT
from tests.world import START

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

ZANZIBAR, MARMALADE, QUILL = WORDS


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[Simulator, int]]:
    """A simulator over HTTP that knows the canary's token."""
    simulator, port = Simulator(PretendClock(START, running=True), TOKEN), free_port()
    server = make_server(create_app(simulator), port)
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started, "the simulator's start")
    try:
        yield simulator, port
    finally:
        server.should_exit = True
        await serving


async def until(true: Callable[[], bool], what: str) -> None:
    clock = SystemClock()
    end = clock.now() + timedelta(minutes=1)
    while not true():
        assert clock.now() < end, f"{what} did not happen"
        await clock.sleep_until(clock.now() + timedelta(milliseconds=25))


async def says(ana: Human, text: str, act: Callable[[], object]) -> None:
    """Do something, and wait for a message of the bot with `text` that was not there before."""
    before = len(ana.chat)
    act()
    await until(lambda: any(text in each.body and each.from_bot for each in ana.chat[before:]), text)


async def offered(ana: Human, label: str) -> None:
    """Wait for a button."""
    await until(lambda: any(label in each.labels for each in ana.chat), label)


async def arrive(simulator: Simulator) -> Human:
    ana = simulator.join(1001, f"Ana {QUILL}", "en")
    await says(ana, "Hello, I am Dosebook", lambda: ana.say("/start"))
    for label in ("I agree", "London", "20:00", "Sunday"):
        await offered(ana, label)
        ana.tap(label)
    await until(lambda: any("Where things stand" in each.body for each in ana.chat), "the last answer")
    await says(ana, ZANZIBAR, lambda: ana.say(f"/add {ZANZIBAR} 1 mg tablet every day at 8:00"))
    ana.tap("Save")
    return ana


async def telegram_fails(simulator: Simulator, ana: Human, process: Process) -> None:
    for kind in ("401", "409", "404", "500", "reset", "malformed"):
        simulator.fault("getUpdates", kind)
        await until(lambda: not any(fault.times for fault in simulator.faults), kind)
    for kind in (
        "500",
        "timeout",
        "reset",
        "malformed",
    ):  # after the others it waits for a minute: tests/flows/test_secrets.py
        simulator.fault("sendMessage", kind)
        ana.say(f"{MARMALADE} {kind}")
        await until(lambda: not any(fault.times for fault in simulator.faults), kind)
    assert "polling is refused: InvalidToken" in process.said
    assert "polling is refused: Conflict" in process.said
    assert "polling failed: NetworkError" in process.said


async def the_database_fails(ana: Human, process: Process) -> None:
    process.sql("ALTER TABLE draft RENAME TO elsewhere")
    ana.say(f"/add {MARMALADE} {ZANZIBAR}")
    await until(lambda: "OperationalError" in process.said, "an error of the database")
    process.sql("ALTER TABLE elsewhere RENAME TO draft")
    process.sql(f"UPDATE regimen SET label = '{ZANZIBAR}', dose_text = '{MARMALADE}'")
    await says(ana, "Something went wrong", lambda: ana.say("/regimens"))
    process.sql("DELETE FROM regimen")


@pytest.mark.parametrize("log_format", ["console", "json"])
async def test_a_bad_day_gives_nothing_away(tmp_path: Path, log_format: str) -> None:
    async with telegram() as (simulator, port):
        simulator.fault("getMe", "401")
        with bot(tmp_path, port, LOG_FORMAT=log_format) as process:
            ana = await arrive(simulator)
            await telegram_fails(simulator, ana, process)
            await the_database_fails(ana, process)
            paths = ("/healthz", "/readyz", "/metrics", "/nowhere")
            pages = [await asyncio.to_thread(process.ask, path) for path in paths]
            shown = "\n".join(f"{page.headers} {page.text}" for page in pages)
            assert "dosebook_updates_total" in shown
            assert found(shown) == []
            assert found(process.title()) == []
            assert [word for word in SECRETS if word.encode() in process.stored()] == []
            assert await asyncio.to_thread(process.stop) == 0
    assert "Telegram is not there yet" in process.said
    assert found(process.said) == []


async def test_the_webhook_gives_nothing_away(tmp_path: Path) -> None:
    text = {"message_id": 5, "chat": {"id": 1001, "type": "private"}, "date": MARMALADE, "text": ZANZIBAR}
    bodies = [b"{" + MARMALADE.encode(), b"[]", json.dumps({"update_id": 7, "message": text}).encode()]
    url = f"https://{QUILL}.example/webhook"
    async with telegram() as (_, port):
        with bot(tmp_path, port, WEBHOOK_URL=url, WEBHOOK_SECRET=WEBHOOK) as process:
            await until(lambda: "running as" in process.said, "the start")
            answers = [await asyncio.to_thread(process.tell, WEBHOOK[:-1], bodies[-1])]
            answers += [await asyncio.to_thread(process.tell, WEBHOOK, body) for body in bodies]
            assert [answer.status_code for answer in answers] == [403, 400, 400, 200]
            await until(lambda: "update failed" in process.said, "an update that breaks")
            assert found("".join(f"{answer.headers} {answer.text}" for answer in answers)) == []
            assert await asyncio.to_thread(process.stop) == 0
    assert found(process.said) == []


WRONG = {
    "a token": {"TELEGRAM_BOT_TOKEN": TOKEN + " and more"},
    "a secret": {"WEBHOOK_SECRET": WEBHOOK + "!"},
    "a key": {"ENCRYPTION_KEYS": PASSWORD},
    "a kind of database": {"DATABASE_URL": f"mysql://bo:{PASSWORD}@127.0.0.1/db"},
    "an address": {"HEARTBEAT_URL": f"ftp://{PASSWORD}"},
    "ids": {"OPERATOR_IDS": PASSWORD},
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(tmp_path: Path, what: str) -> None:
    run = start(tmp_path, WRONG[what])
    assert run.returncode == 2
    assert next(iter(WRONG[what])) in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr
    assert found(run.stdout + run.stderr) == []


@pytest.mark.parametrize("place", ["127.0.0.1:9", "nowhere.invalid"])
def test_a_database_that_does_not_answer_is_not_described(tmp_path: Path, place: str) -> None:
    run = start(tmp_path, {"DATABASE_URL": f"postgresql+asyncpg://bo:{PASSWORD}@{place}/db"})
    assert run.returncode != 0
    assert run.stderr
    assert found(run.stdout + run.stderr) == []


def start(folder: Path, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A start that fails."""
    env = environment(folder, **settings)
    command = [sys.executable, "bot.py"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=60)
