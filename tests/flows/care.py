"""Ana invites Bo: the steps that tests of care links share."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlmodel import SQLModel

from journal.tables import CareLink
from simulator.people import Human
from tests.flows import talk
from tests.world import World

Row = TypeVar("Row", bound=SQLModel)
DEAD = "That link does not work"
DOSE = "Vitamin X 1 mg tablet every day at 8:00"


async def invite(world: World, ana: Human, *ticks: str) -> str:
    """Ana makes an invitation with these switches tapped; returns the link."""
    await world.say(ana, "/caregivers")
    await world.tap(ana, "Invite someone")
    for label in ticks:
        await world.tap(ana, label)
    await world.tap(ana, "Next")
    await world.tap(ana, "Ana")
    return str(ana.last.text.split()[-1])


async def open_link(world: World, person: Human, link: str) -> str:
    """The person follows the link; returns what the bot says."""
    person.open(link)
    await world.settle()
    return person.last.body


async def accept(world: World, bo: Human, link: str, place: str = "London") -> None:
    """Bo, who takes nothing, opens the link, agrees and says where he is, in whatever language."""
    await open_link(world, bo, link)
    for label in ("Accept", "I agree", place):
        await talk.press(world, bo, label)


async def linked(world: World, ana: Human, user_id: int = 1002, name: str = "Bo", ticks: tuple[str, ...] = ()) -> Human:
    """A caregiver of Ana's who takes nothing, confirmed by her."""
    bo = world.sim.join(user_id, name, "en")
    await accept(world, bo, await invite(world, ana, *ticks))
    await world.tap(ana, "Confirm")
    return bo


def data_of(person: Human, label: str) -> str:
    """What the newest button with this label sends."""
    for message in reversed(person.chat):
        for row in message.buttons:
            for shown, data in row:
                if shown == label:
                    return data
    raise AssertionError(f"no button {label!r}")


async def rows(world: World, table: type[Row]) -> list[Row]:
    """Every row of a table, read in a transaction of its own."""
    async with world.app.db.read() as tx:
        return list((await tx.execute(select(table))).scalars())


async def links(world: World) -> list[CareLink]:
    """Every care link, the oldest first."""
    return sorted(await rows(world, CareLink), key=lambda link: link.id or 0)


async def states(world: World) -> list[str]:
    """The state of every care link, the oldest first."""
    return [link.state for link in await links(world)]


async def press(world: World, person: Human, data: str) -> str:
    """The person sends this as a press of their newest message, as a forged client may; what the bot then says."""
    person.tap_data(person.last.id, data)
    await world.settle()
    return person.last.body
