"""The simulator over HTTP in the test's loop, and the bot as a process that can be killed at any moment."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from journal.clock import SystemClock
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.http import HOST, create_app, make_server
from tests.world import TOKEN

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds


class Stage:
    """One Telegram over HTTP, one bot process, one clock for both."""

    def __init__(self, folder: Path, port: int, simulator: Simulator, clock: PretendClock) -> None:
        self.folder, self.port, self.sim, self.clock = folder, port, simulator, clock
        self.system = SystemClock()
        self.bot: subprocess.Popen[bytes] | None = None
        self.kills = 0
        self._write_ahead()

    def start(self) -> None:
        """Start the bot; nothing but TELEGRAM_API_URL tells it from one on Telegram."""
        env = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": f"http://{HOST}:{self.port}",
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder / 'dosebook.db'}",
            "KEY_FILE": str(self.folder / "key"),
            "ACCESS": "open",
            "POLL_TIMEOUT": "5",
            "MESSAGES_PER_SECOND": "0",
        }
        log = (self.folder / "bot.log").open("ab")
        command = [sys.executable, "-m", "tests.processes.child", str(self.folder)]
        self.bot = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        log.close()

    def kill(self) -> None:
        """SIGKILL, as a power cut."""
        assert self.bot
        self.bot.send_signal(signal.SIGKILL)
        self.bot.wait()
        self.kills += 1

    def go(self, by: timedelta) -> None:
        """Move both clocks."""
        self.clock.set(self.clock.now() + by)
        self._write_ahead()

    def _write_ahead(self) -> None:
        fresh = self.folder / "ahead.new"
        fresh.write_text(str((self.clock.now() - self.system.now()).total_seconds()))
        fresh.replace(self.folder / "ahead")

    async def pause(self, seconds: float) -> None:
        """Let the others run for a while."""
        await self.system.sleep_until(self.system.now() + timedelta(seconds=seconds))

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something shows."""
        end = self.system.now() + timedelta(seconds=PATIENCE)
        while not true():
            assert self.system.now() < end, f"{what} did not happen; {(self.folder / 'bot.log').read_text()[-2000:]}"
            await self.pause(0.02)


@asynccontextmanager
async def stage(folder: Path, start: datetime, port: int) -> AsyncIterator[Stage]:
    """Serve the simulator on `port` while the block runs; the bot is the block's to start."""
    clock = PretendClock(start, running=True)
    simulator = Simulator(clock, TOKEN)
    server = make_server(create_app(simulator), port)
    serving = asyncio.create_task(server.serve())
    set_up = Stage(folder, port, simulator, clock)
    await set_up.until(lambda: server.started, "the simulator's start")
    try:
        yield set_up
    finally:
        if set_up.bot:
            set_up.bot.kill()
            set_up.bot.wait()
        server.should_exit = True
        await serving
