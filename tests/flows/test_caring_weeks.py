"""Ana and two caregivers with different scopes through four weeks, side by side; what each of their chats holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from simulator.people import Human
from tests.flows import talk
from tests.flows.care import DOSE, accept, invite, press, states
from tests.flows.heard import Heard, first_lines
from tests.flows.seeds import rate
from tests.world import World, at

AVERAGES, PROMPTS = "Averages of symptoms: no", "Hints to talk to a doctor: no"
AFTER_1 = ("Tell of an open dose: never", "Tell of an open dose: after 1")
NOT_IRON = ("About: all I take", "All, new ones too: yes", "Iron: yes", "Back")
HELPS = ("May record a dose for me: no", "May remind me once a day: no")
FOR_BO = (AVERAGES, PROMPTS, *AFTER_1, *HELPS, *NOT_IRON)
NARROWED = at("2026-03-09 10:00")


@dataclass
class Lives:
    """The three, and what the two caregivers heard."""

    world: World
    ana: Human
    bo: Human
    cy: Human
    bo_heard: Heard
    cy_heard: Heard

    async def tap(self, person: Human, label: str, message: int | None = None) -> str:
        return await talk.press(self.world, person, label, message)

    async def day(self, day: str, taken: bool = True) -> None:
        """Live to 13:05; Ana records her dose of the morning at 08:05."""
        if taken:
            await self.world.go(at(f"2026-{day} 07:05" if day >= "03-29" else f"2026-{day} 08:05"))
            await self.take()
        await self.world.go(at(f"2026-{day} 13:05"))

    async def take(self) -> None:
        await self.world.say(self.ana, "/today")
        several = any("· Vitamin X" in label for label in self.ana.last.labels)
        await self.tap(self.ana, "Taken · Vitamin X" if several else "Taken", self.ana.last.id)


@pytest.fixture(params=["en", talk.PSEUDO])
async def lives(request: pytest.FixtureRequest, fresh_database: Path) -> AsyncIterator[Lives]:
    world = World(fresh_database)
    await world.open(1)
    ana = await world.arrive()
    await world.take(ana, DOSE)
    await world.take(ana, "Iron 1 tablet Mon 20:00")
    await talk.do(world, ana, "/symptoms", "[Add my own]", "Slow head")
    await talk.do(world, ana, "/checkin", "[3]", "[2]", "[1]", "[6]", "[Add a note]", "argued with Zed")
    first, second = await invite(world, ana, *FOR_BO), await invite(world, ana, *NOT_IRON)
    world.language = request.param
    bo, cy = world.sim.join(1002, "Bo", request.param), world.sim.join(1003, "Cy", "en")
    found = Lives(world, ana, bo, cy, Heard(world, bo), Heard(world, cy))
    for person, link, place in ((bo, first, "New York"), (cy, second, "London")):
        await accept(world, person, link, place)
        await talk.press(world, ana, "Confirm")
    yield found
    await world.close()


BEGINNING = [
    "02 Mar 09:00 Thank you. Ana now has to confirm that it is you. Until then nothing is shared.",
    "02 Mar 09:00 Tap a name to see what you get.",  # once it is known where they live
    "02 Mar 09:00 Ana has confirmed. You now get:",
]
BOS = [
    *BEGINNING,
    "04 Mar 13:00 Ana has recorded it since.",  # 08:00 in New York: out of his quiet hours
    "05 Mar 13:00 Ana has recorded it since.",
    "06 Mar 13:00 Ana has recorded it since.",
    "06 Mar 13:05 I have asked Ana, or do so in the morning.",
    "06 Mar 13:05 You have asked Ana today. One a day is the most. Nothing was sent.",
    "08 Mar 12:00 Week of Ana, Sun 1 Mar to Sat 7 Mar",  # the clocks there have changed
    "09 Mar 09:59 Ana has changed what you get.",
    "22 Mar 12:00 Week of Ana, Sun 15 Mar to Sat 21 Mar",
    "27 Mar 13:05 Ana does not share with you any more.",
]
CYS = [
    *BEGINNING,
    "08 Mar 11:00 Week of Ana, Sun 1 Mar to Sat 7 Mar",
    "09 Mar 10:01 Ana has changed what you get.",
    "15 Mar 11:00 Week of Ana, Sun 8 Mar to Sat 14 Mar",
    "22 Mar 11:00 Week of Ana, Sun 15 Mar to Sat 21 Mar",
    "29 Mar 10:00 Week of Ana, Sun 22 Mar to Sat 28 Mar",  # the clocks in London have changed
    "29 Mar 13:05 Everything about you is deleted. You can start again with /start at any time.",
]
ANAS = [
    "02 Mar 09:00 Bo gets:",
    "02 Mar 09:00 Cy gets:",
    "04 Mar 13:00 I told Bo that the dose of 08:00 is not recorded.",
    "05 Mar 13:00 I told Bo that the dose of 08:00 is not recorded.",
    "06 Mar 13:00 I told Bo that the dose of 08:00 is not recorded.",
    "29 Mar 13:05 Cy does not read along any more.",
]
NEVER = ("Iron", "Zed", "argued", "Slow head")  # not among what either may know
SYMPTOMS = ("Fatigue", "Tingling", "Cramps", "verage", "Rated on")
OWN = frozenset("ana bo vitamin x new york".split())


@pytest.mark.timeout(240)
async def test_four_weeks_side_by_side(lives: Lives) -> None:
    await first_week(lives)
    await second_week(lives)
    await third_and_fourth_week(lives)
    await the_end(lives)
    assert first_lines(lives.cy) == CYS
    dead = [line[13:] for line in first_lines(lives.bo)[len(BOS) :]]
    assert len(dead) > 6
    assert len(set(dead)) == 1
    assert not lives.bo.unanswered
    everything, later = lives.bo_heard.words(), lives.bo_heard.words(NARROWED)
    assert not [word for word in NEVER if word in everything]
    assert not [word for word in (*NEVER, *SYMPTOMS, " hint") if word in lives.cy_heard.words()]
    if lives.world.language == "en":
        assert first_lines(lives.bo)[: len(BOS)] == BOS
        assert "Nothing was changed" in dead[0]
        assert [line for line in first_lines(lives.ana) if line in ANAS] == ANAS
        assert [word for word in SYMPTOMS if word in everything] == list(SYMPTOMS)
        assert not [word for word in SYMPTOMS if word in later]
        assert "A hint to talk to a doctor or nurse was sent." in later
        return
    assert [line[:12] for line in first_lines(lives.bo)[: len(BOS)]] == [line[:12] for line in BOS]
    assert lives.bo_heard.foreign(OWN) == []


async def first_week(lives: Lives) -> None:
    """One in time, one withdrawn, one recorded by Bo and undone, one that Bo asks about; then what was announced."""
    world, ana, bo = lives.world, lives.ana, lives.bo
    await lives.day("03-03")
    await lives.day("03-04", taken=False)
    await lives.take()
    await lives.day("03-05", taken=False)
    await lives.tap(bo, "Record for")
    await lives.tap(ana, "Undo")
    await lives.take()
    await lives.day("03-06", taken=False)
    for _ in range(2):
        await lives.tap(bo, "Ask ")
    assert len([each for each in ana.chat if each.body.startswith("Bo asks whether you have taken it.")]) == 1
    await lives.tap(ana, "Taken")
    await lives.day("03-07")
    await rate(world, ana, "fatigue", date(2026, 3, 3), [6] * 5)
    await world.go(at("2026-03-08 08:05"))
    await lives.take()
    await world.go(at("2026-03-08 10:30"))
    promised = {name: await what_is_promised(lives, name) for name in ("Bo", "Cy")}
    await world.go(at("2026-03-08 13:05"))
    assert lives.cy.last.body.splitlines() == promised["Cy"]
    assert bo.last.photo
    if world.language == "en":  # his page says the next moment on both clocks
        read = [line.partition(" in Ana’s time")[0] for line in bo.last.body.splitlines()]
        assert read == promised["Bo"]


async def what_is_promised(lives: Lives, name: str) -> list[str]:
    """The lines of what Ana is shown under `What Bo will read`, without its heading."""
    await lives.world.say(lives.ana, "/caregivers")
    await lives.tap(lives.ana, name)
    text = await lives.tap(lives.ana, f"What {name} will read")
    assert ("A picture of these averages goes with it." in text) == (name == "Bo")
    return text.split("\n\n")[1].splitlines()


async def second_week(lives: Lives) -> None:
    """Bo gets less, at once; Cy gets more, once Ana has said so twice; Bo's page is skipped."""
    world, ana = lives.world, lives.ana
    await world.go(at("2026-03-09 08:05"))
    await lives.take()
    await world.go(NARROWED - timedelta(minutes=2))
    await world.say(ana, "/caregivers")
    for label in ("Bo", "Change", "Averages of symptoms: yes"):
        await lives.tap(ana, label)
    await world.say(ana, "/caregivers")
    for label in ("Cy", "Change", "Tell of an open dose: never", "Tell of an open dose: after 8", "No, leave it"):
        await lives.tap(ana, label)
    await world.go(NARROWED)
    for label in ("Tell of an open dose: never", "Tell of an open dose: after 8", "Yes"):
        await lives.tap(ana, label)
    for day in range(10, 15):
        await lives.day(f"03-{day}")
    await rate(world, ana, "tingling", date(2026, 3, 8), [5] * 7)
    await world.say(ana, "/caregivers")
    for label in ("Bo", "What Bo will read", "Skip this week"):
        await lives.tap(ana, label)
    await lives.day("03-15")


async def third_and_fourth_week(lives: Lives) -> None:
    """A page without averages for Bo; then he is shut out, two days before the next."""
    for day in range(16, 22):
        await lives.day(f"03-{day}")
    await rate(lives.world, lives.ana, "tingling", date(2026, 3, 15), [5] * 7)
    for day in range(22, 28):
        await lives.day(f"03-{day}")
    await lives.world.say(lives.ana, "/caregivers")
    for label in ("Bo", "End it now"):
        await lives.tap(lives.ana, label)
    for day in range(28, 30):
        await lives.day(f"03-{day}")


async def the_end(lives: Lives) -> None:
    """Bo's old buttons, Cy's deletion, and Ana's with an invitation open."""
    world, ana, bo, cy = lives.world, lives.ana, lives.bo, lives.cy
    await world.say(cy, "/delete")
    await world.tap(cy, "Yes, delete everything")
    link = await invite(world, ana)
    for data in sorted(lives.bo_heard.of_the_link()):
        await press(world, bo, data)
    heard = len(bo.chat), len(cy.chat)
    await world.say(ana, "/delete")
    await world.tap(ana, "Yes, delete everything")
    await world.go(timedelta(days=8))
    assert (len(bo.chat), len(cy.chat)) == heard
    assert await states(world) == []
    dan = world.sim.join(1004, "Dan", "en")
    dan.open(link)
    await world.settle()
    assert "does not work" in dan.last.text
