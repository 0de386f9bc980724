"""A few exact phrases bring up the help numbers at once, besides whatever else the message leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.crisis import named
from locales.pseudo import LANGUAGE
from simulator.people import Human
from tests.flows.talk import do
from tests.world import World

HELP = "I'm sorry you feel this way. You don't have to face it alone."
PHRASES = [
    "suicide",
    "I feel suicidal",
    "I want to kill myself",
    "I  WANT TO\nDIE!",
    "thinking of ending my life",
    "i’ll end my life tonight",
    "I don’t want to live any more",
    "I would be better off dead",
    "“Kill myself”",
]
OTHER = [
    "my feet tingle",
    "suicidewatch",
    "that cramp nearly killed me",
    "kill my self-doubt",
    "at the end of my life insurance",
    "I wanted to diet",
    "die",
]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def said_since(person: Human, before: int) -> list[str]:
    return [message.text for message in person.chat[before:] if message.from_bot]


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_is_found_however_it_is_typed(text: str) -> None:
    assert named(text, "en")
    assert named(text, LANGUAGE)  # a language with phrases of its own


@pytest.mark.parametrize("text", OTHER)
def test_nothing_else_is(text: str) -> None:
    assert not named(text, "en")


async def test_plain_words_get_the_help_numbers_below_what_they_get_anyway(world: World, ana: Human) -> None:
    before = len(ana.chat)
    await world.say(ana, "I want to die")
    pointer, help_ = said_since(ana, before)
    assert "I did not get that" in pointer
    assert help_.startswith(HELP)
    assert "call your local emergency number now" in help_
    assert "You can call a local crisis line, day or night." in help_
    assert help_.endswith("I am a bot and I can't keep you safe, but they can help.")
    assert ana.last.labels == ["Urgent signs"]


async def test_a_note_is_kept_all_the_same(world: World, ana: Human) -> None:
    await do(world, ana, "/urgent", "[Choose your country]", "[United Kingdom]", "/checkin")
    for _ in range(3):
        await world.tap(ana, "2")
    asked = await world.tap(ana, "Add a note")
    assert "Nobody reads notes for emergencies; only a few exact phrases bring up the help numbers." in asked
    before = len(ana.chat)
    await world.say(ana, "Bad day, thought of suicide.")
    checkin, help_ = said_since(ana, before)
    assert "Your note: Bad day, thought of suicide." in checkin
    assert "call 999 now. You can call 116 123" in help_
    assert "Bad day, thought of suicide." in await world.say(ana, "/checkin")
    assert (await world.tap(ana, "Urgent signs", ana.chat[-3].id)).startswith("Call 999 now")


async def test_words_that_cannot_be_kept_get_it_too(world: World, ana: Human) -> None:
    await world.say(ana, "/checkin")
    for _ in range(3):
        await world.tap(ana, "2")
    await world.tap(ana, "Add a note")
    before = len(ana.chat)
    await world.say(ana, "I want to die. " + "x" * 4000)
    refused, help_ = said_since(ana, before)
    assert "A note can have up to" in refused
    assert help_.startswith(HELP)


@pytest.mark.parametrize("text", ["/add suicide", "/frobnicate I want to die", "/cancel kill myself"])
async def test_words_after_a_command_count(world: World, ana: Human, text: str) -> None:
    assert (await world.say(ana, text)).startswith(HELP)


@pytest.mark.parametrize("access", ["open", "invite"])
async def test_before_consent_and_in_a_closed_bot_it_comes_too(fresh_database: Path, access: str) -> None:
    world = World(fresh_database)
    await world.add_replica(access=access)
    stranger = world.sim.join(1009, "Bo", "en")
    assert (await world.say(stranger, "I want to die")).startswith(HELP)
    await world.close()


async def test_it_comes_each_time_and_in_a_pause(world: World, ana: Human) -> None:
    await do(world, ana, "/pause", "[Everything]", "[Until I resume it]")
    for _ in range(3):
        before = len(ana.chat)
        await world.say(ana, "suicidal")
        assert said_since(ana, before)[-1].startswith(HELP)


async def test_forwarded_words_are_somebody_elses(world: World, ana: Human) -> None:
    ana.forward("I want to die")
    await world.settle()
    assert "I do not read forwarded messages" in ana.last.text


async def test_privacy_says_that_the_check_exists_and_can_miss_things(world: World, ana: Human) -> None:
    text = await world.say(ana, "/privacy")
    assert "a few exact phrases in what you type bring them up. That check can miss things." in text
