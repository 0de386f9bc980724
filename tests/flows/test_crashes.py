"""The promise of delivery under a kill at each seam, and updates applied exactly once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.messenger import TelegramMessenger
from handlers.post import Post
from handlers.reply import Addressed
from handlers.shower import Shower
from scheduler import claims
from scheduler.courier import Courier
from scheduler.facts import Fact
from scheduler.messenger import Outcome
from simulator.people import Human
from tests.world import World, at

LEASE = claims.LEASE


class Killed(BaseException):
    """The process is gone: no handler, no settling, no clean-up of the bot's sees this."""


class DiesAfterSending(TelegramMessenger):
    """A messenger whose process is killed when the message is out."""

    async def deliver(self, fact: Fact) -> Outcome:
        await super().deliver(fact)
        raise Killed


class DiesBeforeShowing(Shower):
    """A shower whose process is killed before anything is shown."""

    async def show(self, addressed: Addressed) -> bool:
        raise Killed


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    return ana


def due(person: Human) -> int:
    return sum(message.text.startswith("Dose due") for message in person.chat)


def post_of(world: World) -> Post:
    post: Post = world.app.shower._post
    return post


async def test_killed_between_claim_and_send_it_comes_after_the_lease(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 07:59"))
    world.clock.set(at("2026-03-03 08:00"))
    assert await claims.claim(world.app.db, "a courier that dies", world.clock.now())
    await world.restart()
    await world.settle()
    assert due(ana) == 0
    await world.go(LEASE)
    assert due(ana) == 1


async def test_killed_between_send_and_settle_it_comes_once_more_at_most(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 07:59"))
    world.clock.set(at("2026-03-03 08:00"))
    dying = Courier(world.app.db, world.clock, DiesAfterSending(post_of(world), strict=True))
    with pytest.raises(Killed):
        await dying.lap()
    await world.restart()
    await world.go(LEASE * 10)
    assert due(ana) == 2


async def test_the_repeated_reminder_shows_what_is_recorded_already(world: World, ana: Human) -> None:
    """Tapping the first one settles the dose, so the second one is not sent at all."""
    await world.go(at("2026-03-03 07:59"))
    world.clock.set(at("2026-03-03 08:00"))
    with pytest.raises(Killed):
        await Courier(world.app.db, world.clock, DiesAfterSending(post_of(world), strict=True)).lap()
    await world.restart()
    await world.tap(ana, "Taken")
    await world.go(LEASE * 10)
    assert due(ana) == 0
    assert "taken at 08:00" in ana.last.text


async def test_a_summary_of_unknown_fate_is_offered_and_not_repeated(world: World, ana: Human) -> None:
    await world.go(at("2026-03-08 08:59"))
    world.clock.set(at("2026-03-08 09:00"))
    with pytest.raises(Killed):
        await Courier(world.app.db, world.clock, DiesAfterSending(post_of(world), strict=True)).lap()
    await world.restart()
    sent = len(ana.chat)
    await world.go(timedelta(hours=8))
    assert not any("Your week" in message.text for message in ana.chat[sent:])
    await world.say(ana, "/status")
    assert "Show the summary" in ana.last.labels
    await world.say(ana, "/status")
    assert "Show the summary" not in ana.last.labels


async def test_killed_between_store_and_apply_the_update_is_applied_later(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:01"))
    ana.tap("Taken")
    await world.app.poller.once()
    assert world.sim.pending()  # it is confirmed by the next poll only, and stored already
    await world.restart()
    await world.settle()
    assert "taken at 08:01" in ana.last.text
    assert ana.toasts.count("Recorded") == 1


async def test_killed_between_apply_and_reply_the_reply_is_shown_later(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:01"))
    app = world.app
    dying = DiesBeforeShowing(app.db, world.clock, post_of(world), "open", strict=True)
    app.inbox._shower = dying
    ana.tap("Taken")
    await app.poller.once()
    with pytest.raises(Killed):
        await app.inbox.drain()
    assert ana.last.labels == ["Taken", "Snooze", "Skip"]
    await world.restart()
    await world.settle()
    assert "taken at 08:01" in ana.last.text
    assert ana.last.labels == ["Undo", "Change the time"]


async def test_an_update_delivered_twice_is_applied_once(world: World, ana: Human) -> None:
    await world.say(ana, "/today")
    for app in world.replicas:
        app.poller._offset = None  # as a fresh process, which does not know what was confirmed
    before = len(ana.chat)
    ana.say("/add Folic acid 5 mg tablet every day at 9:00")
    await world.replicas[0].poller.once()
    await world.replicas[1].poller.once()
    for app in world.replicas:
        await app.inbox.drain()
    await world.settle()
    assert len(ana.chat) == before + 2  # what Ana wrote, and one preview


async def test_a_chat_is_applied_in_order_and_others_beside_it(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    ana.say("/add Iron 1 tablet every day at 7:00")
    ana.say("/cancel")
    bo.say("/today")
    ana.say("/cancel")
    await world.settle()
    texts = [message.text for message in ana.chat if message.from_bot][-3:]
    assert "Iron" in texts[0]
    assert texts[1].startswith("Stopped")
    assert texts[2].startswith("There is no open question")
    assert "Nothing is planned today" in bo.last.text
