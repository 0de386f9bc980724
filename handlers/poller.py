"""Long polling: fetches updates, has them stored, and only then lets Telegram forget them.

Batches are read as plain JSON: one update that the library cannot parse must not hold up all the others. Nothing
that Telegram answers ends the loop.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from handlers.inbox import Inbox
from handlers.incoming import KINDS, has_id, stored, wanted
from journal.clock import Clock

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0  # seconds


class Poller:
    """Asks one Bot API server for the updates of one bot; `timeout` in seconds of a long poll."""

    def __init__(self, bot: Bot, request: BaseRequest, inbox: Inbox, clock: Clock, timeout: int) -> None:
        self._bot, self._request, self._inbox = bot, request, inbox
        self._clock, self._timeout = clock, timeout
        self._offset: int | None = None
        self.answered_at: datetime | None = None  # when Telegram last answered a poll
        self.tried_at: datetime | None = None  # when it last asked, whatever came of it
        self._pause = 0.0

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            self.tried_at = self._clock.now()
            try:
                await self.once(self._timeout)
                self._pause = 0.0
            except TelegramError as error:
                await self._wait(error)
            except Exception:  # a full disk or a locked database: Telegram keeps the updates meanwhile
                log.exception("polling failed; it goes on")
                await self._sleep(LONGEST_PAUSE / 6)

    async def once(self, timeout: int = 0) -> int:
        """Fetch one batch, store it and move the offset behind it; returns how many updates it held."""
        batch = await self._fetch(timeout)
        self.answered_at = self._clock.now()
        known = [raw for raw in batch if has_id(raw)]
        if batch and not known:
            raise TelegramError("updates without an id")
        await self._inbox.store([stored(raw) for raw in known if wanted(raw)])
        if known:
            self._offset = max(raw["update_id"] for raw in known) + 1
        return len(known)

    async def _fetch(self, timeout: int) -> list[Any]:
        wanted: dict[str, Any] = {"timeout": timeout, "allowed_updates": KINDS}
        if self._offset is not None:
            wanted["offset"] = self._offset
        data = RequestData([RequestParameter.from_input(name, value) for name, value in wanted.items()])
        batch = await self._request.post(f"{self._bot.base_url}/getUpdates", data, read_timeout=timeout + 10)
        if not isinstance(batch, list):
            raise TelegramError("getUpdates answered something else than a list")
        return batch

    async def _wait(self, error: TelegramError) -> None:
        if isinstance(error, InvalidToken | Conflict):
            log.error("polling is refused: %s; it goes on trying", type(error).__name__)
        else:
            log.warning("polling failed: %s; it goes on", type(error).__name__)
        if isinstance(error, RetryAfter):
            self._pause = LONGEST_PAUSE / 6
        else:
            self._pause = min(max(1.0, self._pause * 1.5), LONGEST_PAUSE)
        await self._sleep(self._pause)

    async def _sleep(self, seconds: float) -> None:
        await self._clock.sleep_until(self._clock.now() + timedelta(seconds=seconds))
