"""The Bot API over HTTP: every way to pass parameters, long polling, 409, files, lost connections."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from httpx import ASGITransport, AsyncClient
from telegram import Bot
from telegram.error import TimedOut
from telegram.request import HTTPXRequest

from simulator.core import Simulator
from simulator.http import create_app
from simulator.people import Human
from tests.simulator.conftest import TOKEN

BASE = f"/bot{TOKEN}"


@pytest.fixture
async def http(sim: Simulator) -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(create_app(sim))
    async with AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_parameters_may_come_in_the_query_a_form_json_or_multipart(ana: Human, http: AsyncClient) -> None:
    params = {"chat_id": "1001", "text": "hello"}
    sends = [
        await http.get(f"{BASE}/sendMessage", params=params),
        await http.post(f"{BASE}/sendMessage", params=params),
        await http.post(f"{BASE}/sendMessage", data=params),
        await http.post(f"{BASE}/sendMessage", json={"chat_id": 1001, "text": "hello"}),
        await http.post(f"{BASE}/sendDocument", data={"chat_id": "1001"}, files={"document": ("a.csv", b"1")}),
    ]
    assert [answer.status_code for answer in sends] == [200] * 5
    assert [message.text for message in ana.chat[1:5]] == ["hello"] * 4
    assert (ana.last.document, ana.last.filename) == (b"1", "a.csv")


async def test_refusals_carry_telegrams_status_and_words(ana: Human, http: AsyncClient) -> None:
    refused = await http.post(f"{BASE}/sendMessage", json={"chat_id": 1001})
    body = {"ok": False, "error_code": 400, "description": "Bad Request: message text is empty"}
    assert (refused.status_code, refused.json()) == (400, body)
    assert (await http.get(f"{BASE}/nothing")).status_code == 404
    assert (await http.get("/botnobody/getMe")).status_code == 401
    assert (await http.get("/elsewhere")).json()["description"] == "Not Found"


async def test_a_long_poll_waits_for_the_next_update(ana: Human, http: AsyncClient) -> None:
    poll = asyncio.create_task(http.get(f"{BASE}/getUpdates", params={"timeout": 20}))
    await asyncio.wait([poll], timeout=0.05)
    assert not poll.done()
    ana.say("hello")
    answer = await asyncio.wait_for(poll, 2)
    assert answer.json()["result"][0]["message"]["text"] == "hello"
    assert (await http.get(f"{BASE}/getUpdates", params={"offset": -1})).json()["result"]


async def test_a_poll_confirms_what_came_before_while_it_waits(sim: Simulator, ana: Human, http: AsyncClient) -> None:
    ana.say("hello")
    offset = sim.pending()[0]["update_id"] + 1
    poll = asyncio.create_task(http.get(f"{BASE}/getUpdates", params={"timeout": 20, "offset": offset}))
    await asyncio.wait([poll], timeout=0.05)
    assert (poll.done(), sim.pending()) == (False, [])
    ana.say("bye")
    assert (await asyncio.wait_for(poll, 2)).json()["result"][0]["message"]["text"] == "bye"


async def test_the_newer_of_two_pollers_wins(ana: Human, http: AsyncClient) -> None:
    older = asyncio.create_task(http.get(f"{BASE}/getUpdates", params={"timeout": 20}))
    await asyncio.wait([older], timeout=0.05)
    newer = asyncio.create_task(http.get(f"{BASE}/getUpdates", params={"timeout": 20}))
    assert (await asyncio.wait_for(older, 2)).status_code == 409
    ana.say("hello")
    assert (await asyncio.wait_for(newer, 2)).status_code == 200


async def test_a_fault_ends_a_long_poll(sim: Simulator, ana: Human, http: AsyncClient) -> None:
    poll = asyncio.create_task(http.get(f"{BASE}/getUpdates", params={"timeout": 20}))
    await asyncio.wait([poll], timeout=0.05)
    sim.fault("getUpdates", 502)
    assert (await asyncio.wait_for(poll, 2)).status_code == 502


async def test_a_timeout_keeps_the_caller_waiting(sim: Simulator, ana: Human, http: AsyncClient) -> None:
    sim.fault("sendMessage", "timeout", when="after")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(http.post(f"{BASE}/sendMessage", json={"chat_id": 1001, "text": "x"}), 0.05)
    assert ana.last.text == "x"


async def test_a_stranger_gets_no_file_and_a_foreign_host_no_answer(ana: Human, http: AsyncClient) -> None:
    media = ana.send_document(b"secret", "a.txt").media
    assert media is not None
    assert (await http.get(f"/file{BASE}/{media.path}")).content == b"secret"
    assert (await http.get(f"/file/botnobody/{media.path}")).status_code == 404
    assert (await http.get(f"{BASE}/getMe", headers={"Host": "evil.example"})).status_code == 400


async def test_a_real_bot_over_http(sim: Simulator, ana: Human) -> None:
    request = HTTPXRequest(httpx_kwargs={"transport": ASGITransport(create_app(sim))})
    base = "http://127.0.0.1"
    async with Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=request) as bot:
        sent = await bot.send_document(1001, b"a,b", filename="journal.csv", caption="Yours")
        assert sent.document is not None
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"a,b"
        sim.fault("sendMessage", "timeout")
        with pytest.raises((TimedOut, TimeoutError)):
            await asyncio.wait_for(bot.send_message(1001, "x"), 0.05)
