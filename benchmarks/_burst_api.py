"""A Bot API server for a burst: notes when each message arrives, and has people tap `Taken` soon after theirs.

`GET /report` says what it has seen; times are in seconds of its own, from its start.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any
from urllib.parse import parse_qs

from benchmarks._fake_api import MESSAGE, RESULTS, Api

TAP_AFTER = 1.0  # seconds from a reminder to the tap
HOLD = 5.0  # seconds that a request for updates is held


class Seen:
    """What has arrived. Every `every`th chat taps its first message."""

    def __init__(self, every: int, data: str) -> None:
        self.every, self.data = every, data
        self.sent: list[tuple[float, int]] = []
        self.tapped: dict[int, float] = {}
        self.toasts: dict[int, float] = {}
        self.shown: dict[int, float] = {}
        self.updates: list[dict[str, Any]] = []
        self.poll: Server | None = None

    def message(self, chat: int) -> None:
        """A message has come to this chat."""
        self.sent.append((time.perf_counter(), chat))
        if self.every and chat % self.every == 0 and chat not in self.tapped:
            asyncio.get_running_loop().call_later(TAP_AFTER, self.tap, chat)

    def tap(self, chat: int) -> None:
        """The person of this chat presses `Taken`."""
        self.tapped[chat] = time.perf_counter()
        human = {"id": chat, "is_bot": False, "first_name": "Ana"}
        message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "Dose due"}
        query = {"id": str(chat), "from": human, "chat_instance": "1", "message": message}
        self.updates.append({"update_id": chat, "callback_query": query | {"data": self.data.format(chat)}})
        self.hand_over()

    def hand_over(self) -> None:
        """Answer the request for updates that is held, if there are any."""
        poll, updates = self.poll, self.updates[:100]
        if poll is not None and updates:
            self.poll, self.updates = None, self.updates[100:]
            poll.say(json.dumps(updates).encode())

    def report(self) -> bytes:
        """Everything, as JSON."""
        return json.dumps([self.sent, self.tapped, self.toasts, self.shown]).encode()


class Server(Api):
    """One connection."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen

    def answer(self, method: bytes, body: bytes) -> None:
        """Do what a Bot API method asks."""
        if method == b"getupdates":
            self.seen.poll = self
            asyncio.get_running_loop().call_later(HOLD, self.let_go)
            return self.seen.hand_over()
        given = {name: values[0] for name, values in parse_qs(body.decode(errors="replace")).items()}
        if method == b"sendmessage":
            self.seen.message(int(given["chat_id"]))
        elif method == b"answercallbackquery":
            self.seen.toasts[int(given["callback_query_id"])] = time.perf_counter()
        elif method == b"editmessagetext":
            self.seen.shown.setdefault(int(given["chat_id"]), time.perf_counter())
        self.say(self.seen.report() if method == b"report" else RESULTS.get(method, MESSAGE if not method else b"true"))

    def let_go(self) -> None:
        """Nothing came: say so, if this is still the request that is held."""
        if self.seen.poll is self:
            self.seen.poll = None
            self.say(b"[]")


async def serve(every: int, data: str) -> None:
    """Listen on a free port of this machine and print it."""
    seen = Seen(every, data)
    server = await asyncio.get_running_loop().create_server(lambda: Server(seen), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
