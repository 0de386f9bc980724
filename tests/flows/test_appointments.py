"""A booked injection stands in for the planned one: asked for, previewed, saved, reminded of."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.booking import MONTHLY, book, page, reminded
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    """The first injection is on Monday 23 March at 10:00; it is Monday 2 March."""
    ana = await world.arrive()
    await world.take(ana, MONTHLY)
    return ana


async def test_it_is_previewed_saved_and_reminds_with_the_place(world: World, ana: Human) -> None:
    await page(world, ana)
    text = await world.tap(ana, "Book a date")
    assert "Planned: Mon 23 Mar, 10:00" in text
    assert "Where is it?" in await world.say(ana, "Wed 25 Mar 14:30")
    text = await world.say(ana, "Health <centre>")
    assert "Booked: Wed 25 Mar, 14:30, Health <centre>" in text
    assert ana.last.labels == ["Save", "Change", "Cancel"]
    assert "Booked: Wed 25 Mar, 14:30" in await world.tap(ana, "Save")
    assert "Booked: Wed 25 Mar, 14:30, Health <centre>" in await page(world, ana)
    assert ana.last.text.index("Wed 25 Mar") < ana.last.text.index("Mon 20 Apr")
    assert "Mon 23 Mar, 10:00" not in ana.last.text
    await world.go(at("2026-03-25 14:29"))
    assert "14:30" in await world.say(ana, "/today")
    assert not reminded(ana)
    await world.go(at("2026-03-25 14:31"))
    assert reminded(ana) == ["25 Mar 14:30"]
    assert "Health <centre>" in ana.last.text
    assert ana.last.labels[:5] == ["Taken", "Snooze", "Skip", "Move the booking", "Cancel the booking"]
    await world.tap(ana, "Taken")
    assert "later than planned" not in ana.last.text
    await world.go(at("2026-04-20 10:00"))
    assert reminded(ana) == ["25 Mar 14:30", "20 Apr 09:00"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1 Mar 2026 10:00", "That time has passed"),
        ("today 8:00", "That time has passed"),
        ("Wed 25 Mar", "I need one date and one time"),
        ("14:30", "I need one date and one time"),
        ("soon", "I need one date and one time"),
        ("3/4 10:00", "can be more than one date"),
        ("30 Feb 10:00", "is not a date that I know"),
        ("Mon 25 Mar 10:00", "is not a date that I know"),
        ("20 Apr 10:00", "After that date the next one would be due"),
        ("25 Mar 25:70", "I need one date and one time"),
        ("\u200f\u200f", "I need one date and one time"),
        ("x" * 4000, "I need one date and one time"),
    ],
)
async def test_what_does_not_fit_is_one_sentence_and_saves_nothing(
    world: World, ana: Human, typed: str, answer: str
) -> None:
    await page(world, ana)
    await world.tap(ana, "Book a date")
    assert answer in await world.say(ana, typed)
    assert "Where is it?" in await world.say(ana, "25 March 2:30pm")
    assert "Stopped" in await world.tap(ana, "Cancel")
    assert "Booked" not in await page(world, ana)


async def test_a_place_can_be_left_out_and_is_not_endless(world: World, ana: Human) -> None:
    await page(world, ana)
    await world.tap(ana, "Book a date")
    await world.say(ana, "25 Mar 14:30")
    assert "up to 100 letters" in await world.say(ana, "y" * 101)
    asked = next(m for m in reversed(ana.chat) if "Skip" in m.labels)
    await world.restart()
    await world.tap(ana, "Skip", asked.id)
    ana.tap("Save", asked.id)
    ana.tap("Save", asked.id)
    await world.settle()
    assert "Booked: Wed 25 Mar, 14:30\n" in await page(world, ana)


async def test_an_earlier_date_is_asked_for_once(world: World, ana: Human) -> None:
    await book(world, ana, "20 Mar 9:00")
    await world.go(at("2026-03-20 09:00"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-04-20 12:00"))
    assert reminded(ana) == ["20 Mar 09:00", "20 Apr 09:00"]


async def test_an_old_button_changes_nothing(world: World, ana: Human) -> None:
    await page(world, ana)
    old = next(data for row in ana.last.buttons for label, data in row if label == "Book a date")
    await world.go(at("2026-03-23 10:00"))
    await world.tap(ana, "Taken")
    ana.tap_data(ana.last.id, old)
    await world.settle()
    assert "not the next one any more" in ana.last.text
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, old)
    await world.settle()
    assert "I cannot find that" in bo.last.text


async def test_a_weekday_that_is_left_out_and_the_least_gap_hold_for_it(world: World) -> None:
    ana = await world.arrive()
    await world.take(
        ana, "Vitamin X 1 mg injection every 4 days except Wed from 3 Mar 2026 at 10:00 at least 3 days apart"
    )
    await world.go(at("2026-03-03 10:30"))
    await world.tap(ana, "Taken")
    await page(world, ana)
    await world.tap(ana, "Book a date")
    assert "leaves out that day of the week" in await world.say(ana, "Wed 4 Mar 10:00")
    assert "keeps 3 days between two" in await world.say(ana, "Thu 5 Mar 10:00")
    assert "Where is it?" in await world.say(ana, "Fri 6 Mar 10:00")


async def test_a_plan_on_hold_and_a_tablet_cannot_be_booked(world: World, ana: Human) -> None:
    await page(world, ana)
    old = next(data for row in ana.last.buttons for label, data in row if label == "Book a date")
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    assert "Book a date" not in (await page(world, ana), *ana.last.labels)
    ana.tap_data(ana.last.id, old)
    await world.settle()
    assert "nothing was booked" in ana.last.text
    await world.take(ana, "Iron 1 tablet every 4 weeks from 23 Mar 2026 at 10:00")
    await world.say(ana, "/regimens")
    await world.tap(ana, "Iron")
    assert "Book a date" not in ana.last.labels
