"""Telegram asks to wait (429): for a second or for minutes, one chat or all. Everything comes, later, and once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.crowds import due, takers
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")
SHORT, LONG = 2, 300  # seconds


@pytest.fixture
async def people(world: World) -> list[Human]:
    people = await takers(world, "Ana", "Bo", "Eve")
    await world.go(EIGHT - timedelta(minutes=1))
    return people


@pytest.mark.parametrize("seconds", [SHORT, LONG])
async def test_one_chat_waits_and_nobody_else_does(world: World, people: list[Human], seconds: int) -> None:
    ana = people[0]
    world.sim.fault("sendMessage", "429", retry_after=seconds, chat=ana.id)
    await world.go(EIGHT + timedelta(seconds=seconds - 1))
    assert [due(person) for person in people] == [0, 1, 1]
    await world.go(EIGHT + timedelta(seconds=seconds + 1))
    assert [due(person) for person in people] == [1, 1, 1]
    assert sum(call.method == "sendMessage" and not call.ok for call in world.sim.calls) == 1


@pytest.mark.parametrize("seconds", [SHORT, LONG])
async def test_when_all_are_to_wait_the_bot_is_quiet_for_so_long(
    world: World, people: list[Human], seconds: int
) -> None:
    world.sim.fault("sendMessage", "429", times=3, retry_after=seconds)
    await world.go(EIGHT + timedelta(seconds=seconds - 1))
    tried = [call for call in world.sim.calls if call.method == "sendMessage" and not call.ok]
    assert [due(person) for person in people] == [0, 0, 0]
    assert len(tried) <= 3
    world.sim.heal()
    await world.go(EIGHT + timedelta(seconds=seconds + 2))
    assert [due(person) for person in people] == [1, 1, 1]
    assert len([call for call in world.sim.calls if call.method == "sendMessage" and not call.ok]) == len(tried)


async def test_an_answer_that_is_to_wait_comes_later_and_is_not_asked_for_again_meanwhile(
    world: World, people: list[Human]
) -> None:
    ana = people[0]
    world.sim.fault("sendMessage", "429", retry_after=LONG, chat=ana.id)
    ana.say("/today")
    await world.settle()
    for _ in range(10):
        for app in world.replicas:
            await app.inbox.show_again()
    tried = [call for call in world.sim.calls if call.method == "sendMessage" and not call.ok]
    assert len(tried) == 1
    world.clock.set(world.clock.now() + timedelta(seconds=LONG + 1))
    for app in world.replicas:
        await app.inbox.show_again()
    assert any("Vitamin X" in message.body for message in ana.chat[-2:])
