"""Doses ahead of their time, and a second one that may be one too many."""

from __future__ import annotations

import pytest

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DAILY)
    return ana


def newest(person: Human) -> ChatMessage:
    """The bot's newest message about the medicine."""
    return [message for message in person.chat if message.from_bot and "Vitamin X" in message.text][-1]


def newest_of(person: Human, start: str) -> ChatMessage:
    return [message for message in person.chat if message.text.startswith(start)][-1]


class TestTakingAhead:
    async def test_it_asks_once_and_settles_the_coming_dose(self, world: World, ana: Human) -> None:
        await world.take(ana, "Iron 1 tablet every day at 21:00")
        await world.go(at("2026-03-03 15:00"))
        await world.say(ana, "/today")
        text = await world.tap(ana, "Take early · Iron")
        assert text.startswith("It is planned for 21:00. Record it as taken now?")
        assert ana.last.labels == ["Yes", "No"]
        await world.tap(ana, "No")
        assert "21:00: Iron, 1 tablet, later today" in ana.last.text
        await world.tap(ana, "Take early · Iron")
        await world.tap(ana, "Yes")
        assert "Iron, 1 tablet: taken at 15:00" in ana.last.text
        await world.go(at("2026-03-04 20:00"))
        dates = [message.date for message in ana.chat if message.text.startswith("Dose due 21:00: Iron")]
        assert dates == [at("2026-03-02 21:00")]
        await world.go(at("2026-03-04 21:00"))
        assert newest_of(ana, "Dose due 21:00: Iron").date == at("2026-03-04 21:00")

    async def test_the_second_of_two_can_be_taken_ahead_of_the_first(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Iron 1 tablet every day at 12:00, 20:00")
        await world.say(bo, "/today")
        row = next(row for row in bo.last.buttons if "|1|t" in row[0][1])
        bo.tap_data(bo.last.id, row[0][1])
        await world.settle()
        assert bo.last.text.startswith("It is planned for 20:00")
        await world.tap(bo, "Yes")
        await world.go(at("2026-03-02 21:00"))
        assert [m.text for m in bo.chat if m.text.startswith("Dose due")] == ["Dose due 12:00: Iron, 1 tablet"]

    async def test_undone_it_is_due_again(self, world: World, ana: Human) -> None:
        await world.take(ana, "Iron 1 tablet every day at 21:00")
        await world.say(ana, "/today")
        await world.tap(ana, "Take early · Iron")
        await world.tap(ana, "Yes")
        await world.tap(ana, "Undo")
        await world.go(at("2026-03-02 21:00"))
        assert any(message.text.startswith("Dose due 21:00: Iron") for message in ana.chat)

    async def test_all_taken_leaves_later_doses_alone(self, world: World, ana: Human) -> None:
        await world.take(ana, "Zinc 1 tablet every day at 7:00")
        await world.take(ana, "Iron 1 tablet every day at 21:00")
        await world.go(at("2026-03-03 08:30"))
        await world.say(ana, "/today")
        text = await world.tap(ana, "All taken")
        assert "Zinc, 1 tablet: taken at 08:30" in text
        assert "Vitamin X, 1000 mcg: taken at 08:30" in text
        assert "21:00: Iron, 1 tablet, later today" in text


class TestTwice:
    async def test_a_second_one_soon_is_asked_about(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Iron 1 tablet every day at 8:00, 20:00")
        await world.go(at("2026-03-03 08:00"))
        await world.tap(bo, "Taken", newest_of(bo, "Dose due 08:00").id)
        nudge = newest_of(bo, "Last night's 20:00")
        text = await world.tap(bo, "Taken", nudge.id)
        assert text == "Iron is recorded at 08:00 already. Did you mean to log two?"
        assert bo.last.labels == ["Yes", "No"]
        await world.tap(bo, "No")
        assert newest_of(bo, "Last night's 20:00").labels[0] == "Taken"
        await world.tap(bo, "Taken", nudge.id)
        await world.tap(bo, "Yes", nudge.id)
        assert "taken at 08:00 on Tue 3 Mar" in next(m.text for m in bo.chat if m.id == nudge.id)

    async def test_far_enough_apart_nothing_is_asked(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Iron 1 tablet every day at 8:00, 20:00")
        await world.go(at("2026-03-03 08:00"))
        await world.tap(bo, "Taken", newest_of(bo, "Dose due 08:00").id)
        await world.tap(bo, "Taken earlier", newest_of(bo, "Last night's 20:00").id)
        assert "taken at 04:59" in await world.say(bo, "4:59")

    async def test_the_same_button_twice_is_no_second_dose(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 08:04"))
        reminder = newest(ana).id
        ana.tap("Taken", reminder)
        ana.tap("Taken", reminder)
        await world.settle()
        assert "log two" not in newest(ana).text
        assert ana.toasts[-1] == "It is recorded already"

    async def test_one_as_needed_tapped_twice_is_asked_about(self, world: World, ana: Human) -> None:
        await world.take(ana, "Paracetamol as needed")
        await world.say(ana, "/today")
        message = ana.last.id
        ana.tap("Took one", message)
        ana.tap("Took one", message)
        await world.settle()
        assert ana.last.text == "Paracetamol is recorded at 09:00 already. Did you mean to log two?"
        await world.tap(ana, "No")
        assert "Paracetamol: as needed, 1 recorded today" in ana.last.text
        await world.tap(ana, "Took one")
        await world.tap(ana, "Yes")
        assert "as needed, 2 recorded today" in await world.say(ana, "/today")
