"""Talking in any language of the bot: labels and sentences are written in English and looked for in its words."""

from __future__ import annotations

import re
from dataclasses import replace

from locales import pseudo
from locales.places import guess_zones
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.world import World

PSEUDO = pseudo.LANGUAGE
_COMMAND = re.compile(r"(?<!\w)/[a-z_]+")
_WORD = re.compile(r"[A-Za-z]+")
_LINK = re.compile(r"https://\S+")
# Places keep their names in every language.
_PLACES = {word.lower() for zone in guess_zones("en") for word in _WORD.findall(zone)}


def in_words_of(world: World, text: str) -> str:
    """An English text as the world's language has it."""
    return pseudo.accent(text) if world.language == PSEUDO else text


def plain(text: str) -> str:
    """A text without the brackets of the pseudo-language."""
    return text.replace("⟦", "").replace("⟧", "")


def shows(world: World, person: Human, text: str) -> bool:
    """Whether the message of the bot that came or changed last says so."""
    latest = max((message for message in person.chat if message.from_bot), key=lambda message: message.revision)
    return in_words_of(world, text) in plain(latest.body)


async def press(world: World, person: Human, label: str, message: int | None = None) -> str:
    """Press the button with an English label, or one that begins so, in the newest message that shows one."""
    tap(world, person, label, message)
    await world.settle()
    return person.last.body


def tap(world: World, person: Human, label: str, message: int | None = None) -> None:
    """The same without waiting for the answer."""
    wanted = {label, in_words_of(world, label)}
    for shown in reversed(person.chat):
        for text, data in [button for row in shown.buttons for button in row]:
            if message in (None, shown.id) and any(plain(text).startswith(each) for each in wanted):
                person.tap_data(shown.id, data)
                return
    raise AssertionError(f"no button {label!r} in {[message.labels for message in person.chat]}")


async def do(world: World, person: Human, *steps: str) -> str:
    """Do one thing after another: "[Label]" is pressed, anything else is typed."""
    for step in steps:
        await (press(world, person, step[1:-1]) if step.startswith("[") else world.say(person, step))
    return person.last.body


class Overheard:
    """All that the bot ever showed a person: each message as it came, and as it stood after every change."""

    def __init__(self, world: World, person: Human) -> None:
        self._person, self._seen = person, dict[tuple[int, int], ChatMessage]()
        world.sim.watchers.append(self._look)

    def _look(self) -> None:
        for message in self._person.chat:
            if message.from_bot:
                self._seen.setdefault((message.id, message.revision), replace(message))

    def foreign(self, own: frozenset[str]) -> list[str]:
        """What is in no language of the bot: English words that are not the person's own, text outside brackets."""
        shown = self._seen.values()
        return [word for message in shown for word in (*foreign(message, own), *unbracketed(message))]


def foreign(message: ChatMessage, own: frozenset[str]) -> list[str]:
    """English words in a message or on its buttons that did not come through locales/: not the person's `own`.

    What begins with "zq" is a pretended word of theirs.
    """
    texts = [message.body, *message.labels]
    words = (word.lower() for text in texts for word in _WORD.findall(_COMMAND.sub("", _LINK.sub("", text))))
    return [word for word in words if word not in own | _PLACES and not word.startswith("zq")]


def unbracketed(message: ChatMessage) -> str:
    """What of a message's text stands outside ⟦…⟧, but for blanks and signs."""
    text, found = message.body, 1
    while found:
        text, found = re.subn(r"⟦[^⟦⟧]*⟧", "", text)
    return "".join(letter for letter in text if letter.isalpha())
