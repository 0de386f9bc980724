"""Where it was and how many there were: optional, on the finished check-in, with what was said before kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col

from journal.tables import RatingEdit
from simulator.people import Human
from tests.flows.talk import do
from tests.world import World, at

COUNTS = ["0", "1", "2", "3", "4", "5+"]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def history(world: World, ana: Human) -> str:
    return await do(world, ana, "/history", "[Mon 2 Mar]")


async def edits(world: World) -> list[tuple[int | None, str | None, int | None]]:
    async with world.app.db.read() as tx:
        rows = await tx.execute(select(RatingEdit).order_by(col(RatingEdit.id)))
        return [(row.value, row.place, row.count) for row in rows.scalars()]


async def test_the_rating_stays_one_tap_and_the_rows_come_afterwards(world: World, ana: Human) -> None:
    before = len(ana.chat)
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]")
    assert len(ana.chat) == before + 2
    assert "Where was the tingling?\nHow many cramps?" in ana.last.text
    assert ana.last.labels[:9] == ["Hands", "Feet", "Both", *COUNTS]


async def test_what_is_said_is_shown_in_the_day_and_can_be_changed(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]", "[Both]")
    assert "Tingling: hands and feet\nHow many cramps?" in ana.last.text
    await world.restart()
    await do(world, ana, "[5+]", "[Feet]")
    assert "Tingling: feet\nCramps: 5 times or more" in ana.last.text
    assert "Fatigue 3 · Tingling 2 (feet) · Cramps 1 (5 times or more)" in await history(world, ana)


async def test_what_was_not_felt_is_not_asked_about(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[0]", "[Skip]")
    assert "Where" not in ana.last.text
    assert not {"Hands", *COUNTS} & set(ana.last.labels)


async def test_two_symptoms_with_places_say_whose_button_it_is(world: World, ana: Human) -> None:
    await do(world, ana, "/symptoms", "[Numbness]", "/checkin", "[3]", "[2]", "[0]", "[4]")
    assert ana.last.labels[:6] == [
        f"{name}: {place}" for name in ("Tingling", "Numbness") for place in ("Hands", "Feet", "Both")
    ]
    await do(world, ana, "[Numbness: Feet]")
    assert "Where was the tingling?\nNumbness: feet" in ana.last.text


async def test_a_change_keeps_what_was_said_before(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]", "[Hands]", "[Change]", "[Tingling]", "[6]", "[Feet]", "[4]")
    assert "Fatigue 3 · Tingling 6 (feet, was 2) · Cramps 1 (4 times)" in await history(world, ana)
    assert await edits(world) == [(2, None, None), (2, "hands", None), (6, "hands", None), (1, None, None)]


async def test_nothing_felt_after_all_has_no_place(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[0]", "[Hands]", "[Change]", "[Tingling]", "[0]")
    assert "Tingling 0 (was 2)" in await history(world, ana)
    assert (2, "hands", None) in await edits(world)


async def test_the_same_again_is_no_change(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[0]")
    ana.tap("Hands")
    ana.tap("Hands")
    await world.settle()
    await do(world, ana, "[Change]", "[Tingling]", "[2]")
    assert await edits(world) == [(2, None, None)]
    assert "(hands)" in await history(world, ana)


@pytest.mark.parametrize(
    "data", ["1rp|20260302|2|nose", "1rp|20260302|1|hands", "1rp|20260302|99|hands", "1ry|20260302|3|9"]
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]")
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert await edits(world) == []
    assert "went wrong" not in ana.last.text


async def test_a_button_eight_days_old_is_refused(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]")
    message, feet = ana.last.id, next(data for row in ana.last.buttons for label, data in row if label == "Feet")
    await world.go(timedelta(days=8))
    ana.tap_data(message, feet)
    await world.settle()
    assert "up to 7 days after" in ana.last.text
    assert await edits(world) == []


async def test_somebody_elses_rating_is_left_alone(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]")
    feet = next(data for row in ana.last.buttons for label, data in row if label == "Feet")
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, feet)
    await world.settle()
    assert await edits(world) == []


async def test_a_closed_day_still_shows_it(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]", "[Hands]")
    await world.go(at("2026-03-12 10:00"))
    ana.tap_data(ana.last.id, "1sc|20260302")
    await world.settle()
    assert "Tingling: hands" in ana.last.text
    assert "How many" not in ana.last.text
    assert ana.last.labels == []
