"""Updates that wait for the bot, and Telegram's patience with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

TAPS_WAIT = timedelta(seconds=150)  # the public Bot API server drops callback queries after this
OTHERS_WAIT = timedelta(hours=24)  # and everything else after this
_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # delivered only when asked for


@dataclass
class PendingUpdate:
    """One update until the bot confirms it or it expires."""

    id: int
    kind: str
    payload: dict[str, Any]
    expires: datetime

    def wire(self) -> dict[str, Any]:
        """The Bot API's Update."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclass
class UpdateQueue:
    """Waiting updates, oldest first; `allowed` is what the bot last asked for, empty for the usual."""

    waiting: list[PendingUpdate] = field(default_factory=list)
    last_id: int = 100_000
    allowed: list[str] = field(default_factory=list)

    def put(self, kind: str, payload: dict[str, Any], now: datetime) -> None:
        """Queue an update, unless the bot does not want its kind."""
        if kind not in self.allowed if self.allowed else kind in _UNASKED:
            return
        self.last_id += 1
        wait = TAPS_WAIT if kind == "callback_query" else OTHERS_WAIT
        self.waiting.append(PendingUpdate(self.last_id, kind, payload, now + wait))

    def expire(self, now: datetime) -> None:
        """Forget what has waited too long at `now`."""
        self.waiting = [update for update in self.waiting if now < update.expires]

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps only that many of the newest."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [update for update in self.waiting if update.id >= offset]
