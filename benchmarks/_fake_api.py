"""A Bot API server that says yes to everything, in a process of its own, so that what is spent here is the bot's."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MESSAGE = b'{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"x"}'
ME = b'{"id":42,"is_bot":true,"first_name":"Dosebook","username":"dosebook_bot"}'
RESULTS = {b"getme": ME, b"sendmessage": MESSAGE, b"editmessagetext": MESSAGE}
NOTHING_NEW = 5.0  # seconds that a request for updates is held
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"


class Api(asyncio.Protocol):
    """One connection: has each request answered once its body is there."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.rest = transport, b""

    def data_received(self, data: bytes) -> None:
        """Answer every whole request."""
        self.rest += data
        while (end := self.rest.find(b"\r\n\r\n")) >= 0:
            head = self.rest[:end].lower()
            at = head.find(b"content-length:")
            size = int(head[at + 15 :].split(b"\r\n")[0]) if at >= 0 else 0
            if len(self.rest) < end + 4 + size:
                return
            body, self.rest = self.rest[end + 4 : end + 4 + size], self.rest[end + 4 + size :]
            self.answer(head.split(b" ", 2)[1].rsplit(b"/", 1)[-1], body)

    def answer(self, method: bytes, body: bytes) -> None:
        """Do what a Bot API method asks, and `say` its result."""
        raise NotImplementedError

    def say(self, result: bytes) -> None:
        """Answer with a result."""
        body = b'{"ok":true,"result":' + result + b"}"
        if not self.transport.is_closing():
            self.transport.write(HEAD % (len(body), body))


class YesMan(Api):
    """Says yes to everything; the first message sent is announced on standard output."""

    announced = False

    def answer(self, method: bytes, body: bytes) -> None:
        """Say yes to a Bot API method."""
        if method == b"getupdates":
            asyncio.get_running_loop().call_later(NOTHING_NEW, self.say, b"[]")
            return
        self.say(RESULTS.get(method, b"true"))
        if method == b"sendmessage" and not YesMan.announced:
            YesMan.announced = True
            print("sent", flush=True)


async def serve() -> None:
    """Listen on a free port of this machine and print it."""
    server = await asyncio.get_running_loop().create_server(YesMan, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def fake_api_process() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a running fake, and its process, while the block lasts."""
    with subprocess.Popen([sys.executable, "-m", "benchmarks._fake_api"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}", process
        process.kill()


@contextmanager
def fake_api() -> Iterator[str]:
    """The address of a running fake while the block lasts."""
    with fake_api_process() as (address, _):
        yield address


if __name__ == "__main__":
    asyncio.run(serve())
