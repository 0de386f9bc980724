"""Waiting for the simulator to change."""

from __future__ import annotations

import asyncio


class Bell:
    """Wakes everyone who waits, each time it rings; `rings` counts, so that none is missed."""

    def __init__(self) -> None:
        self.rings = 0
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake those who wait now."""
        self.rings += 1
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    async def wait(self, heard: int, seconds: float) -> None:
        """Return when it has rung after its `heard`th time, or after so many real seconds."""
        if self.rings != heard:
            return
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return
