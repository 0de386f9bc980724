"""What people type, at every question: shown back as it is, and never able to turn or hide what is around it."""

from __future__ import annotations

import unicodedata

import pytest

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.care import accept
from tests.flows.filling import held
from tests.flows.questions import QUESTIONS, Question
from tests.flows.talk import do
from tests.world import World

MARKUP = "<b>zq</b> &amp; \u202e</i>zq\u2066 \u200bzq\u061c <a href='x'>zq\u202a"
LONG = "<u>zq&" * 682 + "<i>"  # 4,095 characters
UNSEEN = "\u200d\u200c\u2060\ufe0f \u3164\u034f\u00ad"
EMOJI = "🙂👩\u200d👧"
AFTERWARDS = (
    "/cancel",
    "/regimens",
    "/today",
    "/history",
    "/checkin",
    "/stock",
    "/settings",
    "/caregivers",
    "/symptoms",
)
NO_WORDS = ("inboxupdate", "draft", "person")  # change whatever is typed


def turning(text: str) -> list[str]:
    """The characters in it that could turn or hide what stands around them."""
    kept = "\u200d\u200c"
    return [hex(ord(each)) for each in text if unicodedata.category(each) == "Cf" and each not in kept]


def shown(person: Human) -> list[ChatMessage]:
    return [message for message in person.chat if message.from_bot]


def check(world: World, person: Human) -> None:
    """Nothing that the bot shows was formatted or turned by what somebody typed, and Telegram took all of it."""
    for message in shown(person):
        for text in (message.body, *message.labels):
            assert turning(text) == [], text
        units = message.body.encode("utf-16-le")
        marked = [units[2 * each["offset"] : 2 * (each["offset"] + each["length"])] for each in message.entities]
        assert "zq".encode("utf-16-le") not in marked, message.body
    refused = [call for call in world.sim.calls if not call.ok and "not modified" not in call.description]
    assert refused == []
    assert not any("went wrong" in message.body for message in shown(person))


async def begun(world: World, question: Question, number: int) -> Human:
    """Somebody new at the open question."""
    person = await world.arrive("Ana", number) if question.arrived else world.sim.join(number, "Ana", "en")
    await do(world, person, *question.steps)
    return person


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name.replace(" ", "-"))
async def test_what_is_typed_stays_what_it_is(world: World, question: Question) -> None:
    for number, text in enumerate((MARKUP, LONG)):
        person = await begun(world, question, 2000 + number)
        for each in (text, *AFTERWARDS):
            before = len(shown(person))
            await world.say(person, each)
            assert len(shown(person)) > before
        check(world, person)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name.replace(" ", "-"))
async def test_what_cannot_be_seen_is_no_answer(world: World, question: Question) -> None:
    person = await begun(world, question, 2000)
    before = {table: rows for table, rows in (await held(world, person)).items() if table not in NO_WORDS}
    count = len(shown(person))
    await world.say(person, UNSEEN)
    assert len(shown(person)) > count
    after = {table: rows for table, rows in (await held(world, person)).items() if table not in NO_WORDS}
    assert after == before
    check(world, person)


NAMES = (MARKUP[:60], "\u3164\u200d", EMOJI, "\u202eanA", "zq" * 30)


@pytest.mark.parametrize("name", NAMES, ids=["markup", "unseen", "emoji", "turned", "long"])
async def test_names_that_telegram_shows_turn_nothing(world: World, name: str) -> None:
    ana, bo = await world.arrive(name), world.sim.join(1002, name, "en")
    await do(world, ana, "/caregivers", "[Invite someone]", "[Next]", "Ana")
    await accept(world, bo, ana.last.text.split()[-1])
    await do(world, ana, "[Confirm]", "/caregivers", "/privacy")
    await do(world, bo, "/caregivers")
    check(world, ana)
    check(world, bo)
    for label in [label for person in (ana, bo) for message in shown(person) for label in message.labels]:
        assert label.strip()
