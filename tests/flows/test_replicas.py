"""Two replicas at the same moment: one row, and every tap is answered kindly (SQLite)."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from journal.tables import Draft, Intake, Rating, Regimen
from simulator.people import Human
from tests.flows.talk import do
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    return ana


async def at_once(world: World) -> None:
    """Both replicas know of every update, and apply them at the same time."""
    await world.replicas[0].poller.once()
    await asyncio.gather(*(replica.inbox.drain() for replica in world.replicas))
    await world.settle()


async def count(world: World, table: type[SQLModel]) -> int:
    async with world.app.db.read() as tx:
        return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())


@pytest.mark.parametrize("attempt", range(5))
async def test_the_same_dose_tapped_twice_is_one_intake_and_two_answers(world: World, ana: Human, attempt: int) -> None:
    await world.go(at("2026-03-03 08:00"))
    before, toasts = len(ana.chat), len(ana.toasts)
    ana.tap("Taken")
    ana.tap("Taken")
    await at_once(world)
    assert await count(world, Intake) == 1
    assert sorted(ana.toasts[toasts:]) == ["It is recorded already", "Recorded"]
    assert not ana.unanswered
    assert "taken at 08:00" in ana.last.text
    assert len(ana.chat) == before


@pytest.mark.parametrize("labels", [("4", "4"), ("4", "6")])
async def test_the_same_rating_is_one_row_and_the_last_one_stays(
    world: World, ana: Human, labels: tuple[str, str]
) -> None:
    await world.say(ana, "/checkin")
    answered = sum(call.method == "answerCallbackQuery" for call in world.sim.calls)
    for label in labels:
        ana.tap(label)
    await at_once(world)
    assert await count(world, Rating) == 1
    assert sum(call.method == "answerCallbackQuery" for call in world.sim.calls) == answered + 2
    assert not ana.unanswered
    assert f"Fatigue {labels[-1]}" in ana.last.text
    assert "tingling" in ana.last.text


async def test_save_tapped_twice_saves_once(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron 1 tablet every day at 9:00")
    ana.tap("Save")
    ana.tap("Save")
    await at_once(world)
    assert await count(world, Regimen) == 2
    assert not ana.unanswered
    assert any(message.text.startswith("Saved: Iron") for message in ana.chat)
    assert "went wrong" not in ana.last.text


async def test_two_dialogues_begun_at_once_leave_one_open(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[1]", "[1]", "[1]")
    ana.say("/add")
    ana.tap("Add a note")
    await at_once(world)
    assert await count(world, Draft) == 1
    assert any(message.text.startswith("The question from before") for message in ana.chat)
    assert not ana.unanswered


async def test_what_two_people_do_at_once_is_done_for_both(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Folic acid 5 mg tablet every day at 8:00")
    await world.go(at("2026-03-03 08:00"))
    for person in (ana, bo):
        person.tap("Taken")
        person.tap("Taken")
    await at_once(world)
    assert await count(world, Intake) == 2
    assert "Vitamin X, 1 mg: taken at 08:00" in ana.last.text
    assert "Folic acid, 5 mg: taken at 08:00" in bo.last.text
