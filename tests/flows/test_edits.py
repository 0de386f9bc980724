"""A regimen is changed: from today or a later day; what was recorded stays, and nothing taken is asked for again."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    await world.go(at("2026-03-03 08:00"))
    return ana


async def take(world: World, ana: Human) -> None:
    message = next(each for each in reversed(ana.chat) if "Taken" in each.labels)
    await world.tap(ana, "Taken", message.id)


async def edit(world: World, ana: Human, field: str, typed: str) -> str:
    """Open the regimen, change one field by typing, and return the preview."""
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Edit")
    await world.tap(ana, field)
    return await world.say(ana, typed)


def reminders(ana: Human, count: int = 0) -> list[str]:
    return [message.text for message in ana.chat[count:] if message.text.startswith("Dose due")]


async def test_what_was_taken_today_is_not_asked_again(world: World, ana: Human) -> None:
    await take(world, ana)
    text = await edit(world, ana, "Times", "20:30")
    assert text.startswith("Is this right? It holds from today.")
    assert "Next dates:\nWed 4 Mar, 20:30" in text
    assert "Nothing is saved yet." in text
    before = len(ana.chat)
    await world.tap(ana, "Save")
    await world.go(at("2026-03-04 20:30"))
    assert reminders(ana, before) == ["Dose due 20:30: Vitamin X, 1000 mcg"]


async def test_what_is_open_today_follows_the_new_plan(world: World, ana: Human) -> None:
    old = next(each for each in reversed(ana.chat) if "Taken" in each.labels)
    assert "Next dates:\nTue 3 Mar, 20:30" in await edit(world, ana, "Times", "20:30")
    before = len(ana.chat)
    await world.tap(ana, "Save")
    assert "20:30: Vitamin X, 1000 mcg, later today" in await world.say(ana, "/today")
    await world.go(at("2026-03-03 20:30"))
    said = [message.text for message in ana.chat[before:] if "Vitamin X, 1000 mcg" in message.text]
    assert reminders(ana, before) == ["Dose due 20:30: Vitamin X, 1000 mcg"]
    assert not [text for text in said if "08:00" in text]
    await world.tap(ana, "Taken", old.id)  # the same dose of the same day
    assert "Vitamin X, 1000 mcg: taken at 20:30" in await world.say(ana, "/today")


async def test_a_new_time_that_has_passed_today_is_asked_at_once(world: World, ana: Human) -> None:
    assert "Next dates:\nTue 3 Mar, 07:00" in await edit(world, ana, "Times", "7:00")
    await world.tap(ana, "Save")
    assert reminders(ana)[-1] == "Dose due 07:00: Vitamin X, 1000 mcg"


async def test_fewer_times_a_day_do_not_ask_for_one_more(world: World, ana: Human) -> None:
    await edit(world, ana, "Times", "8:00, 12:00")
    await world.tap(ana, "Save")
    await take(world, ana)
    await world.go(at("2026-03-03 12:00"))
    await take(world, ana)
    await edit(world, ana, "Times", "18:00")
    before = len(ana.chat)
    await world.tap(ana, "Save")
    await world.go(at("2026-03-04 18:00"))
    assert reminders(ana, before) == ["Dose due 18:00: Vitamin X, 1000 mcg"]


async def test_a_new_amount_leaves_the_past_as_it_was(world: World, ana: Human) -> None:
    await take(world, ana)
    await edit(world, ana, "Amount", "500 mcg")
    text = await world.tap(ana, "Save")
    assert text.startswith("Saved: Vitamin X, 500 mcg")
    assert "Vitamin X, 1000 mcg: taken at 08:00" in await world.say(ana, "/today")
    await world.go(at("2026-03-04 08:00"))
    assert reminders(ana)[-1] == "Dose due 08:00: Vitamin X, 500 mcg"


async def test_a_change_from_a_later_day_waits_for_it(world: World, ana: Human) -> None:
    await take(world, ana)
    await edit(world, ana, "Amount", "500 mcg")
    await world.tap(ana, "Change")
    await world.tap(ana, "How often")
    await world.say(ana, "every other day at 9")
    await world.tap(ana, "Change")
    await world.tap(ana, "From when")
    text = await world.say(ana, "5 March")
    assert text.startswith("Is this right? It holds from Thu 5 Mar.")
    assert "Next dates:\nWed 4 Mar, 08:00\nThu 5 Mar, 09:00\nSat 7 Mar, 09:00\nMon 9 Mar, 09:00" in text
    await world.restart()
    text = await world.tap(ana, "Save")
    assert "From Thu 5 Mar: every other day at 09:00, 500 mcg" in text
    before = len(ana.chat)
    await world.go(at("2026-03-07 09:00"))
    assert reminders(ana, before) == [
        "Dose due 08:00: Vitamin X, 1000 mcg",
        "Dose due 09:00: Vitamin X, 500 mcg",
        "Dose due 09:00: Vitamin X, 500 mcg",
    ]
    assert "From Thu" not in await world.say(ana, "/regimens")


async def test_the_same_rhythm_goes_on_counting_from_where_it_did(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X 1 tablet every other day at 12:00")  # 2 Mar, 4 Mar, ...
    await world.go(at("2026-03-03 09:00"))
    assert "Next dates:\nWed 4 Mar, 18:00\nFri 6 Mar, 18:00" in await edit(world, bo, "Times", "18:00")


async def test_the_name_and_the_form_change_at_once(world: World, ana: Human) -> None:
    await edit(world, ana, "Name", "Vitamin Y")
    await world.tap(ana, "Change")
    await world.tap(ana, "Form")
    await world.tap(ana, "Capsule")
    await world.tap(ana, "Save")
    assert "08:00: Vitamin Y, 1000 mcg, not recorded yet" in await world.say(ana, "/today")


async def test_nothing_changes_without_save_and_save_works_once(world: World, ana: Human) -> None:
    await edit(world, ana, "Times", "20:30")
    preview = ana.last.id
    assert await world.tap(ana, "Cancel") == "Stopped. Nothing was changed. /regimens shows what you take."
    ana.tap_data(preview, "1sv|abcdef")
    await world.settle()
    assert "That question is closed" in ana.last.text
    assert "every day at 08:00" in await world.say(ana, "/regimens")


async def test_a_day_that_is_over_is_refused(world: World, ana: Human) -> None:
    assert "That day is over." in await edit(world, ana, "From when", "2 March 2026")
    assert "It holds from tomorrow" not in ana.last.text
    assert "It holds from Wed 4 Mar." in await world.tap(ana, "Tomorrow")


async def test_a_paused_regimen_can_be_changed_and_stays_paused(world: World, ana: Human) -> None:
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    await edit(world, ana, "Times", "20:30")
    before = len(ana.chat)
    await world.tap(ana, "Save")
    await world.go(at("2026-03-05 12:00"))
    assert reminders(ana, before) == []
    await world.say(ana, "/pause")
    assert "Thu 5 Mar, 20:30" in await world.tap(ana, "Resume")
