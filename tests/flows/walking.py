"""Walking through years: people who take what comes, and everything that they hear, with the time on their wall."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.prescribed import LONDON, Prescription
from tests.flows.seeds import ask_nothing
from tests.world import World, at


@dataclass(frozen=True, order=True)
class Heard:
    """A message of the bot as it came: the time on the wall, its words, its buttons."""

    at: datetime
    text: str
    labels: tuple[str, ...]


Habit = Callable[["Walker", ChatMessage], Awaitable[object]]


@dataclass
class Walker:
    """Somebody whose `habit` gets each new message and may tap or type."""

    person: Human
    habit: Habit
    heard: list[Heard] = field(default_factory=list)
    seen: int = 0

    def skip(self) -> None:
        """What came so far does not count."""
        self.seen = max(message.id for message in self.person.chat)

    async def listen(self) -> bool:
        """Hear and answer what is new; whether there was anything."""
        new = [message for message in self.person.chat if message.id > self.seen and message.from_bot]
        for message in new:
            self.seen = message.id
            self.heard.append(Heard(on_the_wall(message.date), message.body, tuple(message.labels)))
            await self.habit(self, message)
        return bool(new)

    def when(self, words: str) -> list[datetime]:
        """When something with these words was heard."""
        return [each.at for each in self.heard if words in each.text]

    def said(self, words: str) -> list[tuple[datetime, str]]:
        """The same with all that was said."""
        return [(each.at, each.text) for each in self.heard if words in each.text]


def on_the_wall(moment: datetime) -> datetime:
    """London's local time of an aware moment, without a zone."""
    return moment.astimezone(LONDON).replace(tzinfo=None)


async def enter(world: World, prescribed: Prescription, habit: Habit) -> tuple[Walker, Walker]:
    """Ana, who has typed the prescription in one line on 2 March 2026, and Bo, who has tapped it in."""
    world.clock.set(at("2026-03-02 09:30"))
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await world.say(ana, f"/add Vitamin X {prescribed.form} {prescribed.line}")
    if "days of the week" in ana.last.text:
        await world.say(ana, "Mon, Wed, Fri")
    await world.tap(ana, "Save")
    await world.say(bo, "/add")
    await world.say(bo, "Vitamin X")
    for label in [*prescribed.taps.split(" · "), "Save"]:
        await world.tap(bo, label)
    await ask_nothing(world)
    walkers = Walker(ana, habit), Walker(bo, habit)
    for walker in walkers:
        walker.skip()
    return walkers


async def walk(world: World, until: datetime, *walkers: Walker) -> None:
    """Live until a moment, event by event; everybody answers at once."""
    while await world.step(until):
        for walker in walkers:
            while await walker.listen():
                pass
    await world.go(until)
