"""The HTTP port as anybody on the network meets it: four addresses, and nothing else of anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import cast

import httpx
import pytest

from handlers.inbox import Inbox
from handlers.web import LARGEST, SECRET_HEADER, WebServer, create_web
from journal.clock import SystemClock
from journal.inbox import Stored
from tests.browser.phone import free_port

SECRET = "a-secret-of-the-webhook"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
SERVED = {
    "/webhook": {"POST"},
    "/healthz": {"GET", "HEAD"},
    "/readyz": {"GET", "HEAD"},
    "/metrics": {"GET", "HEAD"},
}
NOWHERE = ("/", "/docs", "/openapi.json", "/.env", "/webhook/../.env", "/metrics/", "/static/", "/healthz/x", "//")


class Pile:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.stored: list[Stored] = []

    async def store(self, batch: Sequence[Stored]) -> None:
        self.stored += batch


async def health() -> dict[str, datetime | bool | int | None]:
    return {"ready": True}


async def numbers() -> bytes:
    return b"dosebook_notices_due 0.0\n"


@pytest.fixture
def pile() -> Pile:
    return Pile()


@pytest.fixture
async def port(pile: Pile) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a real server."""
    server = WebServer(create_web(cast(Inbox, pile), SECRET, health, numbers), "127.0.0.1", where := free_port())
    serving, clock = asyncio.create_task(server.serve()), SystemClock()
    while not server.started:
        await clock.sleep_until(clock.now() + timedelta(milliseconds=10))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{where}") as client:
        yield client
    server.should_exit = True
    await serving


async def test_each_address_takes_its_own_methods_only(port: httpx.AsyncClient) -> None:
    for path, allowed in SERVED.items():
        refused = {method for method in METHODS if (await port.request(method, path)).status_code == 405}
        assert refused == set(METHODS) - allowed, path


async def test_there_is_nothing_else(port: httpx.AsyncClient) -> None:
    answers = [(await port.request(method, path)).status_code for path in NOWHERE for method in METHODS]
    assert set(answers) == {404}


async def test_no_answer_names_the_server(port: httpx.AsyncClient) -> None:
    for path in ("/healthz", "/nowhere", "/webhook"):
        assert set((await port.get(path)).headers) <= {"date", "content-length", "content-type", "allow"}


@pytest.mark.parametrize("given", ["", "guessed", SECRET[:-1], SECRET + "x", SECRET.upper(), "\u00e9"])
async def test_only_the_whole_secret_opens_the_webhook(port: httpx.AsyncClient, pile: Pile, given: str) -> None:
    answer = await port.post(
        "/webhook", json={"update_id": 1}, headers=httpx.Headers({SECRET_HEADER.encode(): given.encode()})
    )
    assert (answer.status_code, answer.text) == (403, "forbidden")
    assert pile.stored == []


async def test_a_bot_that_polls_has_no_webhook() -> None:
    site = create_web(cast(Inbox, Pile()), "", health, numbers)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://bot") as client:
        for secret in ("", "x"):
            answer = await client.post("/webhook", json={"update_id": 1}, headers={SECRET_HEADER: secret})
            assert answer.status_code == 404


async def chunks(size: int) -> AsyncIterator[bytes]:
    """A body whose length is not said beforehand."""
    for _ in range(size // 1000):
        yield b" " * 1000


async def test_a_body_is_read_up_to_its_limit(port: httpx.AsyncClient, pile: Pile) -> None:
    headers = {SECRET_HEADER: SECRET}
    whole = b'{"update_id": 7, "message": {"chat": {"id": 1001, "type": "private"}}}'.ljust(LARGEST)
    assert (await port.post("/webhook", content=whole, headers=headers)).status_code == 200
    assert (await port.post("/webhook", content=whole + b" ", headers=headers)).status_code == 413
    assert (await port.post("/webhook", content=chunks(2 * LARGEST), headers=headers)).status_code == 413
    assert [each.update_id for each in pile.stored] == [7]


@pytest.mark.parametrize("body", [b"[" * 200_000, b"{" * 10, b'{"update_id": 1e99}', b"\xff\xfe", b"null"])
async def test_rubbish_is_one_refusal(port: httpx.AsyncClient, pile: Pile, body: bytes) -> None:
    answer = await port.post("/webhook", content=body, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, answer.text) == (400, "not an update")
    assert pile.stored == []
