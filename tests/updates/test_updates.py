"""Whatever Telegram may send, whole or broken: nothing fails, nothing gets stuck, and Ana is answered at once."""

from __future__ import annotations

import json
import logging
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from telegram import Update

from handlers.web import SECRET_HEADER, create_web
from journal.tables import InboxUpdate, Person
from tests.flows.care import rows
from tests.updates.arbitrary import KINDS, Telegram
from tests.world import World

pytestmark = pytest.mark.slow
SECRET = "a-secret-of-the-webhook"
CHATS: list[dict[str, Any]] = [
    {"id": 1002, "type": "private", "first_name": "Bo"},
    {"id": 1003, "type": "private", "first_name": "Eve"},
    {"id": -500, "type": "group", "title": "Family"},
    {"id": -1001, "type": "supergroup", "title": "Family"},
    {"id": -1002, "type": "channel", "title": "News"},
]
PEOPLE = [
    {"id": 1002, "is_bot": False, "first_name": "Bo"},
    {"id": 1003, "is_bot": False, "first_name": "Eve", "language_code": "xx"},
    {"id": 777000, "is_bot": True, "first_name": "Telegram"},
]
TELEGRAM = Telegram(CHATS, PEOPLE)
FEW = settings(max_examples=100, derandomize=True, deadline=None, suppress_health_check=[*HealthCheck], database=None)


@pytest.fixture(autouse=True)
async def ana(world: World) -> Any:
    world.sim.join(1003, "Eve", "en")
    await world.arrive("Bo", 1002)
    return await world.arrive()


async def receive(world: World, update: Any) -> int:
    """Telegram hands it over; the answer's status."""
    site = create_web(world.app.inbox, SECRET, world.app.health, world.app.numbers)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://bot") as http:
        answer = await http.post("/webhook", content=json.dumps(update), headers={SECRET_HEADER: SECRET})
    await world.app.inbox.drain()
    return answer.status_code


async def goes_on(world: World, ana: Any) -> None:
    """Nothing waits, nobody is there who was not, and Ana is answered."""
    assert not [row for row in await rows(world, InboxUpdate) if row.payload or row.reply]
    async with world.app.db.read() as tx:
        assert (await tx.execute(select(func.count()).select_from(Person))).scalar_one() <= 3
    before = len(ana.chat)
    assert "Where things stand" in await world.say(ana, "/start")
    assert len(ana.chat) == before + 2


@FEW
@given(update=TELEGRAM.updates())
async def test_a_whole_update_is_applied_or_let_go(
    world: World, ana: Any, caplog: pytest.LogCaptureFixture, update: dict[str, Any]
) -> None:
    with caplog.at_level(logging.ERROR):
        assert await receive(world, update) == 200
    assert [record.getMessage() for record in caplog.records] == []
    await goes_on(world, ana)


@FEW
@given(update=TELEGRAM.broken() | st.sampled_from([None, [], "", 7, {}, {"update_id": 2**70}, {"update_id": True}]))
async def test_a_broken_update_holds_up_nothing(world: World, ana: Any, update: Any) -> None:
    assert await receive(world, update) in (200, 400)
    await goes_on(world, ana)


@pytest.mark.parametrize("kind", ["message_draft_stopped", "ephemeral_message", "what_is_new_in_11_0"])
async def test_what_the_library_does_not_know_yet_is_let_go(world: World, ana: Any, kind: str) -> None:
    message = {"message_id": 5, "date": 0, "chat": CHATS[0], "from": PEOPLE[0], "text": "/today"}
    assert await receive(world, {"update_id": 900_000, kind: message}) == 200
    assert await receive(world, {"update_id": 900_001, "message": {**message, kind: {"deep": [message]}}}) == 200
    await goes_on(world, ana)
    assert [row.update_id for row in await rows(world, InboxUpdate) if 900_000 <= row.update_id < 10**9] == [900_001]


def test_the_table_has_every_kind_that_the_library_knows() -> None:
    assert set(map(str, Update.ALL_TYPES)) <= set(KINDS)


@pytest.mark.parametrize("data", ["", "1rl", "1ro|999"])
async def test_what_cannot_even_be_apologised_for_is_let_go(world: World, ana: Any, data: str) -> None:
    message = {"message_id": 5, "date": 1, "chat": CHATS[0], "from": PEOPLE[0]}
    query = {"id": "1", "from": PEOPLE[0], "chat_instance": "1", "message": message, "data": data}
    update = {"message": 5, "callback_query": query} if data else {"message": message | {"text": 5}}
    assert await receive(world, {"update_id": 900, **update}) == 200
    await goes_on(world, ana)
