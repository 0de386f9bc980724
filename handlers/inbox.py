"""The inbox at work: applies stored updates exactly once, in order per chat and side by side across chats."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import time
from collections import Counter
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
SHARE = 10  # updates of one chat that are taken up at a time
SIDE_BY_SIDE = 1000  # chats about that many at a time
RETRY = timedelta(seconds=5)

Chains = dict[int, asyncio.Task[bool]]  # by chat: what is being applied


class Inbox:
    """Stores what came in, applies it, and shows what follows from it."""

    def __init__(
        self, db: Database, clock: Clock, router: Router, shower: Shower, metrics: Metrics | None = None
    ) -> None:
        self._db, self._clock, self._router, self._shower = db, clock, router, shower
        self._metrics = metrics or Metrics()
        self._awake = asyncio.Event()
        self._stirred = asyncio.Event()
        self._idle = asyncio.Event()
        self._behind: set[int] = set()  # chats of which more waits, or may, than is taken up at a time
        self._shown: list[int] = []
        self._unshown: set[int] = set()

    async def store(self, batch: Sequence[Stored]) -> None:
        """Make the batch durable; returns when it is."""
        if batch:
            async with self._db.write() as tx:
                await inbox.store(tx, batch, self._clock.now(), self._crowded(batch))
            self._idle.clear()
            self._awake.set()
            self._stirred.set()

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
        """Apply everything stored, each chat at its own pace: who sends much keeps nobody else waiting."""
        chains: Chains = {}
        try:
            while await self._begin(chains):
                while chains and not self._awake.is_set() and not await self._ended(chains):
                    pass
                if len(self._shown) >= BATCH:
                    await self._forget_shown()
        except Exception:
            await asyncio.gather(*chains.values(), return_exceptions=True)
            raise
        finally:
            for chain in chains.values():
                chain.cancel()
            await asyncio.gather(*chains.values(), return_exceptions=True)
        await self._forget_shown()

    async def _begin(self, chains: Chains) -> bool:
        """Begin a chain for every chat that waits and has none under way; whether any is under way then."""
        self._awake.clear()
        is_full = True
        while is_full and len(chains) < SIDE_BY_SIDE:
            async with self._db.read() as tx:
                waiting = await inbox.unapplied(tx, BATCH, but=chains)
            is_full = len(waiting) == BATCH
            found: dict[int, list[Stored]] = {}
            for stored in waiting:
                found.setdefault(stored.chat_id, []).append(stored)
            for chat, chain in found.items():
                chains[chat] = asyncio.create_task(self._chain(chain))
                chains[chat].add_done_callback(lambda _: self._stirred.set())
        return bool(chains)

    async def _ended(self, chains: Chains) -> bool:
        """Wait until a chain has ended or more has come in; whether one left something. Raises what a chain raised."""
        await self._stirred.wait()
        self._stirred.clear()
        ended = [chat for chat, chain in chains.items() if chain.done()]
        left = [chains.pop(chat).result() for chat in ended]
        return any(left)

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

    async def _chain(self, chain: Sequence[Stored]) -> bool:
        """Apply the first ones of a chat; whether there are more."""
        self._behind.add(chain[0].chat_id)  # until it is known: a webhook brings what comes meanwhile one by one
        for stored in chain[:SHARE]:
            addressed = await self._apply(stored)
            if addressed is not None:
                await self._show(stored.update_id, addressed)
        has_more = len(chain) > SHARE
        (self._behind.add if has_more else self._behind.discard)(chain[0].chat_id)
        return has_more

    def _crowded(self, batch: Sequence[Stored]) -> set[int]:
        """The chats of the batch that may have too much waiting."""
        counts = Counter(each.chat_id for each in batch)
        return {chat for chat, count in counts.items() if count > SHARE or chat in self._behind}

    async def _apply(self, stored: Stored) -> Addressed | None:
        began, end = time.perf_counter(), "applied"
        try:
            return await self._decide(stored)
        except Unavailable:
            end = "waiting"
            raise  # it stays stored; nothing was changed
        except JournalError as error:
            end = "refused"
            return await self._somehow(stored, error, None)
        except Exception as error:
            end, error_id = "failed", secrets.token_hex(4)
            log.exception("update failed", extra={"error_id": error_id, "update_id": stored.update_id})
            return await self._somehow(stored, error, error_id)
        finally:
            self._metrics.applied(end, time.perf_counter() - began)

    async def _decide(self, stored: Stored) -> Addressed | None:
        """Apply one update in one transaction, the mark and the owed reply included."""
        now = self._clock.now()
        async with self._db.write() as tx:
            if not await inbox.mark_applied(tx, stored.update_id, now) or not stored.payload:
                return None  # applied elsewhere, or emptied since because the person has deleted everything
            addressed = await self._router.decide(tx, json.loads(stored.payload), now)
            if addressed is not None:
                await inbox.owe(tx, stored.update_id, replies.dump(addressed))
        return addressed

    async def _instead(self, stored: Stored, error: Exception, error_id: str | None) -> Addressed | None:
        """The deciding transaction was undone: mark the update applied, and tell the person why nothing changed."""
        now = self._clock.now()
        async with self._db.write() as tx:
            if not await inbox.mark_applied(tx, stored.update_id, now, error_id):
                return None
            addressed = await self._router.apologise(tx, stored, error, error_id, now)
            await inbox.owe(tx, stored.update_id, replies.dump(addressed))
        return addressed

    async def _somehow(self, stored: Stored, error: Exception, error_id: str | None) -> Addressed | None:
        """Where not even the fault can be told, let the update go: the others wait behind it."""
        try:
            return await self._instead(stored, error, error_id)
        except Unavailable:
            raise
        except Exception:
            log.exception("update let go", extra={"error_id": error_id, "update_id": stored.update_id})
        async with self._db.write() as tx:
            await inbox.mark_applied(tx, stored.update_id, self._clock.now(), error_id)
        return None

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
