"""/regimens as a conversation: the list, one of it, pausing, resuming, ending and deleting."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlmodel import col

from journal import people, regimens
from journal.tables import Regimen
from journal.timing import Plan
from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))
    return await world.arrive()


async def stored(world: World) -> list[tuple[str, str]]:
    async with world.app.db.read() as tx:
        rows = (await tx.execute(select(Regimen).order_by(col(Regimen.id)))).scalars()
        return [(row.label, row.status) for row in rows]


async def test_empty_says_how_to_begin(world: World, ana: Human) -> None:
    text = await world.say(ana, "/regimens")
    assert "You have added nothing yet." in text
    assert "/add Vitamin B12 1000 mcg tablet every day at 8:00" in text


async def test_each_with_its_plan_and_next_date(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 14 mg every day at 8")
    await world.take(ana, "Vitamin X every 12 weeks at 10 from 1 Dec 2027")
    await world.take(ana, "Zinc as needed")
    text = await world.say(ana, "/regimens")
    assert "Iron, 14 mg\nevery day at 08:00\nNext: Tue 3 Mar, 08:00" in text
    assert "Vitamin X\nevery 12 weeks at 10:00\nNext: Wed, 1 Dec 2027, 10:00" in text
    assert "Zinc\nas needed" in text
    assert ana.last.labels == ["Iron", "Vitamin X", "Zinc"]


async def test_pause_and_resume(world: World, ana: Human) -> None:
    await world.take(ana, "Iron every day at 8")
    await world.say(ana, "/regimens")
    await world.tap(ana, "Iron")
    assert ana.last.labels == ["Edit", "Pause", "End", "Delete", "Count my supply", "About the treatment", "Back"]
    assert "Next dates:\nTue 3 Mar, 08:00\n" in ana.last.text
    await world.tap(ana, "Pause")
    assert "Iron rests until you resume it." in await world.tap(ana, "Until I resume it")
    assert "Paused: no reminders until you resume it." in await world.say(ana, "/regimens")
    await world.tap(ana, "Iron")
    assert "Next dates:" in await world.tap(ana, "Resume")


async def test_end_and_delete_ask_first(world: World, ana: Human) -> None:
    await world.take(ana, "Iron every day at 8")
    await world.take(ana, "Zinc every day at 9")
    await world.say(ana, "/regimens")
    await world.tap(ana, "Iron")
    assert "What you recorded stays" in await world.tap(ana, "End")
    await world.tap(ana, "No")
    usual = ["Edit", "Pause", "End", "Delete", "Count my supply", "About the treatment"]
    assert ana.last.labels == [*usual, "Start after another", "Back"]
    await world.tap(ana, "End")
    await world.tap(ana, "Yes, end it")
    assert ana.last.labels == ["Zinc"]
    await world.tap(ana, "Zinc")
    assert "every dose you recorded" in await world.tap(ana, "Delete")
    assert "You have added nothing yet." in await world.tap(ana, "Yes, delete it")
    assert await stored(world) == [("Iron", "ended")]


async def test_forty_long_ones_fit_into_one_message(world: World, ana: Human) -> None:
    async with world.app.db.write() as tx:
        person = await people.find(tx, 1001)
        assert person is not None
        for place in range(regimens.MOST):
            await regimens.add(tx, person, f"{place:0100}", "<" * 100, "tablet", Plan(), world.clock.now())
    text = await world.say(ana, "/regimens")
    assert len(text) <= 4096
    assert "more: their buttons are below" in text
    assert len(ana.last.labels) == regimens.MOST


async def test_a_deleted_one_is_gone_for_old_buttons(world: World, ana: Human) -> None:
    await world.take(ana, "Iron every day at 8")
    await world.say(ana, "/regimens")
    first = ana.last.id
    await world.tap(ana, "Iron")
    data = next(data for row in ana.last.buttons for label, data in row if label == "Pause")
    await world.tap(ana, "Delete")
    await world.tap(ana, "Yes, delete it")
    ana.tap_data(first, data)
    await world.settle()
    assert "I cannot find that any more. Nothing was changed." in ana.last.text
