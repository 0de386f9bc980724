"""The ticker: wakes the courier at the next due moment and at least every 30 s, and keeps house once a day.

APScheduler holds no user data here: its jobs only set events. Its shutdown cancels running coroutines, so the
courier, a task of its own, is stopped first.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from journal import accesses, care_invitations, heartbeat, inbox, notices, retention
from journal.clock import Clock
from journal.errors import StartError
from journal.transaction import Database
from scheduler.courier import Courier

LONGEST = timedelta(seconds=30)  # a stepped clock or a lost wake-up costs no more than this
SETTLED_IN = timedelta(minutes=10)  # a process that is restarted every night keeps house as well
PAUSE_AFTER_ERROR = 5.0  # seconds

log = logging.getLogger(__name__)


class Ticker:
    """Runs the courier's laps."""

    def __init__(self, db: Database, clock: Clock, courier: Courier, longest: timedelta = LONGEST) -> None:
        self._longest = longest
        self._db, self._clock, self._courier = db, clock, courier
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopped = False
        jobs = {"misfire_grace_time": None, "coalesce": True}
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=jobs)

    def wake(self) -> None:
        """Have the courier look now."""
        self._idle.clear()
        self._awake.set()

    async def settled(self) -> None:
        """Return once the courier has nothing to do."""
        await self._idle.wait()

    async def run(self) -> None:
        """Let the courier do its laps until `stop`."""
        first = self._clock.wall(self._clock.now()) + SETTLED_IN
        self._scheduler.add_job(self.keep_house, "interval", hours=24, id="house", next_run_time=first)
        self._scheduler.start()
        self._awake.set()
        try:
            while not self._stopped:
                await self._once()
        finally:
            self._scheduler.shutdown(wait=False)

    def stop(self) -> None:
        """Finish what is claimed and end `run`."""
        self._stopped = True
        self._courier.stop()
        self.wake()

    async def _once(self) -> None:
        with suppress(TimeoutError):  # the loop's own timer: APScheduler's stand still when the clock is set back
            async with asyncio.timeout(self._longest.total_seconds()):
                await self._awake.wait()
        self._awake.clear()
        try:
            await self._courier.lap()
            await self._set_alarm()
        except StartError:  # it lacks the key that the database was switched to, and must not write under another
            raise
        except Exception:  # a locked database or a full disk must not end the courier
            log.exception("the lap failed; the next one tries again")
            await self._clock.sleep_until(self._clock.now() + timedelta(seconds=PAUSE_AFTER_ERROR))
            self._awake.set()
        if not self._awake.is_set():
            self._idle.set()

    async def _set_alarm(self) -> None:
        async with self._db.read() as tx:
            due = await notices.next_due(tx)
        if due is not None and due <= self._clock.now() + LONGEST:
            at = self._clock.wall(due)
            self._scheduler.add_job(self.wake, "date", run_date=at, id="due", replace_existing=True)

    async def keep_house(self) -> None:
        """Forget what has had its time, and look who has not written for two years."""
        now = self._clock.now()
        async with self._db.write() as tx:
            await inbox.purge(tx, now)
            await notices.purge(tx, now)
            await heartbeat.purge(tx, now)
            await care_invitations.purge(tx, now)
            await accesses.purge(tx, now)
            await retention.look(tx, now)
