"""Check-ins that nobody answers: brought up once more, then gently, then no more (clinical.md A-LAPSE)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal import checkins, notices, people
from journal.tables import Notice
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


class TestOnceMore:
    async def test_it_comes_once_silently_after_the_quiet_hours(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 07:59"))
        first = asked(ana)[-1]
        assert len(asked(ana)) == 1
        assert first.labels
        await world.go(at("2026-03-03 08:00"))
        assert len(asked(ana)) == 2
        assert "Check-in for Mon 2 Mar\nThis is an earlier day." in ana.last.text
        assert "still open" in ana.last.text
        assert ana.last.silent
        assert "0" in ana.last.labels
        assert first.labels == []
        await world.go(at("2026-03-03 19:59"))
        assert len(asked(ana)) == 2

    async def test_two_hours_later_where_that_is_no_quiet_time(self, world: World) -> None:
        bo = world.sim.join(1002, "Bo", "en")
        for answer in ("/start", "I agree", "Europe/London", "12:00", "Sunday"):
            await (world.say if "/" in answer else world.tap)(bo, answer)
        await world.go(at("2026-03-02 13:59"))
        assert len(asked(bo)) == 1
        await world.go(at("2026-03-02 14:00"))
        assert len(asked(bo)) == 2
        assert "24 hours" in bo.last.text

    async def test_it_keeps_half_an_hour_away_from_a_reminder(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
        await world.go(at("2026-03-03 08:29"))
        assert ana.last.text.startswith("Dose due 08:00")
        await world.go(at("2026-03-03 08:30"))
        assert ana.last.text.startswith("Check-in for Mon 2 Mar")

    async def test_what_is_complete_is_not_brought_up(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 20:00"))
        await rate(world, ana, "1", "Skip", "2")
        await world.go(at("2026-03-03 19:59"))
        assert len(asked(ana)) == 0  # edited: it says that it is saved
        assert "Check-in saved" in ana.last.text

    async def test_filled_in_meanwhile_under_another_message_it_rests(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 20:00"))
        await world.say(ana, "/checkin")
        await rate(world, ana, "1", "1", "1")
        before = len(ana.chat)
        await world.go(at("2026-03-03 12:00"))
        assert len(ana.chat) == before


class TestALapse:
    """Asked for the second time on Tuesday 3 March; the check-ins before them are rows written straight."""

    async def test_the_fourteenth_says_so_once_and_silently(self, world: World, ana: Human) -> None:
        await asked_before(world, ana, 12)
        await world.go(at("2026-03-03 19:59"))
        assert not any("No rating for" in message.text for message in ana.chat)
        await world.go(at("2026-03-03 20:00"))
        assert "No rating for 14 days. No problem." in ana.last.text
        assert ana.last.silent
        said = len(ana.chat)
        await world.go(at("2026-03-05 12:00"))
        assert len(ana.chat) == said + 1  # the next day's, and no second time for either
        assert ana.last.silent
        assert "No rating" not in ana.last.text

    async def test_the_twenty_eighth_is_the_last(self, world: World, ana: Human) -> None:
        await asked_before(world, ana, 26)
        await world.go(at("2026-03-03 20:00"))
        assert "no rating for 28 days, so I stop asking" in ana.last.text
        assert ana.last.labels == ["Check in"]
        said = len(ana.chat)
        await world.go(at("2026-03-06 12:00"))
        assert len(ana.chat) == said

    @pytest.mark.parametrize("how", ["/checkin", "Check in", "4"])
    async def test_a_check_in_or_a_rating_starts_it_again(self, world: World, ana: Human, how: str) -> None:
        await asked_before(world, ana, 26)
        await world.go(at("2026-03-02 20:00"))
        monday, four = ana.last.id, dict(button for row in ana.last.buttons for button in row)["4"]
        await world.go(at("2026-03-04 10:00"))
        before = len(ana.chat)
        if how == "4":
            ana.tap_data(monday, four)
            await world.settle()
        else:
            await (world.say if how.startswith("/") else world.tap)(ana, how)
        said = next(message.text for message in ana.chat[before:] if message.from_bot)
        assert said == "I will ask each day again, at 20:00."
        await world.go(at("2026-03-04 20:00"))
        assert ana.last.date == at("2026-03-04 20:00")
        assert ana.last.text.startswith("Check-in for Wed 4 Mar")
        assert "No rating" not in ana.last.text

    async def test_a_rating_starts_the_count_anew(self, world: World, ana: Human) -> None:
        await asked_before(world, ana, 12)
        await world.go(at("2026-03-02 20:00"))
        await world.tap(ana, "3")
        await world.go(at("2026-03-03 20:00"))
        assert "No rating for" not in ana.last.text
        assert not ana.last.silent

    async def test_skipping_is_no_rating(self, world: World, ana: Human) -> None:
        await asked_before(world, ana, 12)
        await world.go(at("2026-03-02 20:00"))
        await world.tap(ana, "Skip")
        await world.go(at("2026-03-03 20:00"))
        assert "No rating for 14 days" in ana.last.text


async def asked_before(world: World, person: Human, days: int) -> None:
    """Have asked for the check-in on each of the `days` days before today, without an answer."""
    now = world.clock.now()
    async with world.app.db.write() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        for back in range(1, days + 1):
            due = now - timedelta(days=back)
            tx.add(
                Notice(
                    person_id=people.ident(stored),
                    kind=notices.CHECKIN,
                    subject=checkins.subject(stored, due.date()),
                    due_at=due,
                    ready_at=due,
                    state=notices.SENT,
                    settled_at=due,
                )
            )
