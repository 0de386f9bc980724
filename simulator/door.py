"""The door for python-telegram-bot: a Bot talks to the simulator without sockets and without waiting."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from simulator.core import Simulator
from simulator.faults import FAULTS, Answer
from simulator.files import Media
from simulator.methods.sending import find_file
from simulator.params import Upload

_METHOD = re.compile(r"(?<!/file)/bot([^/]+)/(\w+)$")
_FILE = re.compile(r"/file/bot[^/]+/\w+/(\w+)/")


class InProcessRequest(BaseRequest):
    """Give one to `Bot(request=…, get_updates_request=…)`; getUpdates answers at once with what waits."""

    def __init__(self, simulator: Simulator) -> None:
        """A door to `simulator`; any number may be open."""
        self._sim = simulator

    @property
    def read_timeout(self) -> float | None:
        """Nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """Status and body; a lost connection is TimedOut or NetworkError, as PTB's own request gives them."""
        await asyncio.sleep(0)  # noqa: TID251 - as a network would, let the others run
        if found := _METHOD.search(url):
            values = request_data.json_parameters if request_data else {}
            return _received(self._sim.handle(found[1], found[2], values, _uploads(request_data)))
        media = self._file(url)
        return (200, media.data) if media else (404, FAULTS["404"].body)

    def _file(self, url: str) -> Media | None:
        """The file behind a download address."""
        found = _FILE.search(url)
        return find_file(self._sim.world, found[1]) if found else None


def _received(answer: Answer) -> tuple[int, bytes]:
    """What PTB's HTTPX request returns or raises for this answer."""
    if answer.lost == "timeout":
        raise TimedOut
    if answer.lost == "reset":
        raise NetworkError("httpx.ReadError: ")
    return answer.status, answer.body


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    """The files of a request, by form field."""
    files = request_data.multipart_data if request_data else {}
    return {name: Upload(filename, _content(data), mime) for name, (filename, data, mime) in files.items()}


def _content(data: Any) -> bytes:
    """Bytes, also of an open file."""
    return bytes(data) if isinstance(data, bytes) else bytes(data.read())
