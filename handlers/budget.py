"""How fast messages may start: a budget per second over all chats, and one message a second in a chat."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

from journal.clock import Clock

BURST = 3  # messages that a quiet chat takes at once
CHAT_GAP = timedelta(seconds=1)
KEPT = 10_000  # chats whose last message is remembered


class Budget:
    """Gives each message its moment, in the order of asking. `per_second` 0 sets no limit."""

    def __init__(self, clock: Clock, per_second: float) -> None:
        self._clock = clock
        self._gap = timedelta(seconds=1 / per_second) if per_second else None
        self._next: datetime | None = None
        self._chats: OrderedDict[int, datetime] = OrderedDict()

    async def turn(self, chat_id: int) -> None:
        """Return when a message to the chat may start."""
        if self._gap is None:
            return
        now = self._clock.now()
        at = max(now, self._next or now, self._chat_ready(chat_id, now))
        self._next = max(now, self._next or now) + self._gap
        await self._clock.sleep_until(at)

    def pause(self, wait: timedelta) -> None:
        """Start nothing for `wait`: Telegram asked for it."""
        if self._gap is not None:
            until = self._clock.now() + wait
            self._next = max(self._next or until, until)

    def _chat_ready(self, chat_id: int, now: datetime) -> datetime:
        """A chat's debt runs down by one message a second; up to BURST may be owed."""
        debt_until = max(self._chats.pop(chat_id, now), now) + CHAT_GAP
        self._chats[chat_id] = debt_until
        if len(self._chats) > KEPT:
            self._chats.popitem(last=False)
        return debt_until - CHAT_GAP * BURST
