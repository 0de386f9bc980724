"""The page's own small API: what people do, the stream of what they see, and the clock."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simulator.bell import Bell
from simulator.core import Simulator
from simulator.faults import ALWAYS
from simulator.methods.sending import find_file
from simulator.pageview import page_view
from simulator.people import Human

_HEARTBEAT, _BUSY_BEAT = 10.0, 0.2  # real seconds between signs of life, and while the clock moves
DELAY = 4.0  # real seconds that a delayed message is on its way; less than the bot's patience with Telegram
_STEPS = {"now": timedelta(0), "day": timedelta(days=1), "week": timedelta(days=7)}
_ACTIONS: dict[str, Callable[[Human, dict[str, Any]], object]] = {
    "say": lambda human, body: human.say(body["text"]),
    "tap": lambda human, body: human.tap_data(body["message"], body["data"]),
    "location": lambda human, body: human.share_location(body["latitude"], body["longitude"]),
    "edit": lambda human, body: human.edit(body["message"], body["text"]),
    "open": lambda human, body: human.open(body["link"]),
    "block": lambda human, body: human.block(),
    "unblock": lambda human, body: human.unblock(),
}


class Controls(Protocol):
    """What moves the demo's time; given by whoever composes the bot."""

    async def next_event(self) -> datetime | None:
        """The next moment at which something is due, aware UTC."""
        ...

    async def advance(self, moment: datetime) -> None:
        """Live through everything that is due until `moment`, and then show it."""
        ...

    async def sample(self) -> None:
        """Live twelve weeks as the sample patient."""
        ...

    @property
    def running(self) -> bool:
        """Whether the bot runs."""
        ...

    @property
    def ready(self) -> bool:
        """Whether the bot has started and answers."""
        ...

    async def run_bot(self, run: bool) -> None:
        """Start the bot, or kill it as a power cut would."""
        ...


class PageApi:
    """Routes under /api and /files."""

    def __init__(self, simulator: Simulator, bell: Bell, controls: Controls | None) -> None:
        self._sim, self._bell, self._controls = simulator, bell, controls
        self._advancing: asyncio.Task[None] | None = None
        self._sampling = False

    def routes(self) -> list[Route]:
        """What Starlette serves."""
        return [
            Route("/api/stream", self.stream),
            Route("/api/people/{id:int}/{action}", self.act, methods=["POST"]),
            Route("/api/clock", self.move, methods=["POST"]),
            Route("/api/faults", self.trouble, methods=["POST"]),
            Route("/files/{file_id}", self.file),
        ]

    async def stream(self, request: Request) -> Response:
        """Server-sent events: each holds what changed; a reconnecting page goes on where it stopped."""
        since = int(request.headers.get("last-event-id") or 0)
        since = since if since <= self._sim.world.revision else 0
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._events(since), media_type="text/event-stream", headers=headers)

    async def act(self, request: Request) -> Response:
        """What a person does; 400 with words when they cannot."""
        action = _ACTIONS.get(request.path_params["action"])
        if action is None or request.path_params["id"] not in self._sim.world.users:
            raise HTTPException(404)
        body = await _json(request)
        try:
            action(Human(self._sim, request.path_params["id"]), body)
        except (AssertionError, KeyError, TypeError) as error:
            raise HTTPException(400, str(error)) from error
        return JSONResponse({"ok": True})

    async def move(self, request: Request) -> Response:
        """Advance the clock: `to` is now, next, day, week, sample or an ISO moment. One move at a time."""
        if self._controls is None or self._busy:
            raise HTTPException(409, "the clock cannot be moved now")
        to = str((await _json(request)).get("to"))
        if to == "sample" and not self._fresh:
            raise HTTPException(409, "somebody has written already; the sample patient needs an empty demo")
        move = self._controls.sample() if to == "sample" else self._controls.advance(await self._target(to))
        self._sampling = to == "sample"
        self._advancing = asyncio.create_task(self._live(move))
        self._bell.ring()
        return JSONResponse({"ok": True})

    async def trouble(self, request: Request) -> Response:
        """Switch faults on or off: `down` (Telegram is away), `delayed` (messages are slow), `killed` (the bot)."""
        if self._sampling and self._busy:
            raise HTTPException(409, "the sample patient is being loaded; wait for it")
        wanted = await _json(request)
        if "down" in wanted:
            self._sim.heal()
            if wanted["down"]:
                self._sim.fault("*", "reset", times=ALWAYS)
        if "delayed" in wanted:
            self._sim.slow_down(DELAY if wanted["delayed"] else 0.0)
        if "killed" in wanted and self._controls is not None:
            await self._controls.run_bot(not wanted["killed"])
        return JSONResponse({"ok": True})

    async def file(self, request: Request) -> Response:
        """A picture to show, or a document to download."""
        media = find_file(self._sim.world, request.path_params["file_id"])
        if media is None:
            raise HTTPException(404)
        if media.kind == "photo":
            return Response(media.data, media_type=media.mime)
        headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
        return Response(media.data, media_type="application/octet-stream", headers=headers)

    @property
    def _busy(self) -> bool:
        """Whether the clock is moving."""
        return self._advancing is not None and not self._advancing.done()

    @property
    def _fresh(self) -> bool:
        """Whether nobody has written yet, and nothing is in trouble."""
        well = not self._sim.faults and not self._sim.delay and (self._controls is None or self._controls.running)
        return well and not any(chat.opened for chat in self._sim.world.chats.values())

    async def _live(self, move: Awaitable[None]) -> None:
        """Move, and tell the pages when it is done."""
        try:
            await move
        finally:
            asyncio.get_running_loop().call_soon(self._bell.ring)

    async def _target(self, to: str) -> datetime:
        """The moment that the page asks for; 400 for one that has passed or is none."""
        now = self._sim.clock.now()
        if to in _STEPS:
            return now + _STEPS[to]
        moment = await self._next() if to == "next" else _moment(to)
        if moment is None or moment < now:
            raise HTTPException(400, "there is no such moment ahead")
        return moment

    async def _next(self) -> datetime | None:
        """When something is due next, not before now."""
        moment = await self._controls.next_event() if self._controls else None
        return max(moment, self._sim.clock.now()) if moment else None

    async def _events(self, since: int) -> AsyncIterator[str]:
        """Snapshots of what changed, as they happen."""
        while True:
            heard, busy = self._bell.rings, self._busy
            coming = None if busy else await self._next()
            view = page_view(self._sim, since)
            clock = {"movable": self._controls is not None, "busy": busy, "fresh": self._fresh}
            view["clock"] = {**clock, "next": coming.isoformat() if coming else None}
            if self._controls is not None:
                view["faults"]["killed"] = not self._controls.running
                view["clock"]["ready"] = self._controls.ready
            view["faults"]["fixed"] = self._sampling and busy
            since = view["revision"]
            yield f"id: {since}\ndata: {json.dumps(view, ensure_ascii=False)}\n\n"
            if busy:  # much happens then, and is told together
                await Bell().wait(0, _BUSY_BEAT)
            else:
                await self._bell.wait(heard, _HEARTBEAT)


async def _json(request: Request) -> dict[str, Any]:
    """The body, which must be a JSON object sent as such (a foreign web page cannot send that)."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "send application/json")
    body = json.loads(await request.body() or b"{}")
    if not isinstance(body, dict):
        raise HTTPException(400, "send a JSON object")
    return body


def _moment(text: str) -> datetime | None:
    """An aware ISO moment, or None."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
