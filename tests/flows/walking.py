"""Walking through years: people who take what comes, and everything that they hear, with the time on their wall."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.prescribed import LONDON
from tests.world import World


@dataclass(frozen=True)
class Heard:
    """A message of the bot as it came: the time on the wall, its words, its buttons."""

    at: datetime
    text: str
    labels: tuple[str, ...]


@dataclass
class Walker:
    """Somebody who answers as `habit` does: it gets each new message, and taps or types."""

    person: Human
    habit: Callable[[Walker, ChatMessage], Awaitable[None]]
    heard: list[Heard] = field(default_factory=list)
    seen: int = 0

    def skip(self) -> None:
        """What came so far is not told."""
        self.seen = max((message.id for message in self.person.chat), default=0)

    async def listen(self) -> bool:
        """Hear and answer what is new; whether there was anything."""
        new = [message for message in self.person.chat if message.id > self.seen and message.from_bot]
        for message in new:
            self.seen = message.id
            self.heard.append(Heard(on_the_wall(message.date), message.body, tuple(message.labels)))
            await self.habit(self, message)
        return bool(new)

    def when(self, words: str) -> list[datetime]:
        """When something with these words was heard, by the clock on the wall."""
        return [each.at for each in self.heard if words in each.text]


def on_the_wall(moment: datetime) -> datetime:
    """London's local time of an aware moment, without a zone."""
    return moment.astimezone(LONDON).replace(tzinfo=None)


async def walk(world: World, until: datetime, *walkers: Walker) -> None:
    """Live until a moment, event by event; everybody answers at once."""
    while (due := await world.next_due()) is not None and due <= until:
        await world.go(max(due, world.clock.now()))
        for walker in walkers:
            while await walker.listen():
                pass
    await world.go(until)
