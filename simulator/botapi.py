"""The Bot API over HTTP: any Bot API client may talk to the simulator."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from simulator.bell import Bell
from simulator.core import Simulator
from simulator.faults import FAULTS, Answer
from simulator.methods.sending import find_file
from simulator.params import Params, Upload

_CARRIED = ("send", "edit")  # what a delay holds up
_LONGEST_POLL = 50  # seconds, whatever a client asks for


class BotApi:
    """Routes for `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, simulator: Simulator, bell: Bell) -> None:
        self._sim, self._bell = simulator, bell

    def routes(self) -> list[Route]:
        """What Starlette serves."""
        return [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{kind}/{file_id}/{name}", self.download),
        ]

    async def call(self, request: Request) -> Response:
        """One method, with its parameters in the query, a form, JSON or multipart."""
        token, method = request.path_params["token"], request.path_params["method"]
        values, uploads = await read_parameters(request)
        if method.lower() == "getupdates" and token == self._sim.token and not await self._poll(values):
            return await _respond(request, FAULTS["409"])
        if self._sim.delay and method.lower().startswith(_CARRIED):
            await asyncio.sleep(self._sim.delay)  # noqa: TID251 - a slow network takes real time
        return await _respond(request, self._sim.handle(token, method, values, uploads))

    async def download(self, request: Request) -> Response:
        """The bytes of a file that getFile named."""
        media = find_file(self._sim.world, request.path_params["file_id"])
        if media is None or request.path_params["token"] != self._sim.token:
            return await _respond(request, FAULTS["404"])
        return Response(media.data, media_type="application/octet-stream")

    async def _poll(self, values: Mapping[str, str]) -> bool:
        """Wait until there is something to answer; False when a newer poller took over."""
        mine = self._sim.begin_poll()
        self._bell.ring()
        params, loop = Params(values), asyncio.get_running_loop()
        end = loop.time() + min(params.number("timeout"), _LONGEST_POLL)
        if not self._sim.faults:
            self._sim.world.queue.confirm(params.number("offset"))
        while self._sim.polls == mine and not self._has_answer(params) and loop.time() < end:
            await self._bell.wait(self._bell.rings, end - loop.time())
        return self._sim.polls == mine

    def _has_answer(self, params: Params) -> bool:
        """Whether updates from the offset on wait, or a fault or refusal does."""
        offset = params.number("offset")
        troubled = any(fault.awaits("getUpdates") for fault in self._sim.faults)
        new = any(update["update_id"] >= offset for update in self._sim.pending())
        return troubled or new or self._sim.world.profile.webhook is not None


async def read_parameters(request: Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Strings as on the wire, and uploads, wherever the client put them; the body wins over the query."""
    values, uploads = dict(request.query_params), {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body = json.loads(await request.body() or b"{}")
        values |= {name: v if isinstance(v, str) else json.dumps(v) for name, v in body.items() if v is not None}
    elif kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        async with request.form(max_files=100, max_part_size=1 << 20) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    data = await value.read()
                    uploads[name] = Upload(value.filename or name, data, value.content_type or "")
                else:
                    values[name] = value
    return values, uploads


async def _respond(request: Request, answer: Answer) -> Response:
    """The answer, or what a lost connection looks like."""
    if answer.lost == "timeout":
        await request.receive()  # says nothing until the client has gone
    if answer.lost:
        return _Cut()
    kind = "application/json" if answer.body.startswith(b"{") else "text/html"
    return Response(answer.body, answer.status, media_type=kind)


class _Cut(Response):
    """Promises a body and sends none, so that the server closes the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head only."""
        head = {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]}
        await send(head)
