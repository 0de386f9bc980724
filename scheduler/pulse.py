"""The pulse: calls an address once a minute, so that a watcher elsewhere notices when this host is dead."""

from __future__ import annotations

import logging
from datetime import timedelta

import aiohttp

from journal.clock import Clock

EVERY = timedelta(minutes=1)
PATIENCE = aiohttp.ClientTimeout(total=10)  # seconds

log = logging.getLogger(__name__)


class Pulse:
    """Calls `url`, which is a secret of its watcher: nothing logs it, and a call that fails disturbs nothing."""

    def __init__(self, url: str, clock: Clock) -> None:
        self._url, self._clock = url, clock

    async def run(self) -> None:
        """Call now and every minute until cancelled."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                await self._call(session)
                await self._clock.sleep_until(self._clock.now() + EVERY)

    async def _call(self, session: aiohttp.ClientSession) -> None:
        try:
            async with session.get(self._url, allow_redirects=False) as answer:
                log.debug("pulse: %s", answer.status)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.debug("pulse missed: %s", type(error).__name__)
