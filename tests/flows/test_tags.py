"""Tags: what else there was on a day, several at once, own ones too, and for seven days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal import people, tags
from simulator.people import Human
from tests.flows.talk import do
from tests.world import World

RATED = ("/checkin", "[3]", "[0]", "[0]")
OPEN = "[Add what else there was]"
DAY = date(2026, 3, 2)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await do(world, ana, *RATED)
    return ana


async def codes(world: World, person: Human) -> dict[date, frozenset[str]]:
    async with world.app.db.read() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        return await tags.of_days(tx, stored, DAY - timedelta(days=9), DAY + timedelta(days=9))


async def test_several_are_put_on_a_day_over_the_same_message(world: World, ana: Human) -> None:
    before = len(ana.chat)
    await do(world, ana, OPEN)
    assert ana.last.labels[:7] == [
        "Hard exercise",
        "Drank too little",
        "Poor sleep",
        "Illness",
        "New medicine",
        "Period",
        "Alcohol",
    ]
    await do(world, ana, "[Poor sleep]", "[Alcohol]")
    await world.restart()
    assert "Also: Poor sleep · Alcohol" in await do(world, ana, "[Done]")
    assert "Check-in saved" in ana.last.text
    assert len(ana.chat) == before
    assert await codes(world, ana) == {DAY: frozenset({"poor_sleep", "alcohol"})}


async def test_a_second_tap_takes_one_away_and_a_double_tap_is_one(world: World, ana: Human) -> None:
    await do(world, ana, OPEN)
    ana.tap("Illness")
    ana.tap("Illness")
    await world.settle()
    assert "Illness: yes" in ana.last.labels
    await do(world, ana, "[Illness]", "[Done]")
    assert "Also" not in ana.last.text
    assert await codes(world, ana) == {}


async def test_the_history_of_a_day_shows_and_changes_them(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[Illness]")
    await world.go(timedelta(days=7))
    text = await do(world, ana, "/history", "[Week before]", "[Mon 2 Mar]")
    assert "Fatigue 3 · Tingling 0 · Cramps 0\nAlso: Illness" in text
    await do(world, ana, "[What else there was]", "[Illness]", "[Period]", "[Done]")
    assert "Also: Period" in ana.last.text
    assert "Mon 2 Mar" in ana.last.text


async def test_after_seven_days_they_stay_as_they_are(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[Illness]")
    message, data = ana.last.id, ana.last.buttons[0][0][1]
    await world.go(timedelta(days=8))
    ana.tap_data(message, data)
    await world.settle()
    assert "up to 7 days after" in ana.last.text
    await do(world, ana, "/history", "[Week before]", "[Mon 2 Mar]")
    assert "What else there was" not in ana.last.labels
    assert await codes(world, ana) == {DAY: frozenset({"illness"})}


async def test_an_own_one_is_typed_and_offered_the_next_day(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[My own]", "Long <drive>")
    assert "Long <drive>: yes" in ana.last.labels
    await world.go(timedelta(days=1))
    await do(world, ana, *RATED, OPEN)
    assert "Long <drive>" in ana.last.labels
    assert list(await codes(world, ana)) == [DAY]


async def test_an_own_one_is_removed_days_keep_it_and_it_can_come_back(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[My own]", "Long drive", "[Remove my own]", "[Long drive]", "[Done]")
    assert "Also: Long drive" in ana.last.text
    await world.go(timedelta(days=1))
    await do(world, ana, *RATED, OPEN)
    assert "Long drive" not in ana.last.labels
    await do(world, ana, "[My own]", "long DRIVE")
    assert "Long drive: yes" in ana.last.labels
    assert len(set().union(*(await codes(world, ana)).values())) == 1


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("x" * 31, "up to 30"), ("🙂", "no letters"), ("poor SLEEP", "is there already"), ("drive", "is there already")],
)
async def test_a_name_that_does_not_do_can_be_typed_again(world: World, ana: Human, typed: str, answer: str) -> None:
    await do(world, ana, OPEN, "[My own]", "Drive", "[My own]")
    assert answer in await world.say(ana, typed)
    await world.restart()
    await world.say(ana, "x" * 30)
    assert "x" * 30 + ": yes" in ana.last.labels


async def test_at_most_twelve_are_ones_own(world: World, ana: Human) -> None:
    await do(world, ana, OPEN)
    for number in range(12):
        await do(world, ana, "[My own]", f"Thing {number}")
    assert "You have 12 of your own" in await do(world, ana, "[My own]")
    assert "I did not get that" in await world.say(ana, "Thing 13")
    await do(world, ana, "[Remove my own]", "[Thing 3]", "[My own]", "Thing 13")
    assert "Thing 13: yes" in ana.last.labels


async def test_an_answer_that_comes_too_late_closes_the_question(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[My own]")
    await world.go(timedelta(days=8))
    assert "up to 7 days after" in await world.say(ana, "Long drive")
    assert "I did not get that" in await world.say(ana, "Long drive")


@pytest.mark.parametrize(
    "data", ["1tx|20260302|shoe|1|0", "1tx|20990101|illness|1|0", "1tq|20260302|99|remove|0", "1tq|20260302|0|frob|0"]
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "went wrong" not in ana.last.text
    assert await codes(world, ana) == {}


async def test_somebody_elses_own_tag_is_not_theirs_to_use(world: World, ana: Human) -> None:
    await do(world, ana, OPEN, "[My own]", "Long drive")
    drive = next(data for row in ana.last.buttons for label, data in row if label.startswith("Long drive"))
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, drive.replace("|0|0", "|1|0"))
    await world.settle()
    assert await codes(world, bo) == {}
    await do(world, bo, *RATED, OPEN)
    assert "Long drive" not in bo.last.labels
