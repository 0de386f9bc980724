"""A dose that is not recorded: brought up at most twice more, never at night, never once it is settled."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def about(person: Human, name: str = "Vitamin X") -> list[ChatMessage]:
    """The bot's messages that name the medicine as due or not recorded, oldest first."""
    return [m for m in person.chat if m.from_bot and name in m.text and ("due" in m.text or "not recorded" in m.text)]


def when(person: Human, name: str = "Vitamin X") -> list[datetime]:
    return [message.date for message in about(person, name)]


async def test_it_is_brought_up_twice_and_then_no_more(world: World, ana: Human) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-04 07:00"))
    assert when(ana) == [at("2026-03-03 08:00"), at("2026-03-03 09:00"), at("2026-03-03 10:00")]
    assert about(ana)[1].text == "08:00 is not recorded yet: Vitamin X, 1000 mcg"
    assert about(ana)[1].text == about(ana)[2].text


async def test_only_the_newest_message_has_buttons(world: World, ana: Human) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:00"))
    assert about(ana)[-1].labels == ["Taken", "Snooze", "Skip"]
    await world.go(at("2026-03-03 10:00"))
    assert [message.labels for message in about(ana)] == [[], [], ["Taken", "Snooze", "Skip", "Taken earlier"]]
    assert "Vitamin X, 1000 mcg: taken at 10:00" in await world.tap(ana, "Taken")
    assert ana.last.labels == ["Undo", "Change the time"]


@pytest.mark.parametrize("answer", [["Taken"], ["Skip"], ["Taken", "Undo", "Skip"]])
async def test_settled_nothing_follows(world: World, ana: Human, answer: list[str]) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:05"))
    reminder = about(ana)[-1].id
    for label in answer:
        await world.tap(ana, label, reminder)
    before = len(about(ana))
    await world.go(at("2026-03-03 19:00"))
    assert len(about(ana)) == before


async def test_put_off_it_comes_when_asked_for_and_not_otherwise(world: World, ana: Human) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:00"))
    await world.tap(ana, "Snooze")
    await world.tap(ana, "This evening")
    await world.go(at("2026-03-03 19:00"))
    assert when(ana)[-1] == at("2026-03-03 18:00")
    assert len(about(ana)) == 1


async def test_taken_back_it_is_brought_up_again(world: World, ana: Human) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:00"))
    await world.tap(ana, "Taken")
    await world.tap(ana, "Undo")
    await world.go(at("2026-03-03 11:00"))
    assert when(ana) == [at("2026-03-03 08:00"), at("2026-03-03 09:00"), at("2026-03-03 10:00")]


async def test_ended_or_deleted_nothing_follows(world: World, ana: Human) -> None:
    await world.take(ana, DAILY)
    await world.go(at("2026-03-03 08:00"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "End")
    await world.tap(ana, "Yes")
    before = len(about(ana))
    await world.go(at("2026-03-03 19:00"))
    assert len(about(ana)) == before


async def test_every_few_days_it_comes_after_four_hours_and_the_next_morning(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every Tuesday at 10:00")
    await world.go(at("2026-03-08 08:00"))
    assert when(ana) == [at("2026-03-03 10:00"), at("2026-03-03 14:00"), at("2026-03-04 08:00"), at("2026-03-06 10:00")]
    assert about(ana)[-2].text == "Yesterday's 10:00 is not recorded: Vitamin X, 1 mg"


async def test_longer_intervals_are_left_alone(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg tablet every 2 weeks from 3 Mar 2026 at 10:00")
    await world.go(at("2026-03-05 12:00"))
    assert at("2026-03-03 10:00") in when(ana)
    assert len([moment for moment in when(ana) if moment > at("2026-03-03 10:00")]) == 0


async def test_none_comes_at_or_after_the_next_dose(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg tablet every day at 10:00, 12:00, 13:00")
    await world.go(at("2026-03-02 13:30"))
    assert when(ana) == [at(f"2026-03-02 {hour}:00") for hour in ("10", "11", "12", "13")]


class TestQuietHours:
    async def test_what_falls_into_them_comes_in_the_morning_in_one_message(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg tablet every day at 20:00")
        await world.go(at("2026-03-03 12:00"))
        assert when(ana) == [at("2026-03-02 20:00"), at("2026-03-03 08:00")]
        assert about(ana)[-1].text == "Last night's 20:00 is not recorded: Vitamin X, 1 mg"
        await world.tap(ana, "Taken")
        texts = [message.text for message in ana.chat]
        assert "Mon 2 Mar, 20:00: Vitamin X, 1 mg: taken at 12:00 on Tue 3 Mar" in texts

    async def test_the_last_minute_before_them_is_not_quiet(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg tablet every day at 19:59")
        await world.go(at("2026-03-03 12:00"))
        assert when(ana) == [at("2026-03-02 19:59"), at("2026-03-02 20:59"), at("2026-03-03 08:00")]

    async def test_a_dose_that_is_planned_for_them_is_brought_up_there(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg tablet every day at 22:00")
        await world.go(at("2026-03-03 12:00"))
        assert when(ana) == [at("2026-03-02 22:00"), at("2026-03-02 23:00"), at("2026-03-03 00:00")]

    async def test_but_not_four_hours_later_at_night(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg injection every Monday at 22:00")
        await world.go(at("2026-03-03 12:00"))
        assert when(ana) == [at("2026-03-02 22:00"), at("2026-03-03 08:00")]

    async def test_several_evening_doses_are_one_message_in_the_morning(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg tablet every day at 20:00")
        await world.take(ana, "Iron 1 tablet every day at 20:30")
        await world.go(at("2026-03-03 07:59"))
        before = len(about(ana))
        await world.go(at("2026-03-03 08:30"))
        assert len(about(ana)) == before + 1
        shown = about(ana)[-1]
        assert shown.text.startswith("2 doses are not recorded yet:")
        assert shown.text.index("Mon 2 Mar, 20:00: Vitamin X") < shown.text.index("Mon 2 Mar, 20:30: Iron")
        assert about(ana)[-2].labels == about(ana, "Iron")[-2].labels == []


class TestSeveralAtOnce:
    async def test_only_what_is_open_is_brought_up(self, world: World, ana: Human) -> None:
        for line in (DAILY, "Iron 1 tablet every day at 8:00", "Zinc 1 tablet every day at 8:00"):
            await world.take(ana, line)
        await world.go(at("2026-03-03 08:10"))
        await world.tap(ana, "Taken · Iron")
        await world.go(at("2026-03-03 09:00"))
        shown = about(ana)[-1]
        assert "Vitamin X" in shown.text
        assert "Zinc" in shown.text
        assert "Iron" not in shown.text
        assert shown.labels[0] == "All taken"
        await world.tap(ana, "All taken")
        before = len(about(ana))
        await world.go(at("2026-03-03 19:00"))
        assert len(about(ana)) == before

    async def test_buttons_of_a_dose_that_is_not_brought_up_stay(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        await world.take(ana, "Iron 1 mg injection every 4 weeks from 3 Mar 2026 at 8:00")
        await world.go(at("2026-03-03 09:00"))
        first = next(message for message in ana.chat if message.text.startswith("2 doses due 08:00"))
        assert "Taken · Iron" in first.labels
        assert about(ana)[-1].text == "08:00 is not recorded yet: Vitamin X, 1000 mcg"


class TestDowntime:
    async def test_nothing_bursts_afterwards(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        await world.go(at("2026-03-03 07:00"))
        await world.outage(timedelta(hours=4))
        assert len([m for m in about(ana) if m.date > at("2026-03-03 07:00")]) == 1
        assert ana.last.text.startswith("I was offline")
        await world.go(at("2026-03-03 19:00"))
        assert len([m for m in about(ana) if m.date > at("2026-03-03 07:00")]) == 1

    async def test_a_dose_whose_nudges_fell_into_it_is_named(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        await world.go(at("2026-03-03 08:30"))
        await world.outage(timedelta(hours=4))
        assert ana.last.text.startswith("I was offline")
        assert "Tue 3 Mar, 08:00: Vitamin X, 1000 mcg: not recorded yet" in ana.last.text
        await world.tap(ana, "Taken")
        assert "taken at 12:30" in ana.last.text

    async def test_a_nudge_soon_after_the_report_is_left_out(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        await world.go(at("2026-03-03 07:50"))
        await world.outage(at("2026-03-03 08:45"))
        await world.go(at("2026-03-03 19:00"))
        assert when(ana)[-2:] == [at("2026-03-03 08:45"), at("2026-03-03 10:00")]

    async def test_a_network_that_was_away_leaves_one_message(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        await world.go(at("2026-03-03 07:59"))
        world.sim.fault("sendMessage", "429", times=1, retry_after=3 * 3600)
        await world.go(at("2026-03-03 19:00"))
        assert len(about(ana)) == 1

    async def test_a_restart_between_any_two_of_them_changes_nothing(self, world: World, ana: Human) -> None:
        await world.take(ana, DAILY)
        for moment in ("08:00", "08:30", "09:00", "09:30", "10:00", "11:00"):
            await world.go(at(f"2026-03-03 {moment}"))
            await world.restart()
        assert when(ana) == [at("2026-03-03 08:00"), at("2026-03-03 09:00"), at("2026-03-03 10:00")]


class TestSummerTime:
    """Europe/London: 29 March 2026 skips 01:00-02:00, 25 October repeats it."""

    @pytest.mark.parametrize(
        ("day", "hours"), [("2026-03-28", ["08", "09", "10"]), ("2026-03-29", ["07", "08", "09"])], ids=["before", "on"]
    )
    async def test_the_day_before_and_the_day_of_spring(
        self, world: World, ana: Human, day: str, hours: list[str]
    ) -> None:
        world.clock.set(at("2026-03-27 12:00"))
        await world.take(ana, DAILY)
        await world.go(at(f"{day} 12:00"))
        assert when(ana)[-3:] == [at(f"{day} {hour}:00") for hour in hours]

    async def test_an_evening_before_autumn_waits_for_the_morning_by_the_new_clock(
        self, world: World, ana: Human
    ) -> None:
        world.clock.set(at("2026-10-24 12:00"))
        await world.take(ana, "Vitamin X 1 mg tablet every day at 20:00")
        await world.go(at("2026-10-25 12:00"))
        assert when(ana) == [at("2026-10-24 19:00"), at("2026-10-25 08:00")]

    async def test_a_dose_at_a_time_that_comes_twice(self, world: World, ana: Human) -> None:
        world.clock.set(at("2026-10-24 12:00"))
        await world.take(ana, "Vitamin X 1 mg tablet every day at 1:30")
        await world.go(at("2026-10-25 07:00"))
        assert when(ana) == [at("2026-10-25 00:30"), at("2026-10-25 01:30"), at("2026-10-25 02:30")]
