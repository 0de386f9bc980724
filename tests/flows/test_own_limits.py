"""Limits of a person's own for what is taken as needed: they are reminded of them, and nothing is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.plans import plans
from tests.world import World, at

LINE = "Paracetamol as needed, at least 6 hours apart, no more than 4 a day"
GAP = "You set at least 6 hours between two. The last one is recorded at 10:05. Record it all the same?"


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 10:05"))
    return await world.arrive()


async def test_they_are_said_before_and_after_saving(world: World, ana: Human) -> None:
    text = await world.say(ana, f"/add {LINE}")
    assert "When: as needed, at least 6 hours apart, no more than 4 a day" in text
    assert "as needed, at least 6 hours apart, no more than 4 a day" in await world.tap(ana, "Save")
    assert "no more than 4 a day" in await world.say(ana, "/regimens")


async def test_a_dose_nearer_than_the_own_gap_is_asked_about(world: World, ana: Human) -> None:
    await world.take(ana, LINE)
    assert "The 6 hours that you set end at 16:05." in await world.say(ana, "/log paracetamol")
    await world.go(timedelta(hours=3))
    assert GAP in await world.say(ana, "/log paracetamol")
    assert ana.last.labels == ["Yes", "No"]
    assert "1 recorded today\nThe 6 hours that you set end at 16:05." in await world.tap(ana, "No")
    await world.say(ana, "/log paracetamol")
    await world.restart()
    text = await world.tap(ana, "Yes")
    assert "Paracetamol: taken at 13:05" in text
    assert "end at 19:05" in text


async def test_the_days_list_asks_as_well_and_the_own_gap_has_an_end(world: World, ana: Human) -> None:
    await world.take(ana, LINE)
    await world.say(ana, "/today")
    await world.tap(ana, "Took one · Paracetamol")
    await world.go(at("2026-03-02 16:04"))
    await world.say(ana, "/today")
    assert GAP in await world.tap(ana, "Took one · Paracetamol")
    await world.tap(ana, "No")
    await world.go(at("2026-03-02 16:05"))
    text = await world.say(ana, "/today")
    assert "that you set" not in text
    assert "2 recorded today" in await world.tap(ana, "Took one · Paracetamol")


async def test_an_earlier_dose_looks_at_the_next_one(world: World, ana: Human) -> None:
    await world.take(ana, LINE)
    await world.say(ana, "/log paracetamol")
    assert "The next one is recorded at 10:05. Record it all the same?" in await world.say(ana, "/log paracetamol 6:00")


async def test_one_beyond_the_own_maximum_is_asked_about_until_the_day_is_over(world: World, ana: Human) -> None:
    await world.take(ana, "Iron as needed, no more than 2 a day")
    for _ in range(2):
        await world.say(ana, "/log iron")
        await world.go(timedelta(hours=2))
    text = await world.say(ana, "/log iron")
    assert text == "You set no more than 2 a day. 2 are recorded on Mon 2 Mar. Record it all the same?"
    await world.tap(ana, "Yes")
    await world.go(at("2026-03-03 09:00"))
    assert "taken at 09:00" in await world.say(ana, "/log iron")


async def test_they_are_set_and_taken_away_from_its_page(world: World, ana: Human) -> None:
    await world.take(ana, "Paracetamol as needed")
    for label in ("6 hours apart", "At most 4 a day"):
        await world.say(ana, "/regimens")
        await world.tap(ana, "Paracetamol")
        await world.tap(ana, "Own limits")
        await world.tap(ana, label)
        await world.tap(ana, "Save")
    (plan,) = await plans(world)
    assert (plan.gap_hours, plan.most_a_day) == (6, 4)
    await world.say(ana, "/regimens")
    await world.tap(ana, "Paracetamol")
    await world.tap(ana, "Own limits")
    assert "I did not get that" in await world.say(ana, "every Monday")
    assert "does not work" in await world.say(ana, "at least 0 hours apart")
    assert "at least 8 hours apart, no more than 4 a day" in await world.say(ana, "at least 8 hours apart")
    await world.tap(ana, "Change")
    await world.tap(ana, "Own limits")
    await world.tap(ana, "No limits")
    await world.tap(ana, "Save")
    (plan,) = await plans(world)
    assert (plan.gap_hours, plan.most_a_day) == (None, None)


async def test_the_steps_have_them_too_and_a_rhythm_takes_them_away(world: World, ana: Human) -> None:
    await world.say(ana, f"/add {LINE}")
    for label in ("Change", "How often", "Every day", "08:00", "Done", "Today", "Save"):
        if label in ana.last.labels:
            await world.tap(ana, label)
    (plan,) = await plans(world)
    assert (len(plan.phases), plan.gap_hours, plan.most_a_day) == (1, None, None)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Iron as needed at least 0 hours apart", "“at least 0 hours apart” does not work"),
        ("Iron as needed at least 200 hours apart", "“at least 200 hours apart” does not work"),
        ("Iron as needed no more than 0 a day", "“no more than 0 a day” does not work"),
        ("Iron as needed no more than 49 a day", "“no more than 49 a day” does not work"),
        ("Iron every day at 8 no more than 4 a day", "“no more than 4 a day” goes only with what you take as needed"),
    ],
)
async def test_nonsense_is_said_and_not_kept(world: World, ana: Human, line: str, answer: str) -> None:
    assert answer in await world.say(ana, f"/add {line}")
    await world.say(ana, "/cancel")
    assert not await plans(world)


async def test_nobody_else_records_it_by_the_button(world: World, ana: Human) -> None:
    await world.take(ana, LINE)
    await world.say(ana, "/log paracetamol")
    await world.say(ana, "/log paracetamol")
    data = ana.last.buttons[0][0][1]
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, data)
    await world.settle()
    assert "I cannot find that" in bo.last.text
    assert "1 recorded today" in await world.say(ana, "/today")
