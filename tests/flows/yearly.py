"""A year of one person with the bot: they tap what comes, and rate as a given level says, with noise and gaps."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from simulator.messages import ChatMessage
from simulator.people import Human
from tests.world import World

LONDON = ZoneInfo("Europe/London")
SYMPTOMS = ("fatigue", "tingling", "cramps")
Level = Callable[[str, date], float]


@dataclass
class Year:
    """What was tapped: each day's ratings, and the days on which something was taken."""

    world: World
    person: Human
    level: Level
    noise: float = 0.8
    unrated: float = 0.1  # the share of days without a rating
    dice: random.Random = field(default_factory=lambda: random.Random(20260302))
    ratings: dict[tuple[str, date], int] = field(default_factory=dict)
    taken: list[date] = field(default_factory=list)
    seen: int = 0

    async def live(self, until: datetime) -> None:
        """Live until a moment and answer everything that comes."""
        while (due := await self.world.next_due()) is not None and due <= until:
            await self.world.go(due)
            while self.seen < len(self.person.chat):
                message = self.person.chat[self.seen]
                self.seen += 1
                if message.from_bot:
                    await self._answer(message)
        await self.world.go(until)

    async def _answer(self, message: ChatMessage) -> None:
        if "Taken" in message.labels:
            await self.world.tap(self.person, "Taken", message.id)
            self.taken.append(self._today())
        elif "10" in message.labels and "earlier day" not in message.body and self.dice.random() >= self.unrated:
            for symptom in SYMPTOMS:
                await self._rate(symptom, message.id)

    async def _rate(self, symptom: str, message: int) -> None:
        level = self.level(symptom, self._today()) + self.dice.gauss(0, self.noise)
        value = min(10, max(0, round(level)))
        self.ratings[symptom, self._today()] = value
        await self.world.tap(self.person, str(value), message)

    def _today(self) -> date:
        return self.world.clock.now().astimezone(LONDON).date()

    def summaries(self) -> list[ChatMessage]:
        """Every weekly summary that came, oldest first."""
        return [message for message in self.person.chat if message.from_bot and message.body.startswith("Your week")]

    def prompts(self) -> list[ChatMessage]:
        """Every message with a clinician prompt, oldest first."""
        return [message for message in self.person.chat if message.from_bot and "not a diagnosis" in message.body]

    def mean(self, symptom: str, last: date) -> float | None:
        """The mean of the ratings of the seven days up to `last`; None with fewer than four."""
        days = (last - timedelta(days=back) for back in range(7))
        found = [self.ratings[symptom, day] for day in days if (symptom, day) in self.ratings]
        return sum(found) / len(found) if len(found) >= 4 else None
