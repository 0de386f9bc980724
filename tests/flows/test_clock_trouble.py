"""The clock jumps, the host sleeps, the process is suspended: what fell due is said once, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import compose
from journal import heartbeat
from scheduler import claims
from simulator.door import InProcessRequest
from simulator.people import Human
from tests.clocks import SteppedClock
from tests.flows.crowds import due
from tests.world import World, at

EIGHT = at("2026-03-03 08:00")
HOUR = timedelta(hours=1)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.take(ana, "Vitamin Y 1 mg tablet every day at 8:30")
    await world.go(EIGHT - timedelta(minutes=1))
    return ana


def offline(person: Human) -> list[str]:
    return [message.body for message in person.chat if message.from_bot and "I was offline" in message.body]


class Held(InProcessRequest):
    """A request during which the process is suspended once: `before` or after it reached Telegram."""

    def __init__(self, world: World, suspend: Callable[[], None], before: bool) -> None:
        super().__init__(world.sim)
        self._suspend, self._before, self._done = suspend, before, False

    async def do_request(self, url: str, *args: Any, **more: Any) -> tuple[int, bytes]:
        mine = url.endswith("sendMessage") and not self._done
        self._done = self._done or mine
        if mine and self._before:
            self._suspend()
        answer = await super().do_request(url, *args, **more)
        if mine and not self._before:
            self._suspend()
        return answer


@pytest.mark.parametrize("by", [timedelta(minutes=5), HOUR, 23 * HOUR])
async def test_what_a_host_slept_through_is_said_once(world: World, ana: Human, by: timedelta) -> None:
    """A clock that is set forward looks the same."""
    await world.settle()
    world.clock.set(EIGHT + by)
    await world.settle()
    await world.go(timedelta(minutes=10))
    assert (due(ana), len(offline(ana))) == ((1, 0) if by < heartbeat.GAP else (0, 1))
    await world.tap(ana, "Taken")
    assert any("taken at" in message.body for message in ana.chat)


@pytest.mark.parametrize("before", [True, False])
async def test_suspended_for_an_hour_in_the_middle_of_a_send_it_goes_on(world: World, ana: Human, before: bool) -> None:
    await world.close()
    door = Held(world, lambda: world.clock.set(EIGHT + HOUR), before)
    world.replicas[:] = [await compose(world.settings(), world.clock, door, strict=True)]
    world.clock.set(EIGHT)
    await world.settle()
    await world.go(EIGHT + HOUR + timedelta(minutes=5))
    assert due(ana) == 1
    assert len(offline(ana)) == 1
    assert "Vitamin Y" in offline(ana)[0]


async def test_suspended_between_claim_and_send_it_says_what_is_true_afterwards(world: World, ana: Human) -> None:
    world.clock.set(EIGHT)
    courier = world.app.courier
    await courier.beat()
    parcels = await claims.claim(world.app.db, courier._owner, world.clock.now())
    world.clock.set(EIGHT + HOUR)
    await courier._finished(await courier._started(parcels))
    await world.settle()
    assert (due(ana), len(offline(ana))) == (0, 1)
    assert "Vitamin X" in offline(ana)[0]
    assert "Vitamin Y" in offline(ana)[0]


async def set_back(world: World, clock: SteppedClock, by: timedelta) -> None:
    clock.back(by)
    await world.settle()


@pytest.fixture
async def clock(world: World) -> SteppedClock:
    """The clock of the only replica."""
    clock = SteppedClock(world.clock.now().astimezone(UTC))
    await world.close()
    world.clock = clock
    world.sim.clock = clock
    world.replicas.clear()
    await world.open(1)
    return clock


async def test_a_clock_set_back_repeats_nothing(world: World, clock: SteppedClock, ana: Human) -> None:
    await world.go(EIGHT + timedelta(minutes=5))
    assert due(ana) == 1
    await set_back(world, clock, timedelta(minutes=50))
    await world.go(EIGHT + timedelta(minutes=29))
    assert due(ana) == 1
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-04 08:00"))
    assert ana.last.body.startswith("Dose due 08:00")


async def test_what_is_asked_for_after_the_clock_was_set_back_comes_by_the_new_time(
    world: World, clock: SteppedClock, ana: Human
) -> None:
    await world.go(EIGHT + timedelta(minutes=5))
    await set_back(world, clock, timedelta(minutes=50))
    now: datetime = clock.now()
    await world.say(ana, f"/add Vitamin Z 1 mg tablet every day at {(now + timedelta(minutes=10)):%H:%M}")
    await world.tap(ana, "Save")
    await world.go(timedelta(minutes=11))
    assert any(message.body.startswith("Dose due") and "Vitamin Z" in message.body for message in ana.chat)
