"""What the database and the chat hold of a person's plans."""

from __future__ import annotations

from typing import Any

from journal import people, regimens
from journal.timing import Plan, plan_to_json
from simulator.people import Human
from tests.world import World


async def plans(world: World) -> list[Plan]:
    """The plans in force of Ana's regimens that have not ended, oldest first."""
    async with world.app.db.read() as tx:
        person = await people.find(tx, 1001)
        assert person
        return [await regimens.plan_of(tx, each) for each in await regimens.of(tx, person)]


async def plan(world: World) -> list[dict[str, Any]]:
    """The phases of the newest one, as JSON."""
    found: list[dict[str, Any]] = plan_to_json((await plans(world))[-1])["phases"]
    return found


async def names(world: World) -> list[str]:
    """The names of Ana's regimens that have not ended."""
    async with world.app.db.read() as tx:
        person = await people.find(tx, 1001)
        assert person
        return [each.label for each in await regimens.of(tx, person)]


def said(person: Human, words: str) -> list[str]:
    """The bot's messages that hold these words, oldest first."""
    return [message.body for message in person.chat if message.from_bot and words in message.body]
