"""The sample patient that the demo can load lives twelve weeks, and shows what the bot is there for."""

from __future__ import annotations

from datetime import datetime

import pytest

from simulator.people import Human
from simulator.sample import LENGTH, Sample
from simulator.stage import SAMPLE_PEOPLE
from tests.world import World

pytestmark = pytest.mark.timeout(240)


class Time:
    """The demo's clock, without the demo."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def next_event(self) -> datetime | None:
        return await self.world.next_due()

    async def advance(self, moment: datetime) -> None:
        await self.world.go(max(moment, self.world.clock.now()))

    async def caught_up(self) -> None:
        await self.world.settle()


def said(person: Human, text: str) -> int:
    return sum(text in message.body for message in person.chat if message.from_bot)


async def test_twelve_weeks_of_a_sample_patient(world: World) -> None:
    ana, bo, cy = (world.sim.join(*person) for person in SAMPLE_PEOPLE)
    began = world.clock.now()
    await Sample(world.sim, Time(world), ana, (bo, cy)).live()
    assert world.clock.now() == began + LENGTH
    assert said(ana, "Your week, ") == 12
    assert (said(bo, "Week of Ana"), said(cy, "Week of Ana")) == (12, 12)
    assert said(ana, ": no reaction") == 7  # six at the start, and the one after eight weeks
    assert said(ana, "left upper arm") > 1
    assert said(ana, "Please call your doctor or nurse") > 0
    assert said(ana, "clearly lower than last week") > 0
    assert not any("Taken" in message.labels for message in ana.chat)
