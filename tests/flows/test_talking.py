"""Wrong answers: every open question x whatever a person may send instead, each with a restart before it.

Each gets one kind sentence, the question stays open, and the right answer still works. In the pseudo-language no
sentence comes from anywhere but locales/.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handlers.registry import DIALOGUES
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.questions import QUESTIONS, Question
from tests.flows.talk import PSEUDO, Overheard, do, in_words_of, plain, shows
from tests.world import World

MOST_WORDS = 60  # of an answer to something wrong
LONG = (
    "consent",
    "preview",
    "home or local times",
    "when the next part begins",
)  # questions that are longer themselves, in short lines


@dataclass(frozen=True)
class Wrong:
    """Something a person may send instead of an answer."""

    name: str
    send: Callable[[Human], object]
    replies: int = 1


WRONG = (
    Wrong("blank-looking text", lambda person: person.say("\u2800\u3164\u200b")),
    Wrong("only emoji", lambda person: person.say("🙂🎉")),
    Wrong("4,000 letters", lambda person: person.say("zq" * 2000)),
    Wrong("markup", lambda person: person.say("<b>zqbold</b> & <zqscript>zq</zqscript>")),
    Wrong("direction marks", lambda person: person.say("\u202ezqtxet\u202c \u200fzq\u2066")),
    Wrong("a sticker", Human.send_sticker),
    Wrong("a voice message", Human.send_voice),
    Wrong("a photo", lambda person: person.send_photo(caption="Vitamin zq every day at 8:00")),
    Wrong("a document", lambda person: person.send_document(b"zq", "zq.pdf")),
    Wrong("a forwarded message", lambda person: person.forward("Vitamin zq every day at 8:00")),
    Wrong("an edited message", lambda person: person.edit(person.say("/help").id, "zq"), replies=2),
    Wrong("an unknown command", lambda person: person.say("/frobnicate now")),
    Wrong("a command of another bot", lambda person: person.say("/cancel@other_bot")),
    Wrong("a command in capitals in the middle", lambda person: person.say("/HELP@Dosebook_Bot")),
    Wrong("words in front of a command", lambda person: person.say("zq /cancel")),
)
OWN = frozenset(
    (
        "berlin toronto english qps b vitamin x y mcg mg tablet every blue moon slept well slow head long drive "
        "left hip warm a health centre ana"
    ).split()
)


@pytest.fixture(params=["en", PSEUDO])
async def talker(request: pytest.FixtureRequest, fresh_database: Path) -> AsyncIterator[World]:
    world = World(fresh_database, language=request.param)
    await world.open(1)
    yield world
    await world.close()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name.replace(" ", "-"))
async def test_a_wrong_answer_gets_a_sentence_and_the_right_one_still_works(talker: World, question: Question) -> None:
    ana, overheard = await begun(talker, question)
    for number, wrong in enumerate(each for each in WRONG if each.name not in question.takes):
        if number % 5 == QUESTIONS.index(question) % 5:
            await talker.restart()
        replies = await answers(talker, ana, wrong)
        assert len(replies) == wrong.replies, (wrong.name, [reply.text for reply in replies])
        if question.name not in LONG and "command" not in wrong.name:
            assert len(replies[-1].text.split()) <= MOST_WORDS, wrong.name
    await do(talker, ana, *question.right)
    assert shows(talker, ana, question.then), ana.last.text
    assert left_in_english(talker, overheard) == []


@pytest.mark.parametrize(
    ("question", "wrong"),
    [(question, wrong) for question in QUESTIONS for wrong in WRONG if wrong.name in question.takes],
    ids=lambda value: value.name.replace(" ", "-"),
)
async def test_what_a_question_may_take_for_an_answer_leads_on(talker: World, question: Question, wrong: Wrong) -> None:
    ana, overheard = await begun(talker, question)
    await answers(talker, ana, wrong)
    for label in ana.last.labels:
        assert label.strip()
    await talker.restart()
    await do(talker, ana, "/cancel", "/help", "/today", "/cancel")
    assert shows(talker, ana, "There is no open question")
    assert left_in_english(talker, overheard) == []


@pytest.mark.parametrize("question", [each for each in QUESTIONS if each.arrived], ids=lambda each: each.name)
async def test_cancel_closes_the_question_also_after_a_restart(talker: World, question: Question) -> None:
    ana, overheard = await begun(talker, question)
    await talker.restart()
    assert in_words_of(talker, "Stopped. Nothing was saved.") in plain(await talker.say(ana, "/CANCEL"))
    assert in_words_of(talker, "There is no open question") in plain(await talker.say(ana, "/cancel"))
    assert in_words_of(talker, "I did not get that") in plain(await talker.say(ana, "zq"))
    assert left_in_english(talker, overheard) == []


def test_every_dialogue_is_in_the_table() -> None:
    assert set(DIALOGUES) - {question.kind for question in QUESTIONS} == set()


async def begun(world: World, question: Question) -> tuple[Human, Overheard]:
    """Ana at the open question."""
    ana = await world.arrive() if question.arrived else world.sim.join(1001, "Ana", world.language)
    overheard = Overheard(world, ana)
    await do(world, ana, *question.steps)
    return ana, overheard


async def answers(world: World, person: Human, wrong: Wrong) -> list[ChatMessage]:
    """The bot's new messages after it; none of them tells of a fault."""
    before = len(person.chat)
    wrong.send(person)
    await world.settle()
    replies = [message for message in person.chat[before:] if message.from_bot]
    assert not any(in_words_of(world, "went wrong") in message.body for message in replies), wrong.name
    return replies


def left_in_english(world: World, overheard: Overheard) -> list[str]:
    """In the pseudo-language: what of all that was shown did not come through locales/."""
    return overheard.foreign(OWN) if world.language == PSEUDO else []
