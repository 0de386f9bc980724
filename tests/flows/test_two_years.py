"""Each prescription lived for two years, typed by Ana and tapped in by Bo: what comes, when, and how it ends."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.prescribed import KNOWN, Prescription, given
from tests.flows.seeds import rate_nothing
from tests.flows.walking import Walker, walk
from tests.world import World, at

pytestmark = pytest.mark.timeout(300)
END = at("2028-03-02 09:00")


async def both(world: World, prescribed: Prescription, habit) -> tuple[Walker, Walker]:
    """Ana, who has typed it in one line, and Bo, who has tapped it in."""
    world.clock.set(at("2026-03-02 09:30"))
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await rate_nothing(world)
    await world.say(ana, f"/add Vitamin X {prescribed.form} {prescribed.line}")
    if "days of the week" in ana.last.text:
        await world.say(ana, "Mon, Wed, Fri")
    await world.tap(ana, "Save")
    await world.say(bo, "/add")
    await world.say(bo, "Vitamin X")
    for label in [*prescribed.taps.split(" · "), "Save"]:
        await world.tap(bo, label)
    walkers = Walker(ana, habit), Walker(bo, habit)
    for each in walkers:
        each.skip()
    return walkers


@pytest.mark.parametrize("prescribed", KNOWN, ids=lambda given: given.id)
async def test_two_years(world: World, prescribed: Prescription) -> None:
    async def habit(walker: Walker, message: ChatMessage) -> None:
        for label in ("Taken", "Not yet"):
            if label in message.labels:
                await world.tap(walker.person, label, message.id)
                return
    begun = time.monotonic()
    ana, bo = await both(world, prescribed, habit)
    await walk(world, END, ana, bo)
    print("took", time.monotonic() - begun)
    with open(f"/tmp/p1_{prescribed.id.replace(' ','_')}.txt", "w") as f:
        for each in ana.heard: f.write(f"{each.at} {each.text!r} {each.labels}\n")
    with open(f"/tmp/p1_{prescribed.id.replace(' ','_')}_bo.txt", "w") as f:
        for each in bo.heard: f.write(f"{each.at} {each.text!r} {each.labels}\n")
    assert ana.heard == bo.heard
