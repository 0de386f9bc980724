"""A new time zone: doses at home or at local times, asked before anything moves; none doubled, none lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from journal.tables import Intake
from simulator.people import Human
from tests.world import World, at

HOME, LOCAL = "Home times", "Local times"
NEW_YORK, AUCKLAND, LONDON = (40.7, -74.0), (-36.85, 174.76), (51.5, -0.1)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 8:00")
    return ana


async def fly(world: World, ana: Human, place: tuple[float, float], answer: str) -> None:
    """Share the new place, and answer if there is something to answer."""
    ana.share_location(*place)
    await world.settle()
    if answer in ana.last.labels:
        await world.tap(ana, answer)


async def take_what_is_due(world: World, ana: Human, until: datetime) -> None:
    """Live until a moment and take each dose when it is due."""
    while world.clock.now() < until:
        due = await world.next_due()
        await world.go(min(until, max(due or until, world.clock.now() + timedelta(minutes=1))))
        for message in ana.chat[-3:]:
            if message.from_bot and "Taken" in message.labels:
                await world.tap(ana, "Taken", message.id)


async def taken(world: World) -> list[date]:
    """The local dates for which a dose was taken, in the order of taking."""
    async with world.app.db.read() as tx:
        rows = await tx.execute(select(Intake.local_date).order_by(Intake.taken_at))  # type: ignore[call-overload]
        return list(rows.scalars())


@pytest.mark.parametrize(
    "answers", [(HOME, HOME, HOME), (LOCAL, LOCAL, LOCAL), (HOME, LOCAL, HOME), (LOCAL, HOME, LOCAL)]
)
async def test_round_the_world_each_date_has_one_dose(world: World, ana: Human, answers: tuple[str, ...]) -> None:
    await take_what_is_due(world, ana, at("2026-03-03 11:00"))
    await fly(world, ana, NEW_YORK, answers[0])
    await take_what_is_due(world, ana, at("2026-03-04 15:00"))
    await fly(world, ana, AUCKLAND, answers[1])
    await take_what_is_due(world, ana, at("2026-03-06 20:00"))
    await fly(world, ana, LONDON, answers[2])
    await take_what_is_due(world, ana, at("2026-03-09 21:00"))
    days = await taken(world)
    assert Counter(days) == Counter(date(2026, 3, 3) + timedelta(days=n) for n in range(len(days)))
    assert days[-1] >= date(2026, 3, 9)


async def test_what_moves_is_shown_before_anything_is_saved(world: World, ana: Human) -> None:
    ana.share_location(*NEW_YORK)
    await world.settle()
    text = ana.last.text
    assert text.startswith("New time zone: America/New_York\nIt is 04:00 there.")
    assert "home times: Tue 3 Mar, 03:00" in text
    assert "local times: Mon 2 Mar, 08:00" in text
    assert ana.last.labels == [HOME, LOCAL, "Leave it all as it was"]
    await world.tap(ana, "Leave it all as it was")
    assert ana.last.labels[0] == "Time zone: Europe/London"
    await world.go(at("2026-03-03 08:00"))
    assert any(message.text.startswith("Dose due 08:00") for message in ana.chat)


async def test_home_times_keep_their_moments_and_the_list_says_so(world: World, ana: Human) -> None:
    await fly(world, ana, AUCKLAND, HOME)
    assert "Vitamin X stays at home times, Europe/London." in ana.last.text
    await world.go(at("2026-03-03 08:00"))
    assert ana.last.text == "Dose due 21:00: Vitamin X, 1000 mcg"
    assert "21:00: Vitamin X, 1000 mcg, not recorded yet" in await world.say(ana, "/today")
    text = await world.say(ana, "/regimens")
    assert "Home times, Europe/London\nNext: " in text
    await world.go(at("2026-03-03 08:30"))
    assert "Wed 4 Mar, 21:00" in await world.say(ana, "/regimens")


async def test_coming_home_from_home_times_asks_nothing(world: World, ana: Human) -> None:
    await fly(world, ana, NEW_YORK, HOME)
    ana.share_location(*LONDON)
    await world.settle()
    assert ana.last.text.startswith("Your time zone is Europe/London now.")
    assert "Home times" not in await world.say(ana, "/regimens")


async def test_home_times_can_be_given_up_later(world: World, ana: Human) -> None:
    await fly(world, ana, NEW_YORK, HOME)
    await world.say(ana, "/settings")
    await world.tap(ana, "Time zone")
    await world.say(ana, "New York")
    await world.tap(ana, LOCAL)
    assert "Home times" not in await world.say(ana, "/regimens")
    await world.go(at("2026-03-02 13:00"))
    assert any(message.text.startswith("Dose due 08:00") for message in ana.chat)


async def test_local_times_that_have_passed_are_one_message_at_once(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 7:00")
    await take_what_is_due(world, ana, at("2026-03-03 21:00"))
    ana.share_location(*AUCKLAND)
    await world.settle()
    assert "local times: Wed 4 Mar, 08:00, so right away (11 hours after the one before)" in ana.last.text
    before = len(ana.chat)
    await world.tap(ana, LOCAL)
    assert len(ana.chat) == before + 1
    assert ana.last.text.startswith("2 doses are not recorded yet")
    assert "Wed 4 Mar, 07:00: Iron" in ana.last.text
    assert "Wed 4 Mar, 08:00: Vitamin X" in ana.last.text


async def test_nudges_in_flight_keep_to_the_new_night(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:30"))
    await fly(world, ana, NEW_YORK, LOCAL)
    before = len(ana.chat)
    await world.go(at("2026-03-03 12:59"))  # 07:59 in New York
    assert [message.text for message in ana.chat[before:] if "Vitamin" in message.text] == []
    await world.go(at("2026-03-04 12:59"))
    said = [message for message in ana.chat[before:] if "Vitamin" in message.text]
    assert len(said) == 1
    await world.tap(ana, "Taken", said[0].id)
    assert await taken(world) == [date(2026, 3, 3)]


async def test_without_doses_the_zone_changes_at_once(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.say(bo, "/settings")
    await world.tap(bo, "Time zone")
    assert (await world.tap(bo, "New York")).startswith("Your time zone is America/New_York now. It is 04:00 there.")
    await world.say(bo, "/settings")
    await world.tap(bo, "Time zone")
    assert (await world.say(bo, "New York")).startswith("Your time zone is America/New_York, as before.")


@pytest.mark.parametrize("typed", ["home", "Local times", "stay"])
async def test_the_question_can_be_answered_by_typing_over_a_restart(world: World, ana: Human, typed: str) -> None:
    ana.share_location(*NEW_YORK)
    await world.restart()
    await world.settle()
    assert "Please tap one of the two" in await world.say(ana, "perhaps, who knows")
    await world.say(ana, typed)
    await world.say(ana, "/settings")
    stayed = ana.last.labels[0] == "Time zone: Europe/London"
    assert stayed == (typed == "stay")


async def test_an_old_question_changes_nothing(world: World, ana: Human) -> None:
    ana.share_location(*NEW_YORK)
    await world.settle()
    old = ana.last.id
    ana.share_location(*AUCKLAND)
    await world.settle()
    ana.tap(LOCAL, old)
    await world.settle()
    assert "That question is closed" in ana.last.text
    await world.say(ana, "/settings")
    assert ana.last.labels[0] == "Time zone: Europe/London"


async def test_the_summary_goes_on_when_its_day_comes_twice(world: World) -> None:
    bo = await world.arrive("Bo", 1002, zone="Pacific/Auckland")
    await world.go(at("2026-03-07 21:00"))  # Sunday morning there
    assert "Your week" in " ".join(message.text for message in bo.chat)
    await world.say(bo, "/settings")
    await world.tap(bo, "Time zone")
    await world.say(bo, "Honolulu")
    before = len(bo.chat)
    await world.go(at("2026-03-16 12:00"))
    assert [message.text.splitlines()[0] for message in bo.chat[before:] if "Your week" in message.text] == [
        "Your week, Sun 8 Mar to Sat 14 Mar"
    ]
