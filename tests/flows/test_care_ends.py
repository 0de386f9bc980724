"""The end of a care link, by either side or by deletion, and what the patient can read of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal import accesses
from journal.tables import AccessLog, Notice
from simulator.people import Human
from tests.flows.care import linked, links, rows, states
from tests.world import World


@pytest.mark.parametrize("by_ana", [True, False])
async def test_either_side_ends_it_with_one_tap(world: World, by_ana: bool) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    who, label = (ana, "End it now") if by_ana else (bo, "Stop reading along")
    await world.say(who, "/caregivers")
    await world.tap(who, "Bo" if by_ana else "You read along with Ana")
    assert "Ended." in await world.tap(who, label)
    assert await states(world) == ["ended"]
    other, said = (bo, "Ana does not share with you any more.") if by_ana else (ana, "Bo does not read along any more.")
    assert other.last.text == said
    text = await world.say(other, "/caregivers")
    assert "nobody" in text.lower()


async def test_a_change_that_waits_dies_with_the_link(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana, ticks=("My notes: no",))
    await world.tap(ana, "Change")
    await world.tap(ana, "My notes: yes")
    await world.tap(ana, "Back")
    await world.tap(ana, "End it now")
    assert [notice.kind for notice in await rows(world, Notice) if notice.subject.startswith("care:1:")] == []
    await world.go(timedelta(minutes=5))
    assert bo.last.text == "Ana does not share with you any more."


async def test_every_step_is_in_the_patients_log(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await world.say(ana, "/privacy")
    text = await world.tap(ana, "Who was sent what")
    assert [line.split(", ")[-1] for line in text.splitlines()[1:]] == ["confirmed by you", "has accepted", "invited"]
    assert "Bo" in text
    await world.say(bo, "/privacy")
    assert await world.tap(bo, "Who was sent what") == "Nothing was shared with anyone so far."
    assert {row.what for row in await rows(world, AccessLog)} == {"confirmed", "accepted", "invited"}


@pytest.mark.parametrize("patient_goes", [True, False])
async def test_deletion_ends_the_links_and_the_other_side_hears_it(world: World, patient_goes: bool) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    gone, other = (ana, bo) if patient_goes else (bo, ana)
    await world.say(gone, "/delete")
    await world.tap(gone, "Yes, delete everything")
    expected = "Ana does not share with you any more." if patient_goes else "Bo does not read along any more."
    assert other.last.text == expected
    assert await links(world) == []
    assert "nobody" in (await world.say(other, "/caregivers")).lower()
    if not patient_goes:
        assert "Bo" not in await log_of(world, ana)


async def test_the_name_of_who_left_is_forgotten_after_a_day(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await world.say(bo, "/delete")
    await world.tap(bo, "Yes, delete everything")
    for hours, names in ((1, {"", "Bo"}), (24, {""})):
        await world.go(timedelta(hours=hours))
        async with world.app.db.write() as tx:
            await accesses.purge(tx, world.clock.now())
        assert {row.detail for row in await rows(world, AccessLog)} == names


async def log_of(world: World, ana: Human) -> str:
    await world.say(ana, "/privacy")
    return await world.tap(ana, "Who was sent what")
