"""The demo's bot in a process of its own, moved through pretended time by the process that started it.

Its standard input holds one JSON object per line, each answered by one on its standard output:
`next` asks what is due next, `live` with a moment in `to` lives until then and says what is due next, `settle` waits
until everything that people did is answered, and `stop` ends it.
A closed input ends it at once: whoever held the leash is gone.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from journal import notices
from journal.clock import Clock
from logs import configure
from settings import Settings
from simulator.clock import PretendClock
from simulator.stage import demo_settings


class RunningBot(Protocol):
    """What the demo needs of the composed bot."""

    db: Any
    inbox: Any
    courier: Any
    ticker: Any
    poller: Any

    async def close(self) -> None:
        """Let go of everything."""
        ...


MOMENT = timedelta(milliseconds=50)  # between two looks at whether it has begun

Compose = Callable[[Settings, Clock], Awaitable[Any]]
Serve = Callable[[Any, asyncio.Event], Awaitable[None]]
Json = dict[str, Any]


class Leash:
    """Carries out what comes over the pipe."""

    def __init__(self, app: RunningBot, clock: PretendClock, stop: asyncio.Event) -> None:
        self._app, self._clock, self._stop = app, clock, stop

    async def follow(self, orders: asyncio.StreamReader) -> None:
        """Obey until told to stop; without a hand at the other end, leave as in a power cut."""
        while not self._stop.is_set():
            line = await orders.readline()
            if not line:
                os._exit(1)
            sys.stdout.write(json.dumps(await self._obey(json.loads(line))) + "\n")
            sys.stdout.flush()

    async def _obey(self, order: Json) -> Json:
        if order["do"] == "stop":
            self._stop.set()
            return {}
        if order["do"] == "settle":
            await self._app.inbox.settled()
            return {}
        if order["do"] == "live":
            await self._live(datetime.fromisoformat(order["to"]))
        async with self._app.db.read() as tx:
            due = await notices.next_due(tx)
        return {"next": due.isoformat() if due else None}

    async def _live(self, moment: datetime) -> None:
        """Show `moment`, as time that was lived and not slept through, and do what is due by then."""
        if moment > self._clock.now():
            await self._app.courier.lived(moment)
            self._clock.set(moment)
        if self._app.poller.tried_at is None:  # Telegram has not been there yet, so nothing is under way
            await self._clock.sleep_until(self._clock.now() + MOMENT)
            return
        self._app.ticker.wake()
        await self._app.ticker.settled()
        await self._app.inbox.settled()


async def run(compose: Compose, serve: Serve) -> None:
    """Be the bot until the leash says stop. The first line of the input is the present moment."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both processes; the other one says stop
    settings = demo_settings()
    configure("WARNING", settings.log_format)
    orders = await _input()
    clock = PretendClock(datetime.fromisoformat((await orders.readline()).decode().strip()), running=True)
    app = await compose(settings, clock)
    stop = asyncio.Event()
    following = asyncio.create_task(Leash(app, clock, stop).follow(orders))
    try:
        await serve(app, stop)
    finally:
        following.cancel()
        await app.close()


async def _input() -> asyncio.StreamReader:
    """Standard input as a stream."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader
