"""Each fault as a real Bot meets it, before and after the effect; the call log; the flood limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from simulator.clock import PretendClock
from simulator.core import Simulator
from simulator.faults import FAULTS
from simulator.limits import FloodLimit
from simulator.people import Human

KINDS: list[tuple[str | int, type[TelegramError], str]] = [
    (401, InvalidToken, "Unauthorized"),
    (403, Forbidden, "bot was blocked by the user"),
    ("blocked", Forbidden, "bot was blocked by the user"),
    ("deactivated", Forbidden, "user is deactivated"),
    ("no chat", BadRequest, "Chat not found"),
    ("unchanged", BadRequest, "Message is not modified"),
    (404, InvalidToken, "Not Found"),
    (409, Conflict, "terminated by other getUpdates request"),
    (429, RetryAfter, "Flood control exceeded"),
    (500, NetworkError, "Internal Server Error"),
    (502, NetworkError, "Bad Gateway"),
    (504, NetworkError, "Gateway Timeout"),
    ("timeout", TimedOut, "Timed out"),
    ("reset", NetworkError, "ReadError"),
    ("malformed", TelegramError, "Invalid server response"),
]


@pytest.mark.parametrize(("kind", "error", "words"), KINDS)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_fault_fails_one_call_before_or_after_its_effect(
    sim: Simulator, bot: Bot, ana: Human, kind: str | int, error: type[TelegramError], words: str, when: str
) -> None:
    sim.fault("sendMessage", kind, when="after" if when == "after" else "before", retry_after=7)
    with pytest.raises(error, match=words):
        await bot.send_message(1001, "once")
    assert [message.text for message in ana.chat if message.from_bot] == ["once"] * (when == "after")
    assert sim.calls[-1].ok == (when == "after")
    await bot.send_message(1001, "twice")
    assert ana.last.text == "twice"


def test_every_kind_is_tested() -> None:
    assert {str(kind) for kind, _, _ in KINDS} == {"429", *FAULTS}


async def test_a_fault_may_be_for_one_chat_for_any_method_and_be_lifted(sim: Simulator, bot: Bot, ana: Human) -> None:
    bo = sim.join(1002, "Bo")
    bo.say("/start")
    sim.fault("*", "reset", times=2, chat=1002)
    await bot.send_message(1001, "fine")
    for method in (bot.send_message, bot.send_chat_action):
        with pytest.raises(NetworkError):
            await method(1002, "typing")
    await bot.send_message(1002, "fine")
    sim.fault("*", "reset", times=99)
    sim.heal()
    await bot.send_message(1002, "fine again")
    assert bo.last.text == "fine again"


def test_an_unknown_fault_is_an_error(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="unknown fault 'teapot'; known: 429 401"):
        sim.fault("sendMessage", "teapot")


async def test_the_log_says_who_was_called_when_and_how_it_went(
    sim: Simulator, bot: Bot, ana: Human, clock: PretendClock
) -> None:
    await bot.send_message(1001, "x")
    ana.block()
    with pytest.raises(Forbidden):
        await bot.send_message(1001, "y")
    sends = [(call.method, call.chat_id, call.moment, call.ok) for call in sim.calls if call.method != "getMe"]
    assert sends == [("sendMessage", 1001, clock.now(), True), ("sendMessage", 1001, clock.now(), False)]
    assert "bot was blocked" in sim.calls[-1].description


async def test_too_many_messages_to_one_chat_are_a_429_until_the_clock_has_moved(
    sim: Simulator, bot: Bot, ana: Human, clock: PretendClock
) -> None:
    sim.limit_flood()
    for number in range(3):
        await bot.send_message(1001, str(number))
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(1001, "too many")
    assert refusal.value.retry_after == timedelta(seconds=1)
    clock.set(clock.now() + timedelta(seconds=1))
    await bot.send_message(1001, "now")
    assert ana.last.text == "now"


async def test_all_chats_together_have_a_limit_too(sim: Simulator, bot: Bot) -> None:
    sim.limit_flood(FloodLimit(overall=1, overall_burst=5))
    people = [sim.join(2000 + number, "Bo") for number in range(6)]
    for person in people:
        person.say("/start")
    for person in people[:5]:
        await bot.send_message(person.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[5].id, "x")
