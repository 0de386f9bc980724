"""Ahead of an injection: time to book it, and a word shortly before; other routes have none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.world import World, at

LONG = "Vitamin X 1 mg injection every 12 weeks from 18 Mar 2026 at 14:00"
MONTHLY = "Vitamin X 1 mg injection monthly from 12 Mar 2026 at 14:00"


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def leads(person: Human) -> list[str]:
    """When each lead came, by UTC, and what it said."""
    found = [m for m in person.chat if m.from_bot and m.text.startswith(("Injection in ", "Injection to"))]
    return [f"{m.date:%d %b %H:%M} {m.text}" for m in found]


def when(person: Human) -> list[str]:
    return [lead[:12] for lead in leads(person)]


async def test_twelve_weekly_it_comes_two_weeks_and_two_days_before(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-18 14:00"))
    assert leads(ana) == [
        "04 Mar 10:00 Injection in 14 days, Wed 18 Mar: Vitamin X, 1 mg. Time to book it.",
        "16 Mar 10:00 Injection in 2 days, Wed 18 Mar: Vitamin X, 1 mg.",
    ]
    assert ana.last.text == "Dose due 14:00: Vitamin X, 1 mg"


async def test_monthly_it_comes_a_week_and_a_day_before(world: World, ana: Human) -> None:
    await world.take(ana, MONTHLY)
    await world.go(at("2026-03-12 13:59"))
    assert leads(ana) == [
        "05 Mar 10:00 Injection in 7 days, Thu 12 Mar: Vitamin X, 1 mg. Time to book it.",
        "11 Mar 10:00 Injection tomorrow, Thu 12 Mar: Vitamin X, 1 mg.",
    ]


async def test_every_interval_has_its_own(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every 2 weeks from 3 Mar 2026 at 14:00")
    await world.go(at("2026-03-03 14:00"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-17 12:00"))
    assert leads(ana)[1:] == [
        "10 Mar 10:00 Injection in 7 days, Tue 17 Mar: Vitamin X, 1 mg. Time to book it.",
        "16 Mar 10:00 Injection tomorrow, Tue 17 Mar: Vitamin X, 1 mg.",
    ]


async def test_only_the_first_one_has_a_button_to_say_it_is_booked(world: World, ana: Human) -> None:
    await world.take(ana, MONTHLY)
    await world.go(at("2026-03-05 10:00"))
    assert ana.last.labels == ["Booked"]
    await world.go(at("2026-03-11 10:00"))
    assert ana.last.labels == []


@pytest.mark.parametrize(
    "rest",
    [
        "tablet every 12 weeks from 18 Mar 2026 at 14:00",
        "injection every 13 days from 18 Mar 2026 at 14:00",
        "injection every other day 2 times then every 8 weeks at 14:00",
    ],
)
async def test_other_routes_and_short_intervals_have_none(world: World, ana: Human, rest: str) -> None:
    await world.take(ana, f"Vitamin X 1 mg {rest}")
    await world.go(at("2026-03-18 12:00"))
    assert leads(ana) == []


async def test_one_whose_moment_has_passed_is_left_out(world: World, ana: Human) -> None:
    await world.take(ana, LONG.replace("18 Mar", "10 Mar"))
    await world.go(at("2026-03-10 12:00"))
    assert leads(ana) == ["08 Mar 10:00 Injection in 2 days, Tue 10 Mar: Vitamin X, 1 mg."]


@pytest.mark.parametrize(
    ("saved", "start", "said"),
    [
        ("2026-03-28 12:00", "30 Mar 2026", "29 Mar 09:00 Injection tomorrow, Mon 30 Mar"),
        ("2026-10-24 12:00", "26 Oct 2026", "25 Oct 10:00 Injection tomorrow, Mon 26 Oct"),
    ],
)
async def test_it_is_ten_by_the_clock_on_a_day_that_the_clocks_change(
    world: World, saved: str, start: str, said: str
) -> None:
    await world.go(at(saved))
    ana = await world.arrive()
    await world.take(ana, f"Vitamin X 1 mg injection every 4 weeks from {start} at 14:00")
    await world.go(timedelta(days=2))
    assert leads(ana) == [f"{said}: Vitamin X, 1 mg."]


async def test_in_quiet_hours_it_waits_for_their_end(world: World, ana: Human) -> None:
    await world.say(ana, "/settings")
    await world.tap(ana, "Quiet hours: 21:00 to 08:00")
    await world.say(ana, "20:00 to 11:00")
    await world.take(ana, MONTHLY)
    await world.go(at("2026-03-12 12:00"))
    assert when(ana) == ["05 Mar 11:00", "11 Mar 11:00"]


class TestDowntime:
    async def test_several_that_fell_due_are_one_message(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.take(ana, MONTHLY.replace("Vitamin X", "Vitamin Y").replace("12 Mar", "13 Mar"))
        await world.go(at("2026-03-04 12:00"))
        await world.outage(at("2026-03-11 11:00"))
        assert [lead[13:] for lead in leads(ana)] == [
            "Injection tomorrow, Thu 12 Mar: Vitamin X, 1 mg. Time to book it.\n"
            "Injection in 2 days, Fri 13 Mar: Vitamin Y, 1 mg. Time to book it."
        ]
        assert leads(ana)[-1][13:] == ana.last.text
        assert ana.last.labels == ["Booked · Vitamin X", "Booked · Vitamin Y"]

    async def test_once_it_has_come_nothing_is_said_ahead(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-04 12:00"))
        await world.outage(at("2026-03-12 15:00"))
        assert leads(ana) == []
        assert "Thu 12 Mar, 14:00: Vitamin X, 1 mg: not recorded yet" in ana.last.text

    async def test_on_its_day_it_is_today(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-06 12:00"))
        await world.outage(at("2026-03-12 09:00"))
        assert leads(ana)[1:] == ["12 Mar 09:00 Injection today, Thu 12 Mar: Vitamin X, 1 mg."]

    async def test_one_to_come_comes_in_time(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-04 12:00"))
        await world.outage(at("2026-03-10 11:00"))
        await world.go(at("2026-03-12 11:00"))
        assert when(ana) == ["10 Mar 11:00", "11 Mar 10:00"]


class TestOnceOnly:
    async def test_a_restart_or_a_change_of_zone_says_nothing_twice(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-05 10:30"))
        await world.restart()
        await world.say(ana, "/settings")
        await world.tap(ana, "Time zone: Europe/London")
        await world.say(ana, "New York")
        await world.tap(ana, "Local times")
        await world.go(at("2026-03-12 17:00"))
        assert leads(ana) == [
            "05 Mar 10:00 Injection in 7 days, Thu 12 Mar: Vitamin X, 1 mg. Time to book it.",
            "11 Mar 14:00 Injection tomorrow, Thu 12 Mar: Vitamin X, 1 mg.",
        ]

    async def test_taken_early_there_is_nothing_to_come(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-06 10:00"))
        await take_early(world, ana)
        await world.go(at("2026-04-05 09:30"))
        assert [lead[:6] for lead in leads(ana)] == ["05 Mar", "05 Apr"]
        assert "Injection in 7 days, Sun 12 Apr" in leads(ana)[-1]

    async def test_taken_back_what_is_to_come_comes_again(self, world: World, ana: Human) -> None:
        await world.take(ana, MONTHLY)
        await world.go(at("2026-03-06 10:00"))
        await take_early(world, ana)
        await world.tap(ana, "Undo")
        await world.go(at("2026-03-12 12:00"))
        assert when(ana) == ["05 Mar 10:00", "11 Mar 10:00"]


async def take_early(world: World, person: Human) -> None:
    await world.say(person, "/log vitamin x now")
    await world.tap(person, "Yes, for Thu 12 Mar, 14:00")


@pytest.mark.parametrize("what", ["Vitamin X", "Everything"])
async def test_at_rest_there_is_none(world: World, ana: Human, what: str) -> None:
    await world.take(ana, MONTHLY)
    await world.take(ana, "Iron 1 tablet every day at 8:30")
    await world.say(ana, "/pause")
    await world.tap(ana, what)
    await world.tap(ana, "One week")
    await world.go(at("2026-03-12 12:00"))
    assert when(ana) == ["11 Mar 10:00"]


@pytest.mark.parametrize("act", ["End", "Delete"])
async def test_ended_or_deleted_there_is_none(world: World, ana: Human, act: str) -> None:
    await world.take(ana, MONTHLY)
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, act)
    await world.tap(ana, "Yes")
    await world.go(at("2026-03-12 12:00"))
    assert leads(ana) == []


async def test_booked_for_another_date_it_comes_for_that_one_with_time_and_place(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-04 10:00"))
    await world.tap(ana, "Booked")
    await world.say(ana, "Wed 25 Mar 14:30")
    await world.say(ana, "Health centre")
    await world.tap(ana, "Save")
    await world.go(at("2026-03-25 12:00"))
    assert leads(ana)[1:] == [
        "11 Mar 10:00 Injection in 14 days, Wed 25 Mar: Vitamin X, 1 mg. Booked: 14:30, Health centre.",
        "23 Mar 10:00 Injection in 2 days, Wed 25 Mar: Vitamin X, 1 mg. Booked: 14:30, Health centre.",
    ]
