"""Check-ins of earlier days: filled in later and marked so, changed for a week, and no longer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from journal.tables import Rating
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    """Check-in at 20:00; it is Monday 2 March."""
    return await world.arrive()


def asked(person: Human) -> list[ChatMessage]:
    return [message for message in person.chat if message.from_bot and message.text.startswith("Check-in for")]


async def rate(world: World, person: Human, *labels: str) -> str:
    for label in labels:
        await world.tap(person, label)
    return person.last.text


async def rows(world: World) -> list[tuple[str, int | None, bool]]:
    async with world.app.db.read() as tx:
        found = (await tx.execute(select(Rating).order_by(Rating.local_date))).scalars()  # type: ignore[arg-type]
        return [(f"{row.local_date:%a %d}", row.value, row.backfilled) for row in found]


async def far(world: World, days: int) -> None:
    """Pass over `days` days at once: what was due meanwhile is out of date by then."""
    world.clock.set(world.clock.now() + timedelta(days=days))
    await world.app.courier.lived(world.clock.now())
    await world.settle()


class TestFillingIn:
    async def test_yesterday_by_its_name_is_marked_as_added_later(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 10:00"))
        text = await world.say(ana, "/checkin yesterday")
        assert "Check-in for Mon 2 Mar\nThis is an earlier day." in text
        assert "On Mon 2 Mar, how strong was your fatigue" in text
        text = await rate(world, ana, "3", "Skip", "0")
        assert "Fatigue 3 · Tingling skipped · Cramps 0\nAdded later." in text
        assert await rows(world) == [("Mon 02", 3, True), ("Mon 02", None, True), ("Mon 02", 0, True)]

    async def test_only_what_came_later_is_marked(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 20:00"))
        await world.tap(ana, "5")
        await world.go(at("2026-03-03 10:00"))
        await world.say(ana, "/checkin yesterday")
        assert "Fatigue 5 · Tingling 2 (added later) · Cramps 1 (added later)" in await rate(world, ana, "2", "1")

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("", "Thu 5 Mar"),
            ("today", "Thu 5 Mar"),
            ("Yesterday", "Wed 4 Mar"),
            ("the day before yesterday", "Tue 3 Mar"),
            ("2 days ago", "Tue 3 Mar"),
            ("tuesday", "Tue 3 Mar"),
            ("Sunday", "Sun 1 Mar"),
            ("3 march", "Tue 3 Mar"),
            ("2026-03-03", "Tue 3 Mar"),
        ],
    )
    async def test_a_day_in_words(self, world: World, ana: Human, words: str, day: str) -> None:
        await far(world, 3)
        assert f"Check-in for {day}" in await world.say(ana, f"/checkin {words}")

    @pytest.mark.parametrize(
        ("words", "answer"),
        [
            ("someday", "I did not get that day"),
            ("Thursday", "I did not get that day"),  # today's or last week's?
            ("tomorrow", "has not come yet"),
            ("1 February", "up to 7 days after"),
        ],
    )
    async def test_a_day_that_cannot_be(self, world: World, ana: Human, words: str, answer: str) -> None:
        await far(world, 3)
        assert answer in await world.say(ana, f"/checkin {words}")
        assert "/checkin" in ana.last.text

    async def test_three_days_ago_shows_what_there_is_and_asks_nothing(self, world: World, ana: Human) -> None:
        await world.say(ana, "/checkin")
        await world.tap(ana, "5")
        await far(world, 3)
        text = await world.say(ana, "/checkin Monday")
        assert "Fatigue 5" in text
        assert ana.last.labels == ["Change", "Add a note", "Add what else there was"]
        await rate(world, ana, "Change", "Fatigue", "6")
        assert "Fatigue 6" in ana.last.text
        await far(world, 1)
        assert "I can add ratings up to 2 days after" in await world.say(ana, "/checkin Tuesday")
        assert ana.last.labels == []

    async def test_a_rating_changes_for_seven_days_and_no_longer(self, world: World, ana: Human) -> None:
        await world.say(ana, "/checkin")
        await rate(world, ana, "5", "5", "5", "Change", "Fatigue")
        message, six = ana.last.id, dict(button for row in ana.last.buttons for button in row)["6"]
        await far(world, 7)
        ana.tap_data(message, six)
        await world.settle()
        assert await rows(world) == [("Mon 02", 6, False), ("Mon 02", 5, False), ("Mon 02", 5, False)]
        await far(world, 1)
        ana.tap_data(message, six.replace("|6", "|7"))
        await world.settle()
        assert "up to 7 days after the day itself. Nothing was changed" in ana.last.text
        assert ("Mon 02", 6, False) in await rows(world)

    async def test_a_message_belongs_to_its_own_day(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 23:58"))
        evening = next(message for message in asked(ana))
        four = dict(button for row in evening.buttons for button in row)["4"]
        await world.go(at("2026-03-03 00:05"))
        ana.tap_data(evening.id, four)
        await world.settle()
        assert await rows(world) == [("Mon 02", 4, True)]

    async def test_one_that_fell_into_downtime_is_offered_for_its_own_day(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 19:00"))
        before = len(ana.chat)
        await world.outage(timedelta(hours=15))
        assert len(ana.chat) == before + 1
        assert ana.last.text.startswith("I was offline from Mon 2 Mar, 19:00 to Tue 3 Mar, 10:00")
        assert "Check-in for Mon 2 Mar" in await world.tap(ana, "Check in")
        await rate(world, ana, "1", "1", "1")
        await world.go(at("2026-03-03 19:59"))
        assert "Check-in saved for Mon 2 Mar" in ana.last.text

    async def test_todays_offers_the_days_before_that_are_open(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-04 10:00"))
        await world.say(ana, "/checkin")
        await rate(world, ana, "1", "0", "0")
        assert ana.last.labels[-2:] == ["Fill in Tue 3 Mar", "Fill in Mon 2 Mar"]
        assert "Check-in for Mon 2 Mar" in await world.tap(ana, "Fill in Mon 2 Mar")

    async def test_a_note_follows_the_same_seven_days(self, world: World, ana: Human) -> None:
        await world.say(ana, "/checkin")
        await rate(world, ana, "5", "5", "5", "Add a note")
        await far(world, 8)
        assert "up to 7 days after" in await world.say(ana, "slept badly")
        assert "I did not get that" in await world.say(ana, "slept badly")  # the question is closed
        ana.tap_data(ana.last.id, "1nt|20990101")
        await world.settle()
        assert "has not come yet" in ana.last.text
