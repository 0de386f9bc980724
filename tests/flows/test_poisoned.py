"""A row that cannot be read, composed or settled steps aside; the operator sees it; everybody else gets theirs."""

from __future__ import annotations

import json
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text

from handlers.web import create_web
from simulator.people import Human
from tests.flows.crowds import due, takers
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")

POISONS = {
    "a name that is no ciphertext": "UPDATE regimen SET label = 'no ciphertext' WHERE person_id = 1",
    "a plan that cannot be read": "UPDATE regimenversion SET plan = '{' WHERE regimen_id = 1",
    "a zone that does not exist": "UPDATE person SET zone = 'Nowhere/Atlantis' WHERE id = 1",
    "a person who cannot be read": "UPDATE person SET day_start = 'soon' WHERE id = 1",
    "an unknown kind": "UPDATE notice SET kind = 'novel' WHERE person_id = 1 AND kind = 'dose'",
    "a subject that names nothing": "UPDATE notice SET subject = 'x' WHERE person_id = 1 AND kind = 'dose'",
}


@pytest.fixture
async def people(world: World) -> list[Human]:
    people = await takers(world, "Ana", "Bo")
    await world.go(EIGHT - timedelta(minutes=1))
    return people


async def get(world: World, path: str) -> httpx.Response:
    site = create_web(world.app.inbox, "", world.app.health, world.app.numbers)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://bot") as http:
        return await http.get(path)


@pytest.mark.parametrize("poison", POISONS)
async def test_it_steps_aside_is_seen_and_stops_nobody_else(world: World, people: list[Human], poison: str) -> None:
    ana, bo = people
    async with world.app.db.write() as tx:
        await tx.execute(text(POISONS[poison]))
    world.clock.set(EIGHT)
    await world.settle()
    assert (due(ana), due(bo)) == (0, 1)
    before = len(world.sim.calls)
    for minute in range(1, 30):
        world.clock.set(EIGHT + timedelta(minutes=minute))
        await world.app.courier.lap()
    assert not [call for call in world.sim.calls[before:] if call.chat_id == ana.id and call.method == "sendMessage"]
    assert "Vitamin X" in await world.say(bo, "/today")
    shown = json.loads((await get(world, "/readyz")).text)
    assert shown["aside"] >= 1
    assert f"dosebook_notices_aside {shown['aside']:.1f}" in (await get(world, "/metrics")).text


async def test_once_it_is_repaired_it_comes_by_itself(world: World, people: list[Human]) -> None:
    ana, _ = people
    async with world.app.db.write() as tx:
        label = (await tx.execute(text("SELECT label FROM regimen WHERE id = 1"))).scalar_one()
        await tx.execute(text("UPDATE regimen SET label = 'no ciphertext' WHERE id = 1"))
    await world.go(EIGHT + timedelta(minutes=10))
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE regimen SET label = :label WHERE id = 1"), {"label": label})
    await world.go(EIGHT + timedelta(minutes=70))
    assert any("Vitamin X" in message.body and "08:00" in message.body for message in ana.chat[-2:])


async def test_what_cannot_be_settled_has_nobody_else_asked_twice(world: World, people: list[Human]) -> None:
    """That Cy cannot be reached cannot be noted; it is noted together with what went to others."""
    for place, name in enumerate(("Cy", "Di", "Eve")):
        people.append(await world.arrive(name, 1003 + place))
        await world.take(people[-1], "Vitamin X 1 mg tablet every day at 8:00")
    cy = people.pop(2)
    cy.block()
    odd = "BEFORE UPDATE OF unreachable_since ON person BEGIN SELECT RAISE(ABORT, 'odd'); END"
    async with world.app.db.write() as tx:
        await tx.execute(text(f"CREATE TRIGGER odd {odd}"))
    for minute in range(30):
        world.clock.set(EIGHT + timedelta(minutes=minute))
        await world.app.courier.lap()
    assert [due(person) for person in people] == [1] * 4
    assert sum(call.chat_id == cy.id and not call.ok for call in world.sim.calls) == 1
