"""Plans in parts as they are lived: a part that is over says so and what comes next, and no plan just goes quiet."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.plans import names, said
from tests.world import World, at

LOADING = "Vitamin X 1 mg injection every other day 2 times then every 8 weeks at 10:00"
COURSE = "Folic acid 5 mg every day at 10:00 for 2 days"


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))  # a Monday
    return await world.arrive()


async def take(world: World, person: Human, moment: str) -> None:
    await world.go(at(moment))
    await world.tap(person, "Taken")


async def test_a_part_that_is_over_says_so_and_what_comes_next(world: World, ana: Human) -> None:
    await world.take(ana, LOADING)
    await take(world, ana, "2026-03-02 10:00")
    assert not said(ana, "is over")
    await take(world, ana, "2026-03-04 10:05")
    assert said(ana, "is over") == [
        "Vitamin X, 1 mg: the first part of your plan is over, with 2 of 2 recorded.\n"
        "Next: every 8 weeks at 10:00, first on Wed 29 Apr, 10:00."
    ]
    await world.go(at("2026-03-10 12:00"))
    assert len(said(ana, "is over")) == 1
    assert await names(world) == ["Vitamin X"]


async def test_without_a_record_it_is_said_the_next_morning(world: World, ana: Human) -> None:
    await world.take(ana, LOADING)
    await world.go(at("2026-03-05 07:59"))
    assert not said(ana, "is over")
    await world.restart()
    await world.go(at("2026-03-05 08:00"))
    assert "with 0 of 2 recorded" in said(ana, "is over")[0]


async def test_a_plan_that_is_over_asks_what_is_next(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await take(world, ana, "2026-03-02 10:00")
    await take(world, ana, "2026-03-03 10:00")
    assert "your plan is over, with 2 of 2 recorded" in ana.last.text
    assert ana.last.labels == ["Add a new plan", "Keep it ended"]
    assert await names(world) == ["Folic acid"]
    await world.go(at("2026-03-04 10:00"))
    assert await names(world) == []
    assert len(said(ana, "is over")) == 1
    await world.tap(ana, "Keep it ended")
    assert said(ana, "stays ended")[0] == "Folic acid, 5 mg: it stays ended. What you recorded stays in your diary."


async def test_the_last_dose_can_be_taken_back_for_a_day(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await take(world, ana, "2026-03-02 10:00")
    await take(world, ana, "2026-03-03 10:00")
    reminder = [message.id for message in ana.chat if message.from_bot and "taken at" in message.text][-1]
    await world.tap(ana, "Undo", reminder)
    await world.tap(ana, "Taken", reminder)
    assert len(said(ana, "is over")) == 1


async def test_a_last_dose_without_a_record_ends_the_plan_a_day_later(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await world.go(at("2026-03-04 09:59"))
    assert not said(ana, "is over")
    assert await names(world) == ["Folic acid"]
    await world.go(at("2026-03-04 10:00"))
    assert "with 0 of 2 recorded" in said(ana, "is over")[0]
    assert await names(world) == []


async def test_a_new_plan_starts_with_what_is_known(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await world.go(at("2026-03-04 10:00"))
    question = ana.last.id
    text = await world.tap(ana, "Add a new plan")
    assert text.startswith("Folic acid, 5 mg\n")
    await world.tap(ana, "Skip")
    assert "How often?" in ana.last.text
    await world.say(ana, "every week at 9")
    await world.tap(ana, "Save")
    assert await names(world) == ["Folic acid"]
    assert question != ana.last.id


async def test_a_changed_plan_is_not_ended_by_an_old_question(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await take(world, ana, "2026-03-02 10:00")
    await take(world, ana, "2026-03-03 10:00")
    question = ana.last.id
    await world.say(ana, "/regimens")
    await world.tap(ana, "Folic acid")
    await world.tap(ana, "Edit")
    await world.tap(ana, "How often")
    await world.tap(ana, "Every day")
    await world.tap(ana, "Save")
    for label in ("Keep it ended", "Add a new plan"):
        assert "the plan has changed since then" in await world.tap(ana, label, question)
    await world.go(at("2026-03-05 08:00"))
    assert await names(world) == ["Folic acid"]


async def test_after_an_outage_the_last_dose_can_still_be_recorded(world: World, ana: Human) -> None:
    await world.take(ana, COURSE)
    await world.go(at("2026-03-02 10:00"))
    await world.outage(at("2026-03-06 10:00"))
    assert "Tue 3 Mar" in ana.last.text
    assert not said(ana, "is over")
    await world.tap(ana, "All taken")
    assert "with 2 of 2 recorded" in said(ana, "is over")[0]


async def test_a_pause_says_nothing_and_the_plan_goes_on_after_it(world: World, ana: Human) -> None:
    await world.take(ana, LOADING)
    await take(world, ana, "2026-03-02 10:00")
    await world.go(at("2026-03-04 10:00"))
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    await world.go(at("2026-03-07 12:00"))
    assert not said(ana, "is over")
    await world.tap(ana, "Resume")
    assert "with 1 of 2 recorded" in said(ana, "is over")[0]
