"""/history: a week at a time; any entry can be corrected, undone, or recorded later."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    """Monday to Thursday: nothing planned, taken, skipped, not recorded."""
    ana = await world.arrive()
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:04"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-04 08:04"))
    await world.tap(ana, "Skip", reminder(ana))
    await world.go(at("2026-03-05 12:00"))
    return ana


def reminder(person: Human) -> int:
    return [message.id for message in person.chat if message.text.startswith("Dose due")][-1]


async def test_a_week_in_short_lines(world: World, ana: Human) -> None:
    text = await world.say(ana, "/history")
    assert text.startswith("Fri 27 Feb to Thu 5 Mar")
    assert "Tue 3 Mar\nVitamin X 08:04\n" in text
    assert "Wed 4 Mar\nVitamin X skipped\n" in text
    assert text.endswith("Thu 5 Mar\nVitamin X not recorded")
    assert ana.last.labels == ["Tue 3 Mar", "Wed 4 Mar", "Thu 5 Mar", "Week before"]


async def test_ratings_stand_with_the_day(world: World, ana: Human) -> None:
    await world.say(ana, "/checkin")
    await world.tap(ana, "3")
    await world.tap(ana, "0")
    assert (await world.say(ana, "/history")).endswith("Vitamin X not recorded\nFatigue 3 · Tingling 0")
    await world.tap(ana, "Thu 5 Mar")
    await world.tap(ana, "Ratings of this day")
    assert "Check-in for Thu 5 Mar" in ana.last.text


async def test_weeks_turn_both_ways(world: World, ana: Human) -> None:
    now = await world.say(ana, "/history")
    assert "Fri 20 Feb to Thu 26 Feb" in await world.tap(ana, "Week before")
    assert "Nothing is recorded in these days." in ana.last.text
    assert ana.last.labels == ["Week before", "Week after"]
    assert await world.tap(ana, "Week after") == now
    assert "Week after" not in ana.last.labels


async def test_a_time_is_changed(world: World, ana: Human) -> None:
    await world.say(ana, "/history")
    await world.tap(ana, "Tue 3 Mar")
    await world.tap(ana, "08:00 Vitamin X")
    assert ana.last.labels == ["Undo", "Change the time", "Back"]
    await world.tap(ana, "Change the time")
    assert await world.say(ana, "7:30") == "Tue 3 Mar, 08:00: Vitamin X, 1000 mcg: taken at 07:30"
    await world.tap(ana, "Back")
    assert "taken at 07:30" in ana.last.text
    await world.tap(ana, "Back")
    assert "Tue 3 Mar\nVitamin X 07:30\n" in ana.last.text


async def test_an_intake_is_undone_and_recorded_as_it_was_planned(world: World, ana: Human) -> None:
    await world.say(ana, "/history")
    await world.tap(ana, "Tue 3 Mar")
    await world.tap(ana, "08:00 Vitamin X")
    await world.tap(ana, "Undo")
    assert ana.last.labels == ["Taken at 08:00", "Taken now", "Taken earlier", "Skip", "Back"]
    await world.tap(ana, "Taken at 08:00")
    assert ana.last.text == "Tue 3 Mar, 08:00: Vitamin X, 1000 mcg: taken at 08:00"


async def test_what_was_forgotten_is_marked(world: World, ana: Human) -> None:
    await world.say(ana, "/history")
    await world.tap(ana, "Thu 5 Mar")
    await world.tap(ana, "08:00 Vitamin X")
    await world.tap(ana, "Skip")
    assert "Thu 5 Mar\nVitamin X skipped" in await world.say(ana, "/history")


async def test_one_besides_the_plan_is_listed_and_can_be_taken_back(world: World, ana: Human) -> None:
    await world.take(ana, "Paracetamol 500 mg tablet as needed")
    await world.say(ana, "/log paracetamol yesterday 22:00")
    assert "Wed 4 Mar\nVitamin X skipped · Paracetamol 22:00" in await world.say(ana, "/history")
    await world.tap(ana, "Wed 4 Mar")
    await world.tap(ana, "22:00 Paracetamol")
    await world.tap(ana, "Undo")
    assert "Paracetamol" not in ana.last.text


async def test_what_ended_stays_and_what_was_deleted_is_gone(world: World, ana: Human) -> None:
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X", ana.last.id)
    await world.tap(ana, "End")
    await world.tap(ana, "Yes")
    text = await world.say(ana, "/history")
    assert "Tue 3 Mar\nVitamin X 08:04" in text
    assert "not recorded" not in text
    await world.tap(ana, "Tue 3 Mar")
    await world.tap(ana, "08:00 Vitamin X")
    await world.tap(ana, "Change the time")
    assert "taken at 08:20" in await world.say(ana, "8:20")


async def test_deleted_it_is_gone(world: World, ana: Human) -> None:
    await world.say(ana, "/history")
    await world.tap(ana, "Tue 3 Mar")
    message = ana.last.id
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X", ana.last.id)
    await world.tap(ana, "Delete")
    await world.tap(ana, "Yes")
    assert "Vitamin X" not in await world.say(ana, "/history")
    await world.tap(ana, "08:00 Vitamin X", message)
    assert "I cannot find that any more" in next(m.text for m in ana.chat if m.id == message)


async def test_what_is_still_to_come_is_not_listed(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 21:00")
    assert "Iron" not in await world.say(ana, "/history")


async def test_a_week_full_of_long_names_fits_a_message(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    for n in range(12):
        await world.take(bo, f"Vitamin{n}{'x' * 40} every day at 8:00, 12:00, 18:00")
    await world.outage(at("2026-03-10 12:00"))
    text = await world.say(bo, "/history")
    assert "more" in text
    assert len(text) < 4096


@pytest.mark.parametrize("data", ["1wk|20990101", "1hd|20990101", "1wk|19000101", "1hd|00010101", "1wk|00010101"])
async def test_days_out_of_reach_are_answered(world: World, ana: Human, data: str) -> None:
    await world.say(ana, "/history")
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert not ana.unanswered
    assert "error" not in ana.last.text
