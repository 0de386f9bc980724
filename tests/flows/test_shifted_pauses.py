"""After a pause: the dates stay, or the plan goes on where it stopped."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.plans import plan, plans, said
from tests.world import World, at

KEPT = ["Keep the dates", "Go on where it stopped"]


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 08:30"))  # a Monday
    return await world.arrive()


async def rest(world: World, ana: Human, line: str, what: str = "Vitamin X", since: str = "2026-03-02 12:00") -> str:
    """Take it, pause it on Monday at noon for a week."""
    await world.take(ana, line)
    await world.go(at(since))
    await world.say(ana, "/pause")
    await world.tap(ana, what)
    await world.tap(ana, "One week")
    await world.go(at("2026-03-09 00:00"))
    return ana.last.text


def due(person: Human) -> list[str]:
    """The days of reminders."""
    found = [message for message in person.chat if message.from_bot and message.body.startswith("Dose due")]
    return [f"{message.date:%d %b}" for message in found]


@pytest.mark.parametrize(
    ("line", "kept", "moved"),
    [
        ("Vitamin X every 3 days at 10:00", "Wed 11 Mar", "Thu 12 Mar"),
        ("Vitamin X every 8 weeks at 10:00 from 5 Mar", "Thu 30 Apr", "Thu 12 Mar"),
        ("Vitamin X every month at 10:00 from 4 Mar", "Sat 4 Apr", "Wed 11 Mar"),
        ("Vitamin X every 48 hours from 10:00", "Tue 10 Mar", "Wed 11 Mar"),
        ("Vitamin X on days 1, 4, 12 at 10:00", "Fri 13 Mar", "Thu 12 Mar"),
        ("Vitamin X every day at 10:00, 3 days on and 6 days off", "Wed 11 Mar", "Tue 10 Mar"),
    ],
)
async def test_both_next_dates_are_said_and_one_is_chosen(
    world: World, ana: Human, line: str, kept: str, moved: str
) -> None:
    text = await rest(world, ana, line)
    assert f"Vitamin X: {kept} if the dates stay, {moved} if it goes on where it stopped." in text
    assert ana.last.labels == KEPT
    await world.restart()
    text = await world.tap(ana, "Go on where it stopped")
    assert text.startswith(f"It goes on where it stopped.\nNext dates:\nVitamin X: {moved}, 10:00")


async def test_a_dose_taken_before_its_time_does_not_come_again(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks at 10:00 from 2 Mar 2026")
    await world.say(ana, "/log vitamin x now")
    await world.tap(ana, "Yes, for")
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Two weeks")
    await world.go(at("2026-03-16 00:00"))
    assert "Mon 25 May if the dates stay, Mon 8 Jun if it goes on where it stopped." in ana.last.text
    text = await world.tap(ana, "Go on where it stopped")
    assert text.startswith("It goes on where it stopped.\nNext dates:\nVitamin X: Mon 8 Jun, 10:00")


async def test_keeping_the_dates_changes_nothing(world: World, ana: Human) -> None:
    await rest(world, ana, "Vitamin X every 3 days at 10:00")
    before = await plan(world)
    assert (await world.tap(ana, "Keep the dates")).startswith("The dates stay as they were.")
    await world.go(at("2026-03-14 12:00"))
    assert due(ana) == ["02 Mar", "11 Mar", "14 Mar"]
    assert await plan(world) == before


async def test_unanswered_the_dates_stay(world: World, ana: Human) -> None:
    await rest(world, ana, "Vitamin X every 3 days at 10:00")
    message = ana.last.id
    await world.go(at("2026-03-11 10:05"))
    await world.tap(ana, "Taken")
    assert "a dose was recorded since" in await world.tap(ana, "Go on where it stopped", message)
    await world.go(at("2026-03-14 12:00"))
    assert due(ana) == ["02 Mar", "14 Mar"]


async def test_a_late_answer_forgets_the_open_dose(world: World, ana: Human) -> None:
    await rest(world, ana, "Vitamin X every 3 days at 10:00")
    message = ana.last.id
    await world.go(at("2026-03-11 10:05"))
    await world.tap(ana, "Go on where it stopped", message)
    await world.go(at("2026-03-12 10:00"))
    assert due(ana)[-1] == "12 Mar"


async def test_a_count_goes_on_where_it_stopped(world: World, ana: Human) -> None:
    text = await rest(world, ana, "Vitamin X every day except Tue at 10:00, 5 times")
    assert "Vitamin X: no date if the dates stay, Wed 11 Mar if it goes on where it stopped." in text
    await world.tap(ana, "Go on where it stopped")
    await world.go(at("2026-03-20 12:00"))
    assert due(ana) == ["02 Mar", "11 Mar", "12 Mar", "13 Mar", "14 Mar"]
    assert said(ana, "0 of 5 recorded")


async def test_a_course_of_days_ends_later(world: World, ana: Human) -> None:
    text = await rest(world, ana, "Vitamin X every day at 10:00 for 10 days", since="2026-03-02 09:00")
    assert "Vitamin X: its last day is Wed 11 Mar if the dates stay, Wed 18 Mar if it goes on" in text
    await world.tap(ana, "Go on where it stopped")
    await world.go(at("2026-03-30 12:00"))
    assert (due(ana)[-1], len(due(ana))) == ("18 Mar", 10)


async def test_a_fixed_end_moves_only_when_agreed(world: World, ana: Human) -> None:
    text = await rest(world, ana, "Vitamin X every 3 days at 10:00 until 16 Mar")
    assert "Vitamin X ends on Mon 16 Mar either way, unless you move that too." in text
    assert ana.last.labels == [*KEPT, "Go on, and end later"]
    await world.tap(ana, "Go on where it stopped")
    assert (await plan(world))[0]["end"] == {"until": "2026-03-16"}


async def test_a_fixed_end_moves_when_agreed(world: World, ana: Human) -> None:
    await rest(world, ana, "Vitamin X every 3 days at 10:00 until 16 Mar")
    await world.tap(ana, "Go on, and end later")
    assert (await plan(world))[0]["end"] == {"until": "2026-03-23"}


@pytest.mark.parametrize(
    "line",
    [
        "Vitamin X every day at 10:00",
        "Vitamin X Mon, Wed, Fri 10:00",
        "Vitamin X every 2 weeks on Monday at 10:00",
        "Vitamin X on the 1st and 15th of the month at 10:00",
        "Vitamin X monthly on the last day 10:00",
        "Vitamin X as needed",
        "Vitamin X every week at 10:00 from 4 Mar",
    ],
)
async def test_where_it_makes_no_difference_nothing_is_asked(world: World, ana: Human, line: str) -> None:
    await rest(world, ana, line)
    assert not said(ana, "if the dates stay")


async def test_phases_ahead_move_with_it(world: World, ana: Human) -> None:
    line = "Vitamin X every other day at 10:00, 4 times, then every 8 weeks"
    await rest(world, ana, line)
    await world.tap(ana, "Go on where it stopped")
    await world.go(at("2026-05-20 12:00"))
    assert due(ana) == ["02 Mar", "11 Mar", "13 Mar", "15 Mar", "10 May"]


async def test_everything_resumed_by_hand_is_one_choice(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y every 5 days at 11:00")
    await world.take(ana, "Vitamin X every 3 days at 10:00")
    await world.go(at("2026-03-02 12:00"))
    for label in ("/pause", "Everything", "Until I resume it"):
        await (world.say(ana, label) if label.startswith("/") else world.tap(ana, label))
    await world.go(at("2026-03-06 12:00"))
    text = await world.tap(ana, "Resume")
    assert "Vitamin Y: Sat 7 Mar if the dates stay, Wed 11 Mar if it goes on" in text
    assert "Vitamin X: Sun 8 Mar if the dates stay, Mon 9 Mar if it goes on" in text
    ana.tap("Go on where it stopped")
    ana.tap("Go on where it stopped")
    await world.settle()
    assert "It goes on where it stopped." in ana.last.text
    assert [each.phases[0].start.isoformat() for each in await plans(world) if each.phases[0].start] == [
        "2026-03-06",
        "2026-03-06",
    ]


async def test_nobody_moves_what_is_somebody_elses(world: World, ana: Human) -> None:
    await rest(world, ana, "Vitamin X every 3 days at 10:00")
    before = await plan(world)
    bo = await world.arrive("Bo", 1002)
    for data in ("1go|1|shift", "1go|99|shift", "1go|1|keep"):
        bo.tap_data(bo.last.id, data)
        await world.settle()
        assert "I cannot find that" in bo.last.text
    ana.tap_data(ana.last.id, "1go|1|sideways")
    await world.settle()
    assert await plan(world) == before


async def test_the_clocks_change_in_a_pause(world: World) -> None:
    world.clock.set(at("2026-03-24 08:30"))
    ana = await world.arrive()
    await world.take(ana, "Vitamin X every 3 days at 10:00")
    await world.go(at("2026-03-24 12:00"))
    for label in ("/pause", "Vitamin X", "One week"):
        await (world.say(ana, label) if label.startswith("/") else world.tap(ana, label))
    await world.go(at("2026-03-30 23:00"))  # midnight in summer time
    await world.tap(ana, "Go on where it stopped")
    await world.go(at("2026-04-03 09:00"))
    assert due(ana)[-1] == "03 Apr"
