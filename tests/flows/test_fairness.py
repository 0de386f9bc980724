"""The budget as Telegram sees it: when messages arrive at the simulator, and in what order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta

import pytest

from journal.clock import SystemClock
from scheduler import claims
from simulator.people import Human
from tests.flows.crowds import crowd
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")
TICK = timedelta(milliseconds=5)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def paced(world: World) -> World:
    """One replica that keeps to 30 messages a second; Telegram refuses what is more."""
    await world.close()
    world.replicas.clear()
    await world.add_replica(messages_per_second=30.0)
    world.sim.limit_flood()
    return world


async def live(world: World, *work: Awaitable[object]) -> None:
    """Let the pretended time run, some times as fast as the real one, until all this is done."""
    system, together = SystemClock(), asyncio.gather(*work)
    while not together.done():
        world.clock.set(world.clock.now() + TICK)
        await system.sleep_until(system.now() + TICK / 5)
    await together


def arrivals(world: World, chat: int | None = None) -> list[datetime]:
    """When messages were sent or edited, in all chats or in one, since eight."""
    return [
        call.moment
        for call in world.sim.calls
        if call.method.startswith(("send", "edit")) and call.moment >= EIGHT and chat in (None, call.chat_id)
    ]


def most_in_a_second(moments: list[datetime]) -> int:
    return max(sum(moment <= other < moment + SECOND for other in moments) for moment in moments)


async def applied(world: World) -> None:
    await world.app.poller.once()
    await world.app.inbox.drain()


async def test_a_burst_arrives_at_thirty_in_any_second_and_none_is_refused(paced: World) -> None:
    humans = await crowd(paced, 70, EIGHT)
    await paced.app.courier.lived(EIGHT)
    paced.clock.set(EIGHT)
    await live(paced, paced.app.courier.lap())
    moments = arrivals(paced)
    assert all(any(message.body.startswith("Dose due") for message in human.chat) for human in humans)
    assert len(moments) == 70
    assert most_in_a_second(moments) <= 30
    assert moments[-1] - moments[0] < timedelta(seconds=69 / 30 * 1.2)
    assert all(call.ok for call in paced.sim.calls)


async def test_who_taps_meanwhile_is_answered_before_the_rest(paced: World) -> None:
    humans = await crowd(paced, 60, EIGHT)
    await paced.app.courier.lived(EIGHT)
    paced.clock.set(EIGHT)
    lap = asyncio.create_task(paced.app.courier.lap())
    first = await tapped(paced, humans, lap)
    asked = paced.clock.now()
    await live(paced, applied(paced))
    assert paced.clock.now() - asked < timedelta(milliseconds=300)
    assert "taken at 08:00" in first.last.body
    assert len(arrivals(paced)) < 50
    await live(paced, lap)
    assert most_in_a_second(arrivals(paced)) <= 30


async def tapped(world: World, humans: list[Human], lap: asyncio.Task[None]) -> Human:
    """The first to have a reminder taps `Taken`."""
    system = SystemClock()
    while not lap.done():
        world.clock.set(world.clock.now() + TICK)
        await system.sleep_until(system.now() + TICK / 5)
        for human in humans:
            if human.chat[-1].from_bot:
                human.tap("Taken")
                return human
    raise AssertionError(f"nobody was reminded: {lap}")


async def test_one_chat_gets_a_short_burst_and_then_one_a_second(paced: World) -> None:
    (ana,) = await crowd(paced, 1, EIGHT)
    paced.clock.set(EIGHT - timedelta(minutes=1))
    for _ in range(6):
        ana.say("/today")
    paced.clock.set(EIGHT)
    await live(paced, applied(paced))
    moments = arrivals(paced, ana.id)
    assert len(moments) == 6
    assert [round((moment - EIGHT).total_seconds()) for moment in moments] == [0, 0, 0, 1, 2, 3]


async def test_doses_go_before_checkins_that_were_due_before_them(paced: World) -> None:
    asked = await crowd(paced, 36, EIGHT.replace(hour=22), EIGHT.time())
    minute = timedelta(minutes=1)
    reminded = await crowd(paced, 3, EIGHT + minute, first=6001)
    await paced.app.courier.lived(EIGHT + minute)
    paced.clock.set(EIGHT + minute)
    await live(paced, paced.app.courier.lap())
    order = [call.chat_id for call in paced.sim.calls if call.moment >= EIGHT and call.method == "sendMessage"]
    assert set(order[:3]) == {person.id for person in reminded}
    assert set(order[3:]) == {person.id for person in asked}


async def test_a_courier_that_is_to_stop_leaves_what_it_has_not_claimed_to_the_next(world: World) -> None:
    humans = await crowd(world, 2 * claims.BATCH + 5, EIGHT)
    await world.app.courier.lived(EIGHT)
    world.clock.set(EIGHT)
    stopping, other = (replica.courier for replica in world.replicas)
    world.sim.watchers.append(stopping.stop)
    await stopping.lap()
    reminded = [human for human in humans if human.chat[-1].from_bot]
    assert 0 < len(reminded) <= 2 * claims.BATCH
    await other.lap()
    assert all(sum(message.from_bot for message in human.chat) == 1 for human in humans)
