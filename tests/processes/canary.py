"""`python bot.py` as a process whose every secret is a canary, and all that came out of it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from simulator.http import HOST
from tests.browser.phone import free_port
from tests.processes.stage import ROOT

# In parts: a token that stands in a file would be found by the scan for secrets.
TOKEN = "987654321" + ":" + "CanaryOfTheToken" * 3
WEBHOOK = "canary-of-the-webhook"
HEARTBEAT = "canary-of-the-heartbeat"
PASSWORD = "canary-of-the-database"
WORDS = ("Zanzibarine", "marmalade", "Quillfeather")
SECRETS = (TOKEN, TOKEN.partition(":")[2], WEBHOOK, HEARTBEAT, PASSWORD)


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """What a bot of its own in `folder` is told."""
    return {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}",
        "KEY_FILE": str(folder / "key"),
        "ACCESS": "open",
        "POLL_TIMEOUT": "1",
        "HTTP_TIMEOUT": "1",
        "HEARTBEAT_URL": f"http://{HOST}:9/{HEARTBEAT}",
        "LOG_LEVEL": "DEBUG",
        **changes,
    }


class Process:
    """The bot, listening on `port`; `said` is what it has written to either stream."""

    def __init__(self, folder: Path, simulator: int, **changes: str) -> None:
        self.folder, self.port = folder, free_port()
        env = environment(folder, TELEGRAM_API_URL=f"http://{HOST}:{simulator}", HTTP_PORT=str(self.port), **changes)
        with (folder / "out.log").open("wb") as out:
            command = [sys.executable, "bot.py"]
            self._bot = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)

    @property
    def said(self) -> str:
        return (self.folder / "out.log").read_text()

    def title(self) -> str:
        """What others on the machine see of the process."""
        process = Path("/proc") / str(self._bot.pid)
        names = [process / "cmdline", *process.glob("task/*/comm")]
        return "\n".join(name.read_text() for name in names)

    def ask(self, path: str, **how: object) -> httpx.Response:
        """What the port answers to a GET."""
        return httpx.get(f"http://{HOST}:{self.port}{path}", timeout=10)

    def tell(self, secret: str, body: bytes) -> httpx.Response:
        """What it answers to an update."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        return httpx.post(f"http://{HOST}:{self.port}/webhook", content=body, headers=headers, timeout=10)

    def stored(self) -> bytes:
        """Every byte of the database's files."""
        return b"".join(file.read_bytes() for file in self.folder.glob("dosebook.db*"))

    def sql(self, statement: str) -> None:
        """Change the database behind the bot's back."""
        with sqlite3.connect(self.folder / "dosebook.db", timeout=30) as db:
            db.execute(statement)
        db.close()

    def stop(self) -> int:
        """SIGTERM, as a supervisor stops it; returns the exit code."""
        self._bot.send_signal(signal.SIGTERM)
        return self._bot.wait(30)


@contextmanager
def bot(folder: Path, simulator: int, **changes: str) -> Iterator[Process]:
    """A bot that is gone when the block ends."""
    process = Process(folder, simulator, **changes)
    try:
        yield process
    finally:
        process._bot.kill()
        process._bot.wait()


def found(text: str) -> list[str]:
    """The canaries in `text`."""
    return [canary for canary in (*SECRETS, *WORDS) if canary.lower() in text.lower()]
