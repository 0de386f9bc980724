"""Having a supply counted, and living on: what the flows of supplies share."""

from __future__ import annotations

from simulator.people import Human
from tests.world import World, at

LOW = "enough up to"
ASKED = "My count says none left. Is it right?"


async def count(world: World, person: Human, left: str, unit: str = "Tablets", dose: str = "1") -> str:
    """Have the supply of the only uncounted regimen counted."""
    await world.say(person, "/stock")
    await world.tap(person, "Count my supply")
    await world.tap(person, unit)
    await world.say(person, left)
    return await world.say(person, dose)


async def left(world: World, person: Human) -> str:
    return (await world.say(person, "/stock")).splitlines()[1]


async def take(world: World, person: Human, moment: str) -> None:
    await world.go(at(moment))
    await world.tap(person, "Taken")


def told(person: Human, words: str) -> list[str]:
    """When a message with these words was sent."""
    return [f"{m.date:%d %b %H:%M}" for m in person.chat if m.from_bot and words in m.text]


async def sleep(world: World, moment: str) -> None:
    """Hear and do nothing until then; what fell due comes at that moment."""
    await world.app.courier.lived(at(moment))
    world.clock.set(at(moment))
    await world.settle()


async def take_all(world: World, person: Human) -> None:
    """Tap every `Taken` that the chat shows."""
    for message in list(person.chat):
        if "Taken" in message.labels:
            await world.tap(person, "Taken", message.id)


async def count_again(world: World, person: Human, left: str) -> str:
    """Correct the count of the only supply."""
    await world.say(person, "/stock")
    await world.tap(person, "Vitamin X")
    await world.tap(person, "Correct the count")
    return await world.say(person, left)
