"""A booking that is moved or cancelled, and kept through what may come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.booking import MONTHLY, book, page, reminded
from tests.flows.plans import said
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    """The first injection is on Monday 23 March at 10:00; it is Monday 2 March."""
    ana = await world.arrive()
    await world.take(ana, MONTHLY)
    return ana


async def test_moved_twice_says_to_ask_the_clinic(world: World, ana: Human) -> None:
    await book(world, ana, "25 Mar 14:30")
    assert "Ask your clinic" not in await book(world, ana, "27 Mar 14:30", label="Move the booking")
    text = await book(world, ana, "30 Mar 14:30", label="Move the booking")
    assert "Ask your clinic when your next one should be" in text
    await world.go(at("2026-04-01 12:00"))
    assert reminded(ana) == ["30 Mar 13:30"]


async def test_one_after_the_other_moved_says_so_too(world: World, ana: Human) -> None:
    await book(world, ana, "25 Mar 14:30")
    await book(world, ana, "26 Mar 14:30", label="Move the booking")
    await world.go(at("2026-03-26 14:30"))
    await world.tap(ana, "Taken")
    await book(world, ana, "22 Apr 9:00")
    assert not said(ana, "Ask your clinic")
    assert "Ask your clinic" in await book(world, ana, "23 Apr 9:00", label="Move the booking")


async def test_it_moves_from_the_reminder_and_asks_again_then(world: World, ana: Human) -> None:
    await book(world, ana, "25 Mar 14:30")
    await world.go(at("2026-03-25 14:30"))
    await world.tap(ana, "Move the booking")
    await world.say(ana, "26 Mar 9am")
    await world.tap(ana, "Skip")
    await world.tap(ana, "Save")
    await world.go(at("2026-03-27 12:00"))
    assert reminded(ana) == ["25 Mar 14:30", "26 Mar 09:00"]


async def test_cancelled_goes_back_to_the_planned_date(world: World, ana: Human) -> None:
    await book(world, ana, "25 Mar 14:30")
    await page(world, ana)
    await world.tap(ana, "Cancel the booking")
    text = await world.tap(ana, "Yes, cancel it")
    assert "is planned for Mon 23 Mar, 10:00 again" in text
    await world.go(at("2026-03-26 12:00"))
    assert reminded(ana) == ["23 Mar 10:00"]


async def test_cancelled_after_the_planned_date_it_is_due_now(world: World, ana: Human) -> None:
    await book(world, ana, "25 Mar 14:30")
    await world.go(at("2026-03-24 12:00"))
    assert not reminded(ana)
    await page(world, ana)
    await world.tap(ana, "Cancel the booking")
    asked, yes = ana.last.id, ana.last.buttons[0][0][1]
    await world.tap(ana, "Yes, cancel it")
    assert said(ana, "so it is due now")
    assert reminded(ana) == ["24 Mar 12:00"]
    ana.tap_data(asked, yes)
    await world.settle()
    assert said(ana, "not the next one any more")
    await world.go(at("2026-04-20 12:00"))
    assert reminded(ana)[-1] == "20 Apr 09:00"


@pytest.mark.parametrize("steps", [("Edit", "every 5 weeks"), ("End", "Yes")])
async def test_a_changed_or_ended_plan_drops_it_with_a_word(world: World, ana: Human, steps: tuple[str, str]) -> None:
    await book(world, ana, "25 Mar 14:30")
    await page(world, ana)
    await world.tap(ana, steps[0])
    if steps[0] == "End":
        await world.tap(ana, "Yes")
    else:
        await world.tap(ana, "How often")
        await world.say(ana, steps[1])
        while "Save" not in ana.last.labels:
            await world.tap(ana, next(each for each in ana.last.labels if each in ("Today", "Skip", "10:00")))
        await world.tap(ana, "Save")
    assert "went with the old plan" in ana.last.text
    await world.go(at("2026-03-25 15:00"))
    assert "25 Mar 14:30" not in reminded(ana)


async def test_it_keeps_its_moment_in_a_new_zone_and_in_summer_time(world: World, ana: Human) -> None:
    await book(world, ana, "31 Mar 14:30")  # the clocks change on 29 March
    await world.say(ana, "/settings")
    await world.tap(ana, "Time zone")
    await world.say(ana, "Berlin")
    if "Local times" in " ".join(ana.last.labels):
        await world.tap(ana, next(each for each in ana.last.labels if "ocal" in each))
    assert "Booked: Tue 31 Mar, 15:30" in await page(world, ana)
    await world.restart()
    await world.go(at("2026-04-01 12:00"))
    assert reminded(ana) == ["31 Mar 13:30"]
    await world.go(at("2026-04-20 12:00"))
    assert reminded(ana) == ["31 Mar 13:30", "20 Apr 08:00"]


async def test_it_survives_a_pause_that_ends_before_it(world: World, ana: Human) -> None:
    await book(world, ana, "31 Mar 14:30")
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    await world.go(timedelta(days=22))  # until 24 March: the planned date lies in the pause
    await world.say(ana, "/pause")
    await world.tap(ana, "Resume")
    await world.go(at("2026-04-20 12:00"))
    assert reminded(ana) == ["31 Mar 13:30", "20 Apr 09:00"]


async def test_it_is_for_the_next_one_when_the_dates_move(world: World, ana: Human) -> None:
    await world.go(at("2026-03-30 12:00"))
    await world.tap(ana, "Taken", next(m for m in reversed(ana.chat) if "Taken" in m.labels).id)
    await world.tap(ana, "Count from the last one")
    await book(world, ana, "29 Apr 9:00")
    recorded = next(m for m in reversed(ana.chat) if "Undo" in m.labels)
    await world.tap(ana, "Undo", recorded.id)
    assert "Booked: Wed 29 Apr, 09:00" in await page(world, ana)
    await world.say(ana, "/log Vitamin X yesterday 10:00")
    assert "Booked: Wed 29 Apr, 09:00" in await page(world, ana)
    await world.go(at("2026-04-29 12:00"))
    assert reminded(ana)[-1] == "29 Apr 08:00"
    assert not any(date.startswith(("20 Apr", "26 Apr", "27 Apr")) for date in reminded(ana))
