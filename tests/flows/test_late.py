"""Doses after their time: another time, corrections, and "taken" typed."""

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


async def earlier(world: World, person: Human, *typed: str) -> str:
    """`Taken earlier` on the newest message about the medicine, then the words; returns that newest message."""
    await world.tap(person, "Taken earlier", newest(person).id)
    for words in typed:
        await world.say(person, words)
    return newest(person).text


class TestTakenEarlier:
    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("7:40", "taken at 07:40"),
            ("at 7", "taken at 07:00"),
            ("20 min ago", "taken at 08:50"),
            ("just now", "taken at 09:10"),
            ("yesterday 20:30", "taken at 20:30 on Mon 2 Mar"),
            ("7.40 am", "taken at 07:40"),
        ],
    )
    async def test_the_typed_time_is_recorded(self, world: World, ana: Human, typed: str, shown: str) -> None:
        await world.go(at("2026-03-03 09:10"))
        await earlier(world, ana, typed)
        assert ana.last.text.endswith(f"Vitamin X, 1000 mcg: {shown}")
        assert ana.last.labels == ["Undo", "Change the time"]
        assert "08:00 is not recorded" not in (await world.say(ana, "/today"))

    @pytest.mark.parametrize(
        ("typed", "answer"),
        [
            ("11:00", "That time is still ahead"),
            ("tomorrow 8:00", "I did not get that time"),
            ("20 Feb 8:00", "That is too long ago"),
            ("with breakfast", "I did not get that time"),
            ("7:40 or 8:00", "I did not get that time"),
            ("99:99", "I did not get that time"),
            ("<b>7</b>", "I did not get that time"),
        ],
    )
    async def test_what_is_no_past_time_is_asked_again(self, world: World, ana: Human, typed: str, answer: str) -> None:
        await world.go(at("2026-03-03 09:10"))
        await world.tap(ana, "Taken earlier")
        assert answer in await world.say(ana, typed)
        await world.restart()
        assert "taken at 07:40" in await world.say(ana, "7:40")

    async def test_the_message_that_asked_loses_its_buttons(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 09:10"))
        asked = newest(ana).id
        await earlier(world, ana, "7:40")
        shown = next(message for message in ana.chat if message.id == asked)
        assert shown.labels == []
        assert "taken at 07:40" in shown.text

    async def test_back_leaves_everything_as_it_was(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 09:10"))
        before = newest(ana).labels
        await world.tap(ana, "Taken earlier")
        assert "When did you take" in newest(ana).text
        await world.tap(ana, "Back")
        assert newest(ana).labels == before
        assert "I did not get that" in await world.say(ana, "7:40")

    async def test_another_button_meanwhile_ends_the_question(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 09:10"))
        reminder, nudge = (message.id for message in ana.chat[-2:])
        await world.tap(ana, "Taken earlier", nudge)
        ana.tap_data(reminder, "1tk|1|20260303|0|d0")
        await world.settle()
        assert "I did not get that" in await world.say(ana, "7:40")
        assert "taken at 09:10" in await world.say(ana, "/today")

    async def test_last_nights_dose_belongs_to_last_night(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Vitamin X 1 mg tablet every day at 20:00")
        await world.go(at("2026-03-03 08:10"))
        assert "Mon 2 Mar, 20:00: Vitamin X, 1 mg: taken at 21:15" in await earlier(world, bo, "21:15")
        assert "20:00: Vitamin X, 1 mg, later today" in await world.say(bo, "/today")

    async def test_on_the_day_of_spring_minutes_are_minutes(self, world: World) -> None:
        """02:10 by the clock is ten minutes after 00:59: "20 min ago" is 00:50."""
        world.clock.set(at("2026-03-28 12:00"))
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Vitamin X 1 mg tablet every day at 0:05")
        await world.go(at("2026-03-29 01:10"))
        assert "taken at 00:50" in await earlier(world, bo, "20 min ago")


class TestChangeTheTime:
    async def test_a_recorded_time_can_be_changed(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 08:30"))
        reminder = newest(ana).id
        await world.tap(ana, "Taken", reminder)
        await world.tap(ana, "Change the time", reminder)
        assert "taken at 08:05" in await world.say(ana, "8:05")
        assert "taken at 08:05" in await world.say(ana, "/today")

    async def test_it_is_offered_for_what_was_taken_only(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 08:30"))
        await world.tap(ana, "Skip", newest(ana).id)
        assert newest(ana).labels == ["Undo"]

    async def test_undone_meanwhile_nothing_is_recorded(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 08:30"))
        reminder = newest(ana).id
        await world.tap(ana, "Taken", reminder)
        await world.tap(ana, "Change the time", reminder)
        ana.tap_data(reminder, "1un|1|20260303|0|d0")
        await world.settle()
        await world.say(ana, "8:05")
        assert "not recorded yet" in await world.say(ana, "/today")


def newest_of(person: Human, start: str) -> ChatMessage:
    return [message for message in person.chat if message.text.startswith(start)][-1]


class TestTakenTyped:
    async def test_with_several_open_they_are_listed(self, world: World, ana: Human) -> None:
        await world.take(ana, "Iron 1 tablet every day at 7:00")
        await world.go(at("2026-03-03 08:30"))
        text = await world.say(ana, "taken")
        assert "07:00: Iron, 1 tablet, not recorded yet" in text
        assert "08:00: Vitamin X, 1000 mcg, not recorded yet" in text
        assert "All taken" in ana.last.labels

    async def test_after_midnight_it_is_last_nights(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Iron 1 tablet every day at 22:00")
        await world.go(at("2026-03-03 00:20"))
        assert "taken at 00:20 on Tue 3 Mar" in await world.say(bo, "taken")
        await world.go(at("2026-03-03 22:00"))
        assert newest_of(bo, "Dose due 22:00").date == at("2026-03-03 22:00")

    async def test_last_nights_and_this_mornings_are_both_listed(self, world: World, ana: Human) -> None:
        await world.take(ana, "Iron 1 tablet every day at 20:00")
        await world.go(at("2026-03-03 08:30"))
        text = await world.say(ana, "taken")
        assert "Mon 2 Mar, 20:00: Iron, 1 tablet: not recorded yet" in text
        assert "08:00: Vitamin X, 1000 mcg, not recorded yet" in text
        await world.tap(ana, "All taken")
        assert "nothing" not in ana.last.text
        assert "No dose is waiting" in await world.say(ana, "taken")
