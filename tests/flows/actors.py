"""Everybody who might press a button that is not theirs: strangers, caregivers of every scope, and who has gone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update

from handlers.presses import DeleteAll
from handlers.presses_care import CareAnswer, CareRead
from handlers.presses_helping import CareAsk, CareRecord
from journal import scopes
from journal.tables import CareLink
from simulator.people import Human
from tests.flows.care import invite, open_link
from tests.flows.talk import do
from tests.world import World

NAME, LABELS = "Quillfeather", ("Xylophone", "Zedoary")
GRANTS: dict[str, dict[str, Any]] = {
    scopes.ALWAYS: {},
    **{code: {"sees": ["doses", code]} for code in scopes.SEES},
    scopes.WEEKLY: {"weekly": True},
    scopes.MISSED: {"missed_after": 60},
    scopes.OVERDUE: {"overdue": True},
    scopes.SILENT: {"silent_days": 3},
    scopes.RECORD: {"may_record": True},
    scopes.NUDGE: {"may_nudge": True},
}
NOTHING = {"sees": ["doses"], "weekly": False, "may_record": False, "may_nudge": False}


@dataclass(frozen=True)
class Actor:
    """Somebody: how they come about, which words of hers they may read, what they may do about her."""

    name: str
    arrange: Callable[[World, Human, Human], Awaitable[Human]]
    hears: tuple[str, ...] = ()
    does: tuple[type[Any], ...] = ()

    def may(self, press: Any) -> bool:
        """Whether the press is theirs to make, and so proves nothing."""
        ends = isinstance(press, CareRead) and press.action == "end" and bool(self.hears)
        return ends or isinstance(press, (DeleteAll, *self.does))


async def newcomer(world: World, ana: Human, bo: Human) -> Human:
    eve = world.sim.join(1003, "Eve", "en")
    await world.say(eve, "hello")
    return eve


async def stranger(world: World, ana: Human, bo: Human) -> Human:
    eve = await world.arrive("Eve", 1003)
    await world.take(eve, "Iron 1 tablet every day at 8:00")
    return eve


async def back(world: World, ana: Human, bo: Human) -> Human:
    """Has blocked the bot, and lets it write again."""
    eve = await stranger(world, ana, bo)
    eve.block()
    await world.settle()
    eve.unblock()
    await world.settle()
    return eve


async def invited(world: World, ana: Human, bo: Human) -> Human:
    eve = await stranger(world, ana, bo)
    await open_link(world, eve, await invite(world, ana))
    await do(world, ana, "/add", "Tamarind")
    return eve


async def accepted(world: World, ana: Human, bo: Human) -> Human:
    eve = await invited(world, ana, bo)
    await world.tap(eve, "Accept")
    return eve


async def reader(world: World, ana: Human, bo: Human) -> Human:
    return bo


async def ended(world: World, ana: Human, bo: Human) -> Human:
    ana.tap_data(ana.last.id, "1cr|1|end")
    await world.settle()
    await do(world, ana, "/cancel", "/add", "Tamarind")
    return bo


async def deleted(world: World, ana: Human, bo: Human) -> Human:
    await do(world, bo, "/delete", "[Yes, delete everything]")
    return bo


async def diarist(world: World, ana: Human, bo: Human) -> Human:
    """Bo, who also keeps a diary."""
    bo.tap_data(bo.last.id, "1ag")
    await do(world, bo, "London", "20:00", "Sunday")
    return bo


async def grant(world: World, scope: str) -> None:
    """Have every link give this scope alone."""
    async with world.app.db.write() as tx:
        await tx.execute(update(CareLink).values(**{**NOTHING, **GRANTS[scope]}))


ACTORS = (
    Actor("somebody who has just come", newcomer),
    Actor("a stranger", stranger),
    Actor("a stranger who had blocked the bot", back),
    Actor("one who was invited", invited, (NAME,), (CareAnswer,)),
    Actor("one who has accepted", accepted, (NAME,)),
    Actor("one who only reads along", reader, (NAME, *LABELS), (CareRecord,)),
    Actor("one whose link was ended", ended),
    Actor("one who has deleted everything", deleted),
)
DIARIST = Actor("one who reads along and keeps a diary", diarist, (NAME, *LABELS))
DOES: dict[str, tuple[type[Any], ...]] = {scopes.RECORD: (CareRecord,), scopes.NUDGE: (CareAsk,)}
