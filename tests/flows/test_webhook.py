"""The HTTP port: the webhook takes only what carries the secret, stores it first, and health tells the truth."""

from __future__ import annotations

import json

import httpx
import pytest

from handlers.web import SECRET_HEADER, create_web
from simulator.people import Human
from tests.world import World, at

SECRET = "a-secret-of-the-webhook"


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def client(world: World) -> httpx.AsyncClient:
    site = create_web(world.app.inbox, SECRET, world.app.health, world.app.numbers)
    return httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://bot")


async def test_an_update_with_the_secret_is_applied(world: World, ana: Human) -> None:
    ana.say("/today")
    async with client(world) as http:
        for update in world.sim.pending():
            answer = await http.post("/webhook", json=update, headers={SECRET_HEADER: SECRET})
            assert answer.status_code == 200
            again = await http.post("/webhook", json=update, headers={SECRET_HEADER: SECRET})
            assert again.status_code == 200
    before = len(ana.chat)
    await world.app.inbox.drain()
    assert len(ana.chat) == before + 1
    assert "Nothing is planned today" in ana.last.text


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "guessed"}])
async def test_without_the_secret_nothing_is_stored(world: World, ana: Human, headers: dict[str, str]) -> None:
    ana.say("/today")
    before = len(ana.chat)
    async with client(world) as http:
        answer = await http.post("/webhook", json=world.sim.pending()[0], headers=headers)
    assert answer.status_code == 403
    await world.app.inbox.drain()
    assert len(ana.chat) == before


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", json.dumps({"update_id": "x"}).encode()])
async def test_rubbish_is_refused(world: World, ana: Human, body: bytes) -> None:
    async with client(world) as http:
        answer = await http.post("/webhook", content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 400


async def test_health_is_good_while_it_works_and_bad_when_polling_stops(world: World, ana: Human) -> None:
    for app in world.replicas:
        app.courier.moved_at = world.clock.now()
    async with client(world) as http:
        assert (await http.get("/healthz")).status_code == 200
        assert (await http.get("/readyz")).status_code == 200
        world.clock.set(at("2026-03-02 12:00"))
        assert (await http.get("/readyz")).status_code == 503
        assert (await http.get("/anything")).status_code == 404


async def test_the_counts_tell_of_kinds_and_never_of_a_person_or_a_medicine(world: World, ana: Human) -> None:
    await world.replicas.pop().close()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.go(at("2026-03-04 07:59"))
    world.clock.set(at("2026-03-04 08:00"))
    async with client(world) as http:
        waiting = (await http.get("/metrics")).text
        await world.settle()
        text = (await http.get("/metrics")).text
    assert "dosebook_notices_due 1.0" in waiting
    assert "dosebook_notices_due 0.0" in text
    assert 'dosebook_notices_total{end="sent",kind="dose"} 2.0' in text
    assert 'dosebook_lateness_seconds_count{kind="dose"} 2.0' in text
    assert 'dosebook_updates_total{end="applied"}' in text
    assert "Vitamin" not in text
    assert str(ana.id) not in text
