"""The demo: the real bot over HTTP against the pretend Telegram, with a chat page and a clock to jump with.

Everything is kept under data/demo/, so the demo can be stopped and started again at any point.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from pydantic import SecretStr

from journal import notices
from journal.clock import Clock, SystemClock
from journal.errors import StartError
from logs import configure
from settings import Settings, load_settings
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.http import HOST, create_app, make_server
from simulator.keeper import open_simulator
from simulator.sample import Sample

FOLDER = Path("data/demo")
PORT = 8765
MOMENT = timedelta(milliseconds=5)  # between two looks at what is not told
TOKEN = "42:practice"  # no secret: only the pretend Telegram knows it
PEOPLE = ((1001, "Ana", "en"), (1002, "Bo", "en"))


class RunningBot(Protocol):
    """What the demo needs of the composed bot."""

    db: Any
    inbox: Any
    courier: Any
    ticker: Any

    async def close(self) -> None:
        """Let go of everything."""
        ...


Compose = Callable[[Settings, Clock], Awaitable[Any]]
Serve = Callable[[Any, asyncio.Event], Awaitable[None]]


class Controls:
    """Moves the demo's time event by event, so that a jumped week is a week lived and not an outage."""

    def __init__(self, app: RunningBot, simulator: Simulator, clock: PretendClock) -> None:
        self._app, self._sim, self._clock = app, simulator, clock

    async def next_event(self) -> datetime | None:
        """The moment of the next notice, aware UTC."""
        async with self._app.db.read() as tx:
            return await notices.next_due(tx)

    async def advance(self, moment: datetime) -> None:
        """Live through everything that is due until `moment`, and then show it."""
        await self._settled()
        while (due := await self.next_event()) is not None and due <= moment:
            await self._to(due)
        await self._to(moment)

    async def sample(self) -> None:
        """Have the sample patient live twelve weeks, in a demo that nobody has written in yet."""
        ana, bo = (self._sim.join(*person) for person in PEOPLE)
        await Sample(self._sim, self, ana, bo).live()

    async def caught_up(self) -> None:
        """Return once the bot has fetched, applied and answered whatever people did."""
        while self._sim.pending():
            await self._clock.sleep_until(self._clock.now() + MOMENT)
        await self._app.inbox.settled()

    async def _to(self, moment: datetime) -> None:
        if moment > self._clock.now():
            await self._app.courier.lived(moment)
            self._clock.set(moment)
            self._sim.changed()  # the new time is kept over a restart
        await self._settled()

    async def _settled(self) -> None:
        self._app.ticker.wake()
        await self._app.ticker.settled()
        await self._app.inbox.settled()


def demo_settings(port: int, folder: Path) -> Settings:
    """The settings of this machine with everything that matters replaced: the demo never touches real data."""
    return load_settings(None).model_copy(
        update={
            "telegram_bot_token": SecretStr(TOKEN),
            "telegram_api_url": f"http://{HOST}:{port}",
            "poll_timeout": 10,
            "database_url": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}",
            "key_file": folder / "dosebook.key",
            "encryption_keys": SecretStr(""),
            "access": "open",
            "messages_per_second": 0.0,
            "heartbeat_url": "",  # a demo says nothing about the host that the watcher watches
        }
    )


def listen(port: int) -> socket.socket:
    """Take the port. Raises StartError with one sentence when somebody else has it."""
    try:
        return socket.create_server((HOST, port))
    except OSError:
        raise StartError(f"Port {port} is taken: stop what uses it, or set DEMO_PORT to another one.") from None


async def run(compose: Compose, serve: Serve) -> None:
    """Serve page and bot until SIGINT or SIGTERM."""
    port = int(os.environ.get("DEMO_PORT", PORT))
    folder = Path(os.environ.get("DEMO_FOLDER", FOLDER))
    settings = demo_settings(port, folder)
    listener = listen(port)
    configure("WARNING", settings.log_format)
    clock = PretendClock(SystemClock().now(), running=True)
    simulator = open_simulator(folder / "chats.json", clock, TOKEN)
    for person in PEOPLE:
        simulator.join(*person)
    app = await compose(settings, clock)
    server = make_server(create_app(simulator, Controls(app, simulator, clock)), port)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    print(f"Dosebook demo: open http://{HOST}:{port}/ in a browser. Ctrl+C stops it.", flush=True)
    web = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:
            await clock.sleep_until(clock.now() + MOMENT)
        await serve(app, stop)
    finally:
        server.should_exit = True
        await web
        await app.close()
