"""How fast messages may start: so many in any second over all chats, and one a second in a chat; edits count as well.

Who waits is let go by urgency: whoever tapped or wrote before what is merely due. Within one urgency first come is
first served, but a chat that has had its share stands aside for the others. Whom Telegram asked to wait is sent away.
"""

from __future__ import annotations

import asyncio
from bisect import insort
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import count

from handlers.pace import Pace
from journal.clock import Clock

BURST = 3  # messages that a quiet chat takes at once
CHAT_GAP = timedelta(seconds=1)
KEPT = 10_000  # chats whose last message is remembered
LOOK = timedelta(milliseconds=20)  # how soon a chat that had its share is looked at again
STEP = timedelta(seconds=1)  # a clock that shows so much less than before was set back


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
    turn: asyncio.Future[timedelta | None] = field(compare=False)


class Budget:
    """Gives each message its moment. `per_second` 0 sets no limit; what Telegram asks for holds all the same."""

    def __init__(self, clock: Clock, per_second: float) -> None:
        self._clock = clock
        self._pace = Pace(per_second) if per_second else None
        self._seen = clock.now()
        self._chats: OrderedDict[int, datetime] = OrderedDict()
        self._held: dict[int | None, datetime] = {}  # until when; None: every chat
        self._waiting: list[_Ticket] = []
        self._numbers = count()
        self._giver: asyncio.Task[None] | None = None

    async def turn(self, chat_id: int, urgency: Urgency = Urgency.ANSWER) -> timedelta | None:
        """Return None when a message to the chat may start; or, without waiting, how long Telegram wants none."""
        if (wait := self._wait(chat_id, self._now())) or self._pace is None:
            return wait
        ticket = _Ticket(urgency, next(self._numbers), chat_id, asyncio.get_running_loop().create_future())
        insort(self._waiting, ticket)
        if self._giver is None or self._giver.done():
            self._giver = asyncio.create_task(self._give(self._pace))
        return await ticket.turn

    def hold(self, wait: timedelta) -> None:
        """Start nothing for `wait`."""
        self._hold(None, self._now() + wait)

    def hold_chat(self, chat_id: int, wait: timedelta) -> None:
        """Start nothing in this chat for `wait`, as Telegram asked.

        It does not say whether it means the chat or the bot: once a second chat is told to wait, the bot is meant.
        """
        now = self._now()
        others = any(chat != chat_id and until > now for chat, until in self._held.items())
        self._hold(None if others else chat_id, now + wait)

    def _hold(self, chat_id: int | None, until: datetime) -> None:
        now = self._now()
        self._held = {chat: end for chat, end in self._held.items() if end > now}
        self._held[chat_id] = max(self._held.get(chat_id, until), until)

    def _wait(self, chat_id: int, now: datetime) -> timedelta | None:
        ends = [self._held[chat] for chat in (chat_id, None) if chat in self._held]
        return max(ends) - now if ends and max(ends) > now else None

    async def _give(self, pace: Pace) -> None:
        """Let the waiting go at their pace until none is left."""
        while self._waiting:
            now = self._now()
            if self._held:
                self._send_away(now)
            ticket = next((each for each in self._waiting if self._ready(each.chat_id, now) <= now), None)
            if (at := pace.free_at(now)) > now:
                await self._clock.sleep_until(at)
            elif ticket is None:
                await self._clock.sleep_until(now + LOOK)
            else:
                self._waiting.remove(ticket)
                self._start(ticket, pace, now)

    def _start(self, ticket: _Ticket, pace: Pace, now: datetime) -> None:
        if not ticket.turn.done():  # whoever waited may have been cancelled
            self._chats[ticket.chat_id] = max(self._chats.pop(ticket.chat_id, now), now) + CHAT_GAP
            if len(self._chats) > KEPT:
                self._chats.popitem(last=False)
            pace.count(now)
            ticket.turn.set_result(None)

    def _send_away(self, now: datetime) -> None:
        """Tell those who wait for a chat that is held."""
        for ticket in [each for each in self._waiting if self._wait(each.chat_id, now)]:
            self._waiting.remove(ticket)
            if not ticket.turn.done():
                ticket.turn.set_result(self._wait(ticket.chat_id, now))

    def _ready(self, chat_id: int, now: datetime) -> datetime:
        """A chat's debt runs down by one message a second; up to BURST may be owed."""
        return self._chats.get(chat_id, now) + CHAT_GAP * (1 - BURST)

    def _now(self) -> datetime:
        """The present; when the clock was set back, what was counted by it is forgotten."""
        now = self._clock.now()
        if now < self._seen - STEP:
            self._chats.clear()
            self._held.clear()
            if self._pace:
                self._pace.clear()
        self._seen = now
        return now
