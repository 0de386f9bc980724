"""Telegram's flood limits, for those who ask for them: token buckets by the pretended clock."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime

from simulator.refusals import flood


@dataclass
class _Bucket:
    """`rate` tokens a second, at most `burst` at once."""

    rate: float
    burst: float
    left: float
    at: datetime

    def wait(self, now: datetime) -> float:
        """Seconds until a token is there; 0 when there is one."""
        self.left = min(self.burst, self.left + (now - self.at).total_seconds() * self.rate)
        self.at = now
        return max(0.0, (1 - self.left) / self.rate)


@dataclass
class FloodLimit:
    """So many messages a second over all chats, and per chat, each with its burst."""

    overall: float = 30.0
    per_chat: float = 1.0
    overall_burst: float = 30.0
    chat_burst: float = 3.0
    _buckets: dict[int | None, _Bucket] = field(default_factory=dict)

    def take(self, chat_id: int, now: datetime) -> None:
        """Count one message to `chat_id`; a 429 Refusal with the seconds to wait when there were too many."""
        buckets = [
            self._bucket(None, self.overall, self.overall_burst, now),
            self._bucket(chat_id, self.per_chat, self.chat_burst, now),
        ]
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            raise flood(math.ceil(wait))
        for bucket in buckets:
            bucket.left -= 1

    def _bucket(self, key: int | None, rate: float, burst: float, now: datetime) -> _Bucket:
        """The bucket of a chat, or of all when `key` is None."""
        return self._buckets.setdefault(key, _Bucket(rate, burst, burst, now))
