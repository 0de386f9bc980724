"""A regimen that starts so many hours after the first dose of another one (clinical.md S-LINK)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.plans import names, plan, said
from tests.world import World, at

FIRST = "Hydroxocobalamin 1 mg every 12 weeks from 3 Mar 2026 at 10:00"
AFTER = "Vitamin X 5 mg tablet every day at 9:00 starting 24 hours after the first Hydroxocobalamin"
WAITS = "Starts 24 hours after the first Hydroxocobalamin is recorded."


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, FIRST)
    return ana


def due(person: Human, name: str = "Vitamin X") -> list[str]:
    return [message.text for message in person.chat if message.text.startswith("Dose due") and name in message.text]


async def open_page(world: World, ana: Human, name: str = "Vitamin X") -> str:
    await world.say(ana, "/regimens")
    return await world.tap(ana, name)


async def record(world: World, ana: Human) -> str:
    """The first Hydroxocobalamin is given at 10:05."""
    await world.go(at("2026-03-03 10:05"))
    return await world.tap(ana, "Taken")


async def test_it_waits_and_starts_with_the_first_record(world: World, ana: Human) -> None:
    text = await world.say(ana, f"/add {AFTER}")
    assert WAITS in text
    assert "it starts today" not in text
    await world.restart()
    assert WAITS in await world.tap(ana, "Save")
    assert WAITS in await world.say(ana, "/regimens")
    text = await record(world, ana)
    assert not due(ana)
    assert "Vitamin X, 5 mg starts now: first on Thu 5 Mar, 09:00." in text
    assert "which is on Wed 4 Mar, 10:05" in await open_page(world, ana)
    assert (await plan(world))[0]["start"] == "2026-03-05"
    await world.go(at("2026-03-05 08:59"))
    assert not due(ana)
    await world.go(at("2026-03-05 09:00"))
    assert len(due(ana)) == 1


async def test_undo_takes_the_start_back(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await record(world, ana)
    assert "starts now" not in await world.tap(ana, "Undo")
    assert WAITS in await world.say(ana, "/regimens")
    await world.go(at("2026-03-06 12:00"))
    assert not due(ana)
    await world.say(ana, "/log hydroxocobalamin 10:00")
    if "Yes" in ana.last.labels:
        await world.tap(ana, "Yes")
    await world.go(at("2026-03-07 09:00"))
    assert not due(ana)
    await world.go(at("2026-03-08 09:00"))
    assert len(due(ana)) == 1


async def test_once_it_is_recorded_itself_nothing_takes_it_back(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await record(world, ana)
    first = ana.last.id
    await world.go(at("2026-03-05 09:00"))
    await world.tap(ana, "Taken")
    await world.tap(ana, "Undo", first)
    await world.go(at("2026-03-06 09:00"))
    assert len(due(ana)) == 1


async def test_an_undo_before_that_forgets_what_was_asked_too_early(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await record(world, ana)
    first = ana.last.id
    await world.go(at("2026-03-05 09:00"))
    await world.tap(ana, "Undo", first)
    assert WAITS in await world.say(ana, "/regimens")
    assert "Vitamin X" not in await world.say(ana, "/today")


async def test_another_time_moves_the_start(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await record(world, ana)
    await world.tap(ana, "Change the time")
    await world.say(ana, "8:30")
    assert (await plan(world))[0]["start"] == "2026-03-04"
    await world.go(at("2026-03-04 09:00"))
    assert len(due(ana)) == 1


async def test_a_course_keeps_all_its_doses(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X every day at 9:00 and 21:00, 4 times, starting 24 hours after Hydroxocobalamin")
    await world.go(at("2026-03-20 10:00"))
    await world.say(ana, "/log hydroxocobalamin")
    if "No, one besides" in ana.last.labels:
        await world.tap(ana, "No, one besides")
    await world.go(at("2026-03-26 10:00"))
    assert len(due(ana)) == 4
    assert said(ana, "your plan is over")


async def test_a_waiting_course_is_not_over(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X every day at 9:00 for 2 days starting 24 hours after Hydroxocobalamin")
    await world.go(at("2026-03-10 12:00"))
    await world.say(ana, "/pause")
    for label in ("Everything", "Until I resume it", "Resume"):
        await world.tap(ana, label)
    await world.go(at("2026-03-12 12:00"))
    assert not said(ana, "your plan is over")


async def test_a_first_dose_before_the_link_counts(world: World, ana: Human) -> None:
    await record(world, ana)
    text = await world.say(ana, f"/add {AFTER}")
    assert "Starts 24 hours after the first Hydroxocobalamin, which is on Wed 4 Mar, 10:05." in text
    await world.tap(ana, "Save")
    assert (await plan(world))[0]["start"] == "2026-03-05"
    await world.go(at("2026-03-09 12:00"))
    assert "so it starts as soon as it is saved" in await world.say(ana, f"/add {AFTER.replace('X', 'Y')}")
    await world.tap(ana, "Save")
    await world.go(at("2026-03-10 09:00"))
    assert due(ana, "Vitamin Y") or "Vitamin Y" in "".join(said(ana, "due 09:00"))


async def test_the_page_of_a_regimen_links_it(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X every day at 8:00")
    await open_page(world, ana)
    await world.tap(ana, "Start after another")
    await world.tap(ana, "Hydroxocobalamin")
    assert ana.last.labels == ["24 hours", "2 days", "3 days", "7 days", "Back"]
    for words in ("soon", "0", "721 hours", "40 days", "🙂"):
        assert "I did not get that" in await world.say(ana, words)
    await world.restart()
    assert "Starts 36 hours after the first Hydroxocobalamin is recorded." in await world.say(ana, "36 hours")
    await world.go(at("2026-03-05 12:00"))
    assert not due(ana)
    await open_page(world, ana)
    await world.tap(ana, "Start now")
    await world.go(at("2026-03-06 08:00"))
    assert len(due(ana)) == 1


@pytest.mark.parametrize("how", ["End", "Delete"])
async def test_what_it_waits_for_can_go_and_is_told_once(world: World, ana: Human, how: str) -> None:
    await world.take(ana, AFTER)
    await open_page(world, ana, "Hydroxocobalamin")
    await world.tap(ana, how)
    await world.tap(ana, "Yes")
    lost = "Vitamin X, 5 mg waits for something that is not on your list any more"
    assert len(said(ana, lost)) == 1
    await world.tap(ana, "Leave it")
    await world.restart()
    await world.go(timedelta(days=2, hours=1))
    assert not due(ana)
    assert not said(ana, lost)
    assert "it has no start" in await open_page(world, ana)
    await world.tap(ana, "Start now")
    await world.go(timedelta(days=1))
    assert len(due(ana)) == 1


async def test_an_unknown_name_is_asked(world: World, ana: Human) -> None:
    text = await world.say(ana, "/add Vitamin X every day at 9:00 starting 2 days after Moonshine")
    assert "I do not know “Moonshine” among what you take." in text
    assert ana.last.labels == ["Hydroxocobalamin", "It waits for nothing", "Cancel"]
    old = ana.last.id
    await world.restart()
    assert "Starts 2 days after the first Hydroxocobalamin is recorded." in await world.tap(ana, "Hydroxocobalamin")
    await world.tap(ana, "Save")
    assert await names(world) == ["Hydroxocobalamin", "Vitamin X"]
    ana.tap_data(old, "1aw|aaaaaa|0")
    await world.settle()
    assert "That question is closed" in ana.last.text


async def test_an_unknown_name_can_be_typed_again_dropped_or_left(world: World, ana: Human) -> None:
    line = "/add Vitamin X every day at 9:00 starting 2 days after Moonshine"
    await world.say(ana, line)
    await world.say(ana, "sunshine")
    assert "Starts 2 days after the first Hydroxocobalamin" in await world.say(ana, "hydroxo")
    await world.say(ana, "/cancel")
    await world.say(ana, line)
    assert "Starts: " in await world.tap(ana, "It waits for nothing")
    await world.say(ana, line)
    assert "Nothing was saved" in await world.tap(ana, "Cancel")
    assert await names(world) == ["Hydroxocobalamin"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (AFTER.replace("24 hours", "0 hours"), "Please give 1 to 720 hours"),
        (AFTER.replace("24 hours", "31 days"), "Please give 1 to 720 hours"),
        (AFTER.replace("9:00", "9:00 until 1 June"), "This plan cannot wait for another"),
        ("Vitamin X as needed starting 24 hours after Hydroxocobalamin", "This plan cannot wait for another"),
    ],
)
async def test_what_cannot_wait_is_said(world: World, ana: Human, line: str, answer: str) -> None:
    assert answer in await world.say(ana, f"/add {line}")


async def test_two_do_not_wait_for_each_other(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await open_page(world, ana, "Hydroxocobalamin")
    assert "Start after another" not in ana.last.labels
    ana.tap_data(ana.last.id, "1af|1|2|24")
    await world.settle()
    assert "Nothing was changed" in ana.last.text


async def test_nobody_links_what_is_somebody_elses(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X every day at 9:00")
    for data in ("1af|2|1|24", "1af|1|0|0", "1an|1|1"):
        bo.tap_data(bo.last.id, data)
        await world.settle()
        assert "I cannot find that" in bo.last.text


async def test_it_waits_over_a_pause_and_a_change(world: World, ana: Human) -> None:
    await world.take(ana, AFTER)
    await world.say(ana, "/pause")
    for label in ("Vitamin X", "Until I resume it", "Resume"):
        await world.tap(ana, label)
    await open_page(world, ana)
    await world.tap(ana, "Edit")
    await world.tap(ana, "Times")
    await world.say(ana, "7:00")
    await world.tap(ana, "Save")
    assert WAITS in await world.say(ana, "/regimens")
    await world.go(at("2026-03-03 10:05"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-05 07:00"))
    assert len(due(ana)) == 1
