"""The page and its own small API: the stream, what people do, the clock, files."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.requests import Request

from simulator import http as door
from simulator.bell import Bell
from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.http import create_app
from simulator.pageapi import PageApi
from simulator.pageview import page_view
from simulator.people import Human
from tests.simulator.conftest import TOKEN, Ask

KEYS = {"inline_keyboard": [[{"text": "Taken", "callback_data": "t"}]]}


class Demo:
    """Moves a standing clock; something is due every morning at eight."""

    def __init__(self, clock: PretendClock) -> None:
        self.clock = clock

    async def next_event(self) -> datetime | None:
        return self.clock.now().replace(hour=8) + timedelta(days=1)

    async def advance(self, moment: datetime) -> None:
        self.clock.set(moment)

    async def sample(self) -> None:
        self.clock.set(self.clock.now() + timedelta(weeks=12))

    running = ready = True

    async def run_bot(self, run: bool) -> None:
        self.running = run


@pytest.fixture
async def http(sim: Simulator, clock: PretendClock) -> AsyncIterator[AsyncClient]:
    transport = ASGITransport(create_app(sim, Demo(clock)))
    async with AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_people_act_through_the_page(sim: Simulator, ana: Human, ask: Ask, http: AsyncClient) -> None:
    ask("sendMessage", chat_id=1001, text="Dose", reply_markup=KEYS)
    dose = ana.last.id
    acts: list[tuple[str, dict[str, Any]]] = [
        ("say", {"text": "hello"}),
        ("tap", {"message": dose, "data": "t"}),
        ("location", {"latitude": 1.5, "longitude": 2.5}),
        ("open", {"link": "https://t.me/dosebook_bot?start=x"}),
        ("block", {}),
        ("unblock", {}),
    ]
    for action, body in acts:
        assert (await http.post(f"/api/people/1001/{action}", json=body)).status_code == 200
    kinds = [next(name for name in update if name != "update_id") for update in sim.pending()]
    assert kinds == ["message", "callback_query", "message", "message", "my_chat_member", "my_chat_member"]


async def test_what_cannot_be_done_is_said(ana: Human, http: AsyncClient) -> None:
    assert (await http.post("/api/people/1001/say", json={"text": " "})).status_code == 400
    assert (await http.post("/api/people/1001/say", json={})).status_code == 400
    assert (await http.post("/api/people/77/say", json={"text": "x"})).status_code == 404
    assert (await http.post("/api/people/1001/dance", json={})).status_code == 404
    foreign = await http.post("/api/people/1001/say", content=json.dumps({"text": "x"}))
    assert foreign.status_code == 415


@pytest.mark.parametrize(("to", "moved"), [("now", 0), ("next", 24), ("day", 24), ("week", 168)])
async def test_the_clock_moves_by_its_buttons(http: AsyncClient, clock: PretendClock, to: str, moved: int) -> None:
    start = clock.now()
    assert (await http.post("/api/clock", json={"to": to})).status_code == 200
    await asyncio.wait_for(clock.sleep_until(start + timedelta(hours=moved)), 1)
    assert clock.now() == start + timedelta(hours=moved)


async def test_the_sample_needs_an_empty_demo(ana: Human, http: AsyncClient) -> None:
    ana.say("hello")
    assert (await http.post("/api/clock", json={"to": "sample"})).status_code == 409


async def test_the_sample_is_lived(http: AsyncClient, clock: PretendClock) -> None:
    start = clock.now()
    assert (await http.post("/api/clock", json={"to": "sample"})).status_code == 200
    await asyncio.wait_for(clock.sleep_until(start + timedelta(weeks=12)), 1)


async def test_the_clock_moves_to_a_date_but_not_back_and_not_without_controls(
    sim: Simulator, http: AsyncClient, clock: PretendClock
) -> None:
    for wrong in ("2020-01-01T00:00:00+00:00", "2027-01-01T00:00:00", "soon"):
        assert (await http.post("/api/clock", json={"to": wrong})).status_code == 400
    later = datetime.fromisoformat("2027-01-01T00:00:00+00:00")
    assert (await http.post("/api/clock", json={"to": later.isoformat()})).status_code == 200
    await asyncio.wait_for(clock.sleep_until(later), 1)
    async with AsyncClient(transport=ASGITransport(create_app(sim)), base_url="http://localhost") as plain:
        assert (await plain.post("/api/clock", json={"to": "day"})).status_code == 409


async def test_telegram_goes_down_and_comes_back(sim: Simulator, ana: Human, http: AsyncClient) -> None:
    await http.post("/api/faults", json={"down": True})
    assert page_view(sim, 0)["faults"] == {"down": True, "delayed": False}
    assert sim.handle(TOKEN, "getMe", {}).lost == "reset"
    await http.post("/api/faults", json={"down": False})
    assert sim.handle(TOKEN, "getMe", {}).status == 200


async def test_a_delayed_message_is_on_its_way_and_arrives(sim: Simulator, ana: Human, http: AsyncClient) -> None:
    sim.slow_down(0.2)
    body = {"chat_id": 1001, "text": "Dose"}
    sending = asyncio.create_task(http.post(f"/bot{TOKEN}/sendMessage", json=body))
    await asyncio.wait({sending}, timeout=0.1)
    assert [message.text for message in ana.chat] == ["/start"]
    await sending
    assert [message.text for message in ana.chat] == ["/start", "Dose"]


async def test_the_bot_is_killed_and_started_again(sim: Simulator, clock: PretendClock) -> None:
    demo = Demo(clock)
    async with AsyncClient(transport=ASGITransport(create_app(sim, demo)), base_url="http://localhost") as client:
        for killed in (True, False):
            await client.post("/api/faults", json={"killed": killed})
            assert demo.running is not killed


def test_a_view_holds_what_changed_since(sim: Simulator, ana: Human, ask: Ask) -> None:
    ask("sendMessage", chat_id=1001, text="<b>Dose</b>", parse_mode="HTML", reply_markup=KEYS)
    everything = page_view(sim, 0)
    assert [message["text"] for message in everything["messages"]] == ["/start", "Dose"]
    query = ana.tap("Taken")
    pressed = page_view(sim, everything["revision"])
    assert pressed["people"][0]["pressed"] == [{"message": ana.last.id, "data": "t"}]
    assert pressed["messages"] == []
    ask("answerCallbackQuery", callback_query_id=query, text="Recorded")
    ask("deleteMessage", chat_id=1001, message_id=ana.last.id)
    after = page_view(sim, pressed["revision"])
    assert after["toasts"] == [{"chat": 1001, "text": "Recorded", "alert": False}]
    assert [message.get("deleted") for message in after["messages"]] == [True]
    assert after["people"][0]["pressed"] == []


async def test_the_stream_tells_of_each_change(sim: Simulator, ana: Human, clock: PretendClock) -> None:
    bell = Bell()
    sim.watchers.append(bell.ring)
    request = Request({"type": "http", "headers": []})
    stream = (await PageApi(sim, bell, Demo(clock)).stream(request)).body_iterator  # type: ignore[attr-defined]
    first = await asyncio.wait_for(anext(stream), 1)
    view = json.loads(first.split("data: ")[1])
    assert (view["all"], view["clock"]) == (
        True,
        {"movable": True, "busy": False, "fresh": False, "next": "2026-11-21T08:00:00+00:00", "ready": True},
    )
    assert view["faults"] == {"down": False, "delayed": False, "killed": False, "fixed": False}
    ana.say("hello")
    second = json.loads((await asyncio.wait_for(anext(stream), 1)).split("data: ")[1])
    assert [message["text"] for message in second["messages"]] == ["hello"]
    await stream.aclose()


async def test_pictures_are_shown_and_documents_downloaded(ana: Human, http: AsyncClient) -> None:
    photo, document = ana.send_photo().media, ana.send_document(b"<script>", "a.html").media
    assert photo is not None
    assert document is not None
    shown = await http.get(f"/files/{photo.file_id}")
    assert (shown.headers["content-type"], shown.content) == ("image/png", photo.data)
    saved = await http.get(f"/files/{document.file_id}")
    assert saved.headers["content-disposition"] == "attachment"
    assert (await http.get("/files/nothing")).status_code == 404


async def test_the_page_loads_nothing_from_elsewhere(http: AsyncClient) -> None:
    index = await http.get("/")
    assert "default-src 'self'" in index.headers["content-security-policy"]
    for path in re.findall(r'(?:src|href)="(/[^"]+)"', index.text):
        assert (await http.get(path)).status_code == 200
    sources = [path.read_text() for path in (Path(door.__file__).parent / "page").iterdir()]
    assert [line for text in sources for line in text.splitlines() if "innerHTML" in line] == []
    addresses = {found for text in sources for found in re.findall(r"https?://[\w.]+", text)}
    assert addresses == {"http://www.w3.org"}
