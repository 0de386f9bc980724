"""The inbox at work: applies stored updates exactly once, in order per chat and side by side across chats."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from handlers import reply as replies
from handlers.reply import Addressed
from handlers.router import Router
from handlers.shower import Shower
from journal import inbox
from journal.clock import Clock
from journal.errors import JournalError
from journal.inbox import Stored
from journal.transaction import Database, Unavailable
from scheduler.metrics import Metrics

log = logging.getLogger(__name__)

BATCH = 200
RETRY = timedelta(seconds=5)


class Inbox:
    """Stores what came in, applies it, and shows what follows from it."""

    def __init__(
        self, db: Database, clock: Clock, router: Router, shower: Shower, metrics: Metrics | None = None
    ) -> None:
        self._db, self._clock, self._router, self._shower = db, clock, router, shower
        self._metrics = metrics or Metrics()
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()
        self._shown: list[int] = []
        self._unshown: set[int] = set()

    async def store(self, batch: Sequence[Stored]) -> None:
        """Make the batch durable; returns when it is."""
        if batch:
            async with self._db.write() as tx:
                await inbox.store(tx, batch, self._clock.now())
            self._idle.clear()
            self._awake.set()

    async def run(self) -> None:
        """Show what a crash left unshown, then apply what comes, until cancelled."""
        await self._guarded(self.recover)
        self._awake.set()
        while True:
            await self._awake.wait()
            self._awake.clear()
            await self._guarded(self.drain)
            if not self._awake.is_set():
                self._idle.set()

    async def settled(self) -> None:
        """Return once everything stored has been applied and shown."""
        await self._idle.wait()

    async def drain(self) -> None:
        """Apply everything stored, chat by chat side by side."""
        while True:
            async with self._db.read() as tx:
                waiting = await inbox.unapplied(tx, BATCH)
            if not waiting:
                break
            chains: dict[int, list[Stored]] = {}
            for stored in waiting:
                chains.setdefault(stored.chat_id, []).append(stored)
            await asyncio.gather(*(self._chain(chain) for chain in chains.values()))
        await self._forget_shown()

    async def recover(self) -> None:
        """Show replies that were owed when the process before this one ended."""
        async with self._db.read() as tx:
            self._unshown = {each.update_id for each in await inbox.owed(tx, BATCH)}
        await self.show_again()

    async def retry(self) -> None:
        """Show again, every few seconds, what could not be delivered; until cancelled."""
        while True:
            await self._clock.sleep_until(self._clock.now() + RETRY)
            if self._unshown:
                await self._guarded(self.show_again)

    async def show_again(self) -> None:
        """Show what could not be delivered before."""
        async with self._db.read() as tx:
            owed = await inbox.owed(tx, BATCH)
        for each in owed:
            if each.update_id in self._unshown:
                await self._show(each.update_id, replies.load(each.reply))
        await self._forget_shown()

    async def _chain(self, chain: Sequence[Stored]) -> None:
        for stored in chain:
            addressed = await self._apply(stored)
            if addressed is not None:
                await self._show(stored.update_id, addressed)

    async def _apply(self, stored: Stored) -> Addressed | None:
        began, end = time.perf_counter(), "applied"
        try:
            return await self._decide(stored)
        except Unavailable:
            end = "waiting"
            raise  # it stays stored; nothing was changed
        except JournalError as error:
            end = "refused"
            return await self._instead(stored, error, None)
        except Exception as error:
            end, error_id = "failed", secrets.token_hex(4)
            log.exception("update failed", extra={"error_id": error_id, "update_id": stored.update_id})
            return await self._instead(stored, error, error_id)
        finally:
            self._metrics.applied(end, time.perf_counter() - began)

    async def _decide(self, stored: Stored) -> Addressed | None:
        """Apply one update in one transaction, the mark and the owed reply included."""
        now = self._clock.now()
        async with self._db.write() as tx:
            if not await inbox.mark_applied(tx, stored.update_id, now):
                return None
            addressed = await self._router.decide(tx, json.loads(stored.payload), now)
            if addressed is not None:
                await inbox.owe(tx, stored.update_id, replies.dump(addressed))
        return addressed

    async def _instead(self, stored: Stored, error: Exception, error_id: str | None) -> Addressed | None:
        """The deciding transaction was undone: mark the update applied, and tell the person why nothing changed."""
        async with self._db.write() as tx:
            if not await inbox.mark_applied(tx, stored.update_id, self._clock.now(), error_id):
                return None
            addressed = await self._router.apologise(tx, stored, error, error_id)
            await inbox.owe(tx, stored.update_id, replies.dump(addressed))
        return addressed

    async def _show(self, update_id: int, addressed: Addressed) -> None:
        if await self._shower.show(addressed):
            self._shown.append(update_id)
            self._unshown.discard(update_id)
        else:
            self._unshown.add(update_id)

    async def _forget_shown(self) -> None:
        shown, self._shown = self._shown, []
        if shown:
            async with self._db.write() as tx:
                await inbox.replied(tx, shown, self._clock.now())

    async def _guarded(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except Exception:  # the database is away: what is stored waits, and the next round tries again
            log.exception("the inbox failed; it goes on")
            await self._clock.sleep_until(self._clock.now() + RETRY)
            self._awake.set()
