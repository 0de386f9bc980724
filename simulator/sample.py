"""Twelve weeks of a sample patient, lived through the real bot by answering what it asks. All of it is made up."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from simulator.core import Simulator
from simulator.messages import ChatMessage
from simulator.people import Human

LENGTH = timedelta(weeks=12)
PLAN = "/add Vitamin B12 1 mg injection every other day 6 times then every 8 weeks at 9:00"
ANSWERS = ("Taken", "Somewhat", "No")  # to a dose, to what got in the way, to a reaction
FORGETS = 0.1  # how often a check-in stays unanswered
FADES_AFTER, STRONGEST = 30, 10  # days after an injection; points
COURSES = {"fatigue": (7.0, 4.0), "tingling": (5.0, 3.0), "cramps": (3.0, 2.0)}  # at the start, and how much less


class Time(Protocol):
    """What moves the demo's time, event by event."""

    async def next_event(self) -> datetime | None:
        """The moment of the next notice, aware UTC."""
        ...

    async def advance(self, moment: datetime) -> None:
        """Live through everything that is due until `moment`."""
        ...

    async def caught_up(self) -> None:
        """Return once the bot has answered whatever people did."""
        ...


class Sample:
    """Ana takes up the bot, invites others to read along, and answers for twelve weeks."""

    def __init__(self, simulator: Simulator, time: Time, ana: Human, caregivers: Sequence[Human]) -> None:
        self._sim, self._time, self._ana, self._caregivers = simulator, time, ana, caregivers
        self._dice = random.Random(12)
        self._began = self._injected = simulator.clock.now()
        self._read = 0

    async def live(self) -> None:
        """Live through it, from the first contact on. AssertionError when the bot does not ask what it used to."""
        await self._arrive()
        end = self._began + LENGTH
        while (due := await self._time.next_event()) is not None and due <= end:
            await self._time.advance(due)
            await self._answer()
        await self._time.advance(end)

    async def _arrive(self) -> None:
        await self._say(self._ana, "/start")
        for label in ("I agree", "London", "20:00", "Sunday"):
            await self._tap(self._ana, label)
        await self._say(self._ana, PLAN)
        await self._tap(self._ana, "Save")
        for caregiver in self._caregivers:
            await self._invite(caregiver)

    async def _invite(self, caregiver: Human) -> None:
        await self._say(self._ana, "/caregivers")
        for label in ("Invite someone", "Averages of symptoms", "Names in previews", "Next", "Ana"):
            await self._tap(self._ana, label)
        await self._do(lambda: caregiver.open(self._ana.last.body.split()[-1]))
        for label in ("Accept", "I agree", "London"):
            await self._tap(caregiver, label)
        await self._tap(self._ana, "Confirm")

    async def _answer(self) -> None:
        """Everything that the bot has asked since the last time."""
        for message in [message for message in self._ana.chat if message.from_bot and message.id > self._read]:
            self._read = message.id
            if "10" in message.labels and self._dice.random() < FORGETS:
                continue
            while label := self._reply_to(message):
                await self._tap(self._ana, label, message.id)

    def _reply_to(self, message: ChatMessage) -> str | None:
        """The button to press, as the message now stands; None when there is nothing more to say."""
        if "Taken" in message.labels:
            self._injected = self._sim.clock.now()
        if "10" in message.labels:
            return str(self._rating(message.body))
        if "Other place" in message.labels:
            return message.labels[0]  # the one that rested longest
        return next((label for label in ANSWERS if label in message.labels), None)

    def _rating(self, question: str) -> int:
        """Better over the first month, worse again from the fifth week after an injection."""
        now = self._sim.clock.now()
        better = min(1.0, (now - self._began).days / 28)
        faded = max(0, (now - self._injected).days - FADES_AFTER) / 5
        start, gain = next(course for name, course in COURSES.items() if f"your {name}" in question)
        return max(0, min(STRONGEST, round(start - gain * better + faded + self._dice.gauss(0, 0.7))))

    async def _say(self, person: Human, text: str) -> None:
        await self._do(lambda: person.say(text))

    async def _tap(self, person: Human, label: str, message: int | None = None) -> None:
        await self._do(lambda: person.tap(label, message))

    async def _do(self, deed: Callable[[], object]) -> None:
        deed()
        await self._time.caught_up()
