"""/operator: counts and ids for whoever runs the bot, and no sign of it for anybody else."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from handlers.incoming import stored
from handlers.version import VERSION
from journal.tables import AccessLog, InboxUpdate, Notice
from simulator.people import Human
from tests.flows.care import linked, press, rows
from tests.world import World, at

LINE = "Vitamin X 1 mg tablet every day at 8:00"


@pytest.fixture
async def cy(world: World) -> Human:
    """Cy, who runs the bot by the settings and keeps no diary."""
    for app in world.replicas:
        await app.close()
    world.replicas.clear()
    for _ in range(2):
        await world.add_replica(operator_ids="77, 1009")
    return world.sim.join(1009, "Cy", "en")


async def test_counts_are_all_there_is(world: World, cy: Human) -> None:
    ana = await world.arrive("Ana Quillfeather")
    await world.take(ana, LINE)
    page = await world.say(cy, "/operator")
    assert page.splitlines()[:4] == [
        "How this bot is doing",
        "People: 2. Plans under way: 1.",
        "Due and not sent: 0. Late by over 5 minutes: 0.",
        "To be read: 0. Answers to be sent: 0.",
    ]
    assert f"Version {VERSION}." in page
    assert "I have been running since" in page
    assert not [word for word in ("Ana", "Vitamin", "1001", "Quillfeather") if word in page]
    assert cy.last.labels == ["Invitations only", "Make an invitation link"]


async def test_what_waits_and_what_failed_is_named_by_ids(world: World, cy: Human) -> None:
    ana = await world.arrive()
    await world.take(ana, LINE)
    async with world.app.db.write() as tx:
        await tx.execute(text("UPDATE regimen SET label = 'no ciphertext'"))
    broken = {"message_id": 5, "chat": {"id": ana.id, "type": "private"}, "date": "not a number"}
    await world.app.inbox.store([stored({"update_id": 999_999, "message": broken})])
    await world.go(at("2026-03-03 08:10"))
    page = await world.say(cy, "/operator")
    stuck = next(each.id for each in await rows(world, Notice) if each.kind == "dose")
    failed = next(each.error_id for each in await rows(world, InboxUpdate) if each.error_id)
    assert "Due and not sent: 1. Late by over 5 minutes: 1." in page
    assert "Oldest due: " in page
    assert f"Put off, to be tried again: {stuck}" in page
    assert f"Ended by an error: {failed}" in page


async def test_each_look_is_in_the_operators_own_log(world: World, cy: Human) -> None:
    ana = await world.arrive()
    await world.say(cy, "/operator")
    assert [(row.what, row.link_id, row.detail) for row in await rows(world, AccessLog)] == [("counted", None, "")]
    await world.say(ana, "/privacy")
    assert await world.tap(ana, "Who was sent what") == "Nothing was shared with anyone so far."


async def test_to_anybody_else_it_is_no_command(world: World, cy: Human) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    for person in (ana, bo, world.sim.join(1003, "Di", "en")):
        unknown = await world.say(person, "/qwertz")
        for typed in ("/operator", "/OPERATOR now", f"/operator@{world.app.bot.username}"):
            assert await world.say(person, typed) == unknown
    assert [row for row in await rows(world, AccessLog) if row.what == "counted"] == []
    menus = world.sim.world.profile.commands.values()
    assert "operator" not in [command["command"] for menu in menus for command in menu]
    assert "/operator" not in await world.say(ana, "/help")


async def test_the_operator_of_a_closed_bot_lets_somebody_in(world: World, cy: Human) -> None:
    await world.say(cy, "/operator")
    await world.tap(cy, "Invitations only")
    assert "Only people with an invitation link can use it now." in cy.last.body
    link = (await world.tap(cy, "Make an invitation link")).split()[-1]
    ana = world.sim.join(1001, "Ana", "en")
    assert "This bot is private" in await world.say(ana, "/start")
    assert "Only the person who runs this bot" in await press(world, ana, "1ac|open")
    ana.open(link)
    await world.settle()
    assert "I agree" in ana.last.labels
