"""Telegram in trouble: nothing is lost, nobody else waits, and the loop goes on."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from telegram.error import TelegramError

from handlers import registry
from handlers.context import Act
from handlers.registry import Command
from handlers.reply import Reply
from simulator.people import Human
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.go(at("2026-03-03 07:59"))
    return ana


def due(person: Human) -> int:
    return sum(message.text.startswith("Dose due") for message in person.chat)


@pytest.mark.parametrize("kind", ["429", "500", "502", "504", "timeout", "reset", "malformed", "401", "404", "409"])
async def test_a_reminder_that_failed_before_it_took_effect_comes_once(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("sendMessage", kind, times=2, retry_after=7 if kind == "429" else None)
    await world.go(at("2026-03-03 08:30"))
    assert due(ana) == 1


@pytest.mark.parametrize("kind", ["500", "502", "504", "timeout", "reset", "malformed"])
async def test_a_reminder_of_unknown_fate_comes_again_but_not_at_once(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("sendMessage", kind, when="after")
    await world.go(at("2026-03-03 08:00") + timedelta(seconds=30))
    assert due(ana) == 1
    await world.go(at("2026-03-03 08:30"))
    assert due(ana) == 2


@pytest.mark.parametrize("kind", ["429", "401", "404", "409"])
async def test_a_refusal_is_taken_at_its_word_and_costs_at_most_one_more(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("sendMessage", kind, when="after", retry_after=7)
    await world.go(at("2026-03-03 08:30"))
    assert due(ana) == 2


@pytest.mark.parametrize("kind", ["401", "404", "409"])
async def test_an_hour_of_refusals_loses_nothing_and_repeats_nothing(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("*", kind, times=10**6)
    ana.say("/today")
    for minute in range(59):
        await world.app.courier.lived(at("2026-03-03 08:00") + timedelta(minutes=minute))
        world.clock.set(at("2026-03-03 08:00") + timedelta(minutes=minute))
        await world.app.courier.lap()
    world.sim.heal()
    await world.go(at("2026-03-03 09:05"))
    assert due(ana) == 1
    assert sum("Vitamin X" in message.text for message in ana.chat if message.from_bot) >= 2


@pytest.mark.parametrize("kind", ["blocked", "deactivated", "no chat"])
async def test_someone_unreachable_is_left_alone_until_they_write(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("sendMessage", kind, times=99)
    await world.go(at("2026-03-05 12:00"))
    tried = [call for call in world.sim.calls if call.method == "sendMessage" and not call.ok]
    assert len(tried) == 1
    world.sim.heal()
    await world.say(ana, "/start")
    assert "Where things stand" in "".join(message.text for message in ana.chat)
    await world.go(at("2026-03-06 08:00"))
    assert due(ana) >= 1


async def test_a_block_ends_reminders_and_start_brings_them_back(world: World, ana: Human) -> None:
    ana.block()
    await world.go(at("2026-03-05 12:00"))
    assert due(ana) == 0
    ana.unblock()
    await world.say(ana, "/start")
    await world.go(at("2026-03-06 08:00"))
    assert ana.last.text.startswith("Dose due 08:00")


@pytest.mark.parametrize("kind", ["401", "404", "409", "500", "502", "timeout", "reset", "malformed"])
async def test_polling_survives_what_telegram_answers(world: World, ana: Human, kind: str) -> None:
    world.sim.fault("getUpdates", kind)
    ana.say("/today")
    with pytest.raises(TelegramError):
        await world.app.poller.once()
    await world.settle()
    assert "Vitamin X" in ana.last.text


async def test_an_update_that_does_not_parse_stops_no_other(world: World, ana: Human) -> None:
    """A required field is missing, as it may be in a Bot API newer than the library."""
    broken = {"message_id": 5, "chat": {"id": ana.id, "type": "private"}, "date": "not a number"}
    ana.say("/today")
    await world.app.inbox.store([stored(999_999, ana.id, {"update_id": 999_999, "message": broken})])
    await world.settle()
    texts = [message.text for message in ana.chat if message.from_bot][-2:]
    assert any("Something went wrong" in text for text in texts)
    assert any("Vitamin X" in text for text in texts)


async def test_a_handler_that_raises_tells_the_person_and_the_operator(
    world: World, ana: Human, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(act: Act) -> Reply:
        raise RuntimeError(act.text)

    registry.BY_NAME["broken"] = Command("broken", broken)
    try:
        with caplog.at_level(logging.ERROR):
            text = await world.say(ana, "/broken my feet tingle")
    finally:
        del registry.BY_NAME["broken"]
    error_id = text.rsplit("error ", 1)[1].rstrip(".")
    assert any(getattr(record, "error_id", None) == error_id for record in caplog.records)
    assert "Vitamin X" in await world.say(ana, "/today")


async def test_a_reply_that_failed_is_tried_again(world: World, ana: Human) -> None:
    world.sim.fault("sendMessage", "timeout", when="before")
    ana.say("/today")
    await world.settle()
    for app in world.replicas:
        await app.inbox.show_again()
    assert "Vitamin X" in ana.last.text


async def test_one_poisoned_notice_steps_aside(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X 1 mg tablet every day at 8:00")
    async with world.app.db.write() as tx:
        from sqlalchemy import text

        await tx.execute(text("UPDATE regimen SET label = 'no ciphertext' WHERE person_id = 1"))
    await world.go(at("2026-03-03 08:05"))
    assert due(bo) == 1
    assert due(ana) == 0


async def test_in_a_group_there_is_one_polite_line_and_nothing_is_stored(world: World, ana: Human) -> None:
    family = world.sim.group(-500, "Family", ana)
    await world.settle()
    ana.say("/today", chat=family.id)
    ana.say("hello all", chat=family.id)
    await world.settle()
    answers = [message.text for message in world.sim.messages(family.id) if message.from_bot]
    assert answers == ["I keep health data, so I only work in a private chat. Please write to me there."]


@pytest.mark.parametrize("sent", ["sticker", "voice", "photo", "edit", "unknown"])
async def test_nothing_ends_in_silence(world: World, ana: Human, sent: str) -> None:
    words = ana.say("good morning")
    await world.settle()
    before = len(ana.chat)
    match sent:
        case "sticker":
            ana.send_sticker()
        case "voice":
            ana.send_voice()
        case "photo":
            ana.send_photo()
        case "edit":
            ana.edit(words.id, "good evening")
        case _:
            ana.say("/nonsense")
    await world.settle()
    assert len(ana.chat) > before
    assert ana.last.text


def stored(update_id: int, chat_id: int, raw: dict[str, object]):  # type: ignore[no-untyped-def]
    import json

    from journal.inbox import Stored

    return Stored(update_id, chat_id, json.dumps(raw))
