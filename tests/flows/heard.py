"""All that a person was ever shown, however it was changed later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows import talk
from tests.world import World


class Heard:
    """All that the bot ever showed a person and said over their buttons, with the moment."""

    def __init__(self, world: World, person: Human) -> None:
        self.person, self._world = person, world
        self.shown: dict[tuple[int, int], tuple[datetime, ChatMessage]] = {}
        world.sim.watchers.append(self._look)

    def _look(self) -> None:
        for message in self.person.chat:
            if message.from_bot:
                now = self._world.clock.now()
                self.shown.setdefault((message.id, message.revision), (now, replace(message)))

    def of_the_link(self) -> set[str]:
        """What each button that was ever shown about the first link sends."""
        data = {each for _, shown in self.shown.values() for row in shown.buttons for _, each in row}
        return {each for each in data if each.startswith("1c") and each.split("|")[1] == "1"}

    def foreign(self, own: frozenset[str]) -> list[str]:
        """What of it is in no language of the bot, but for the person's `own` words."""
        found = [
            word for _, each in self.shown.values() for word in (*talk.foreign(each, own), *talk.unbracketed(each))
        ]
        return [*found, *(toast for toast in self.person.toasts if toast and toast[0] != "⟦")]

    def words(self, since: datetime | None = None) -> str:
        """Every text, caption and label since a moment, and every toast."""
        said = [each for at_, each in self.shown.values() if since is None or at_ >= since]
        return "\n".join([*(text for each in said for text in (each.body, *each.labels)), *self.person.toasts])


def first_lines(person: Human) -> list[str]:
    """When each message came (UTC), and its first line as it stands."""
    said = [message for message in person.chat if message.from_bot]
    return [f"{each.date:%d %b %H:%M} {each.body.splitlines()[0]}" for each in said]
