"""Lines that cannot be: one clear sentence each, nothing saved, and the dialogue can be left."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.plans import said
from tests.world import World, at

BAD = [
    ("Vitamin X every day at 8 from 30 Feb", "“30 Feb” is not a date that I know."),
    ("Vitamin X every day at 8 until 31 April 2026", "“31 April 2026” is not a date that I know."),
    ("Vitamin X every day at 8 from 2026-13-01", "“2026-13-01” is not a date that I know."),
    ("Vitamin X monthly on the 32nd at 8", "“on the 32nd” is not a date that I know."),
    ("Vitamin X every day at 8 from 1 May 2026 until 1 April 2026", "That ends before it starts."),
    ("Vitamin X every day at 8 until 1 Feb 2026", "That ends before it starts."),
    ("Vitamin X every day at 8, 0 times", "“0 times” does not work"),
    ("Vitamin X every day at 8 for 0 days", "“for 0 days” does not work"),
    ("Vitamin X every day at 8 for 99999 weeks", "“for 99999 weeks” does not work"),
    ("Vitamin X every day at 25:70", "“25:70” is not a time."),
    ("Vitamin X every day at 24:01", "“24:01” is not a time."),
    ("Vitamin X every day at 8:60", "“8:60” is not a time."),
    ("Vitamin X every day at 13pm", "“13pm” is not a time."),
    ("Vitamin X every 0 days at 8", "“every 0 days” does not work"),
    ("Vitamin X every 1001 days at 8", "“every 1001 days” does not work"),
    ("Vitamin X every 0 hours", "“every 0 hours” does not work"),
    ("Vitamin X 0 times a day", "“0 times a day” does not work"),
    ("Vitamin X 40 times a day", "That is too many times a day."),
    (
        "Vitamin X every day at " + ", ".join(f"{h}:{m:02}" for h in range(20) for m in (0, 30)),
        "That is too many times",
    ),
    ("Vitamin X 0 days on 7 days off at 8", "“0 days on 7 days off” does not work"),
    ("Vitamin X on days 0, 3, 7 at 8", "“on days 0, 3, 7” does not work"),
    ("Vitamin X every day at 8 at least 0 days apart", "“at least 0 days apart” does not work"),
    ("Vitamin X " * 500, "That is too long for me."),
    ("x" * 3900, "That is too long for me."),
    ("🙂🙃💊", "I found no name in that."),
    ("🙂 every day at 8", "I found no name in that."),
    ("\u202e\u200f\u202b", "What do you want to add?"),
    ("\u202eevery day at 8", "I found no name in that."),
    ("12345", "I found no name in that."),
    ("every day at 8", "I found no name in that."),
]


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 07:00"))
    return await world.arrive()


def plain(text: str) -> str:
    """The message without the name above its first sentence."""
    lines = text.split("\n")
    return "\n".join(lines[1:]) if lines[0].startswith("Vitamin X") else text


@pytest.mark.parametrize(("line", "answer"), BAD, ids=[line[:40] for line, _ in BAD])
async def test_a_bad_line_is_said_and_left(world: World, ana: Human, line: str, answer: str) -> None:
    before = await world.say(ana, "/regimens")
    count = len(ana.chat)
    text = plain(await world.say(ana, f"/add {line}"))
    assert text.startswith(answer), text
    assert len(ana.chat) == count + 2  # the line, and one answer
    assert len(text.split()) <= 60
    assert await world.say(ana, "/cancel") != text
    assert await world.say(ana, "/regimens") == before


async def test_five_thousand_characters_are_answered(world: World, ana: Human) -> None:
    """Telegram cuts them into two messages."""
    await world.say(ana, "/add " + "Vitamin " * 510)
    assert "That is too long for me." in ana.last.body
    await world.say(ana, "X " * 450 + "every day at 8")
    assert "That is too long" in ana.last.body
    await world.say(ana, "/cancel")
    assert "nothing yet" in await world.say(ana, "/regimens")


async def test_marks_of_direction_change_nothing(world: World, ana: Human) -> None:
    await world.take(ana, "\u202eVitamin\u202c X\u200f every day at\u2066 8:00\u2069")
    text = await world.say(ana, "/regimens")
    assert "Vitamin X\nevery day at 08:00" in text
    assert not set(text) & set("\u202e\u202c\u200f\u2066\u2069")


async def test_a_pause_until_a_day_that_has_passed_asks_for_the_year(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X every day at 8:00")
    await world.say(ana, "/pause")
    await world.tap(ana, "Everything")
    assert "That day has passed this year." in await world.say(ana, "until 1 March")
    assert "Mon, 1 Mar 2027" in await world.say(ana, "until 1 March 2027") or "1 Mar 2027" in ana.last.body


async def test_a_time_ahead_in_log_is_said_once(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X as needed")
    count = len(ana.chat)
    text = await world.say(ana, "/log vitamin tomorrow 8:00")
    assert text.startswith("I did not get a time that is past.\nWhen did you take it? Vitamin X")
    assert text.count("20 min ago") == 1
    assert len(ana.chat) == count + 2
    assert "taken at 06:30" in await world.say(ana, "6:30")


@pytest.mark.parametrize(
    ("word", "answer"), [("yes", "Next part: every 2 months"), ("Not yet.", "I will ask again on")]
)
async def test_the_clinics_question_can_be_answered_in_words(world: World, ana: Human, word: str, answer: str) -> None:
    line = "Vitamin X every other day from 16 Feb 2026 until my clinic changes it then every 2 months at 6:00"
    await world.take(ana, line)
    pointer = await world.say(ana, word)
    await world.go(at("2026-03-02 12:00"))
    assert said(ana, "Has your clinic told you")
    assert answer in await world.say(ana, word)
    await world.say(ana, "/cancel")
    await world.go(at("2026-03-05 12:00"))
    assert await world.say(ana, word) == pointer
