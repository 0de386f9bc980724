"""The demo's bot as seen from outside: a process to start, to kill, and to lead through pretended time."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_BOT = Path(__file__).parents[1] / "bot.py"
_PATIENCE = 15.0  # real seconds that a bot may take to stop


class BotProcess:
    """At most one process at a time; `changed` is called when it starts and when it ends, however that comes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._spawning, self._asking = asyncio.Lock(), asyncio.Lock()
        self._watching: asyncio.Task[None] | None = None
        self.ready = False  # whether it answers; it takes a moment to start

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    async def start(self, now: datetime) -> None:
        """Start it, unless it runs; its clock goes on from `now` (aware). Returns once it answers or has ended."""
        pipe = asyncio.subprocess.PIPE
        async with self._spawning:
            if self._process is not None:
                return
            process = await asyncio.create_subprocess_exec(sys.executable, _BOT, "demo-bot", stdin=pipe, stdout=pipe)
            self._process = process
        self._watching = asyncio.create_task(self._watch(process))
        _write(process, now.isoformat())
        self._changed()
        self.ready = "next" in await self._ask({"do": "next"})
        self._changed()

    async def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None and self._watching is not None:
            self._process.kill()
            await self._watching

    async def stop(self) -> None:
        """Let it finish what is in hand; one that does not is killed."""
        process, watching = self._process, self._watching
        if process is None or watching is None:
            return
        _write(process, json.dumps({"do": "stop"}))
        try:
            async with asyncio.timeout(_PATIENCE):
                await asyncio.shield(watching)
        except TimeoutError:
            await self.kill()

    async def next_due(self) -> datetime | None:
        """The moment of the next notice, aware UTC; None when there is none, or nobody to ask yet."""
        return _moment(await self._ask({"do": "next"})) if self.ready else None

    async def live(self, moment: datetime) -> datetime | None:
        """Live until `moment` and do what is due; what is due then. It does nothing while no bot runs."""
        return _moment(await self._ask({"do": "live", "to": moment.isoformat()}))

    async def settle(self) -> None:
        """Return once it has answered whatever people did; at once when no bot runs."""
        await self._ask({"do": "settle"})

    async def _ask(self, order: Json) -> Json:
        async with self._asking:
            process = self._process
            if process is None or process.stdout is None:
                return {}
            _write(process, json.dumps(order))
            line = await process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else {}  # a bot that was killed says no more

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        self._process, self.ready = None, False
        self._changed()


def _moment(answer: Json) -> datetime | None:
    """When something is due next."""
    return datetime.fromisoformat(answer["next"]) if answer.get("next") else None


def _write(process: asyncio.subprocess.Process, line: str) -> None:
    """One line into its input; the pipe is large enough for one at a time."""
    if process.stdin is not None and not process.stdin.is_closing():
        process.stdin.write(line.encode() + b"\n")
