"""How fast messages may start: a budget per second over all chats, and one message a second in a chat.

Who waits is let go by urgency: whoever tapped or wrote before what is merely due. Within one urgency first come is
first served, but a chat that has had its share stands aside for the others.
"""

from __future__ import annotations

import asyncio
from bisect import insort
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import count

from journal.clock import Clock

BURST = 3  # messages that a quiet chat takes at once
CHAT_GAP = timedelta(seconds=1)
KEPT = 10_000  # chats whose last message is remembered


class Urgency(IntEnum):
    """What goes first when not everything can start at once."""

    ANSWER = 0
    DOSE = 1
    NUDGE = 2
    CHECKIN = 3
    OTHER = 4
    DIGEST = 5


@dataclass(order=True, slots=True)
class _Ticket:
    """One message that waits for its moment."""

    urgency: Urgency
    number: int
    chat_id: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


class Budget:
    """Gives each message its moment. `per_second` 0 sets no limit."""

    def __init__(self, clock: Clock, per_second: float) -> None:
        self._clock = clock
        self._gap = timedelta(seconds=1 / per_second) if per_second else None
        self._next: datetime | None = None
        self._chats: OrderedDict[int, datetime] = OrderedDict()
        self._waiting: list[_Ticket] = []
        self._numbers = count()
        self._giver: asyncio.Task[None] | None = None

    async def turn(self, chat_id: int, urgency: Urgency = Urgency.ANSWER) -> None:
        """Return when a message to the chat may start."""
        if self._gap is None:
            return
        ticket = _Ticket(urgency, next(self._numbers), chat_id, asyncio.get_running_loop().create_future())
        insort(self._waiting, ticket)
        if self._giver is None or self._giver.done():
            self._giver = asyncio.create_task(self._give(self._gap))
        await ticket.turn

    def pause(self, wait: timedelta) -> None:
        """Start nothing for `wait`: Telegram asked for it."""
        if self._gap is not None:
            until = self._clock.now() + wait
            self._next = max(self._next or until, until)

    async def _give(self, gap: timedelta) -> None:
        """Let the waiting go, one each `gap`, until none is left."""
        while self._waiting:
            if (at := self._next) is not None and at > self._clock.now():
                await self._clock.sleep_until(at)
                continue
            now = self._clock.now()
            ticket = next((each for each in self._waiting if self._ready(each.chat_id, now) <= now), None)
            if ticket is None:
                await self._clock.sleep_until(now + gap)
                continue
            self._waiting.remove(ticket)
            if not ticket.turn.done():  # whoever waited may have been cancelled
                self._count(ticket.chat_id, now)
                self._next = now + gap
                ticket.turn.set_result(None)

    def _ready(self, chat_id: int, now: datetime) -> datetime:
        """A chat's debt runs down by one message a second; up to BURST may be owed."""
        return self._chats.get(chat_id, now) + CHAT_GAP * (1 - BURST)

    def _count(self, chat_id: int, now: datetime) -> None:
        self._chats[chat_id] = max(self._chats.pop(chat_id, now), now) + CHAT_GAP
        if len(self._chats) > KEPT:
            self._chats.popitem(last=False)
