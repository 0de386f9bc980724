"""The courier: claim, compose, send, settle. Wakes when something is due, and beats while it is alive."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal import care_follow, heartbeat, keys, notices, people
from journal.clock import Clock
from journal.transaction import Database, Transaction, Unavailable
from scheduler import claims
from scheduler.claims import Parcel
from scheduler.compose import compose, compose_many
from scheduler.facts import Fact
from scheduler.messenger import Later, Messenger, Outcome, Refused, Sent, Unknown
from scheduler.metrics import Metrics

BEAT = timedelta(seconds=20)
AFTER_UNKNOWN = timedelta(seconds=60)  # a send that may have arrived is not repeated blindly at once
AT_ONCE = 32  # messages under way
GATHER = 0.02  # seconds: a crash in them has what was sent sent again

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Broken:
    """Composing or sending raised what nobody foresaw; the log has it under `error_id`."""

    error_id: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """There is nothing to say any more."""


End = Outcome | Broken | Dropped
Ended = tuple[Parcel, End]


class Courier:
    """One of possibly several couriers over the same database; leases keep them out of each other's way."""

    def __init__(self, db: Database, clock: Clock, messenger: Messenger, metrics: Metrics | None = None) -> None:
        self._db, self._clock, self._messenger = db, clock, messenger
        self._metrics = metrics or Metrics()
        self._owner = secrets.token_hex(8)
        self._beaten: datetime | None = None
        self.moved_at: datetime | None = None  # when it last claimed or settled something, or found nothing to do
        self._ends: list[Ended] = []
        self._kept: list[Ended] = []
        self._settling = asyncio.Lock()
        self._stopped = False
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def lap(self) -> None:
        """Beat, then deliver everything that is due now."""
        await self.beat()
        self._ends, self._kept = self._kept, []
        await self._settle_rest()
        under_way: list[asyncio.Task[None]] = []
        starting: asyncio.Task[list[asyncio.Task[None]]] | None = None
        try:
            while True:
                parcels = await self._claimed()  # while those before start
                self.moved_at = self._clock.now()
                started = await starting if starting else []
                starting = asyncio.create_task(self._started(parcels)) if parcels else None
                await self._finished(under_way)
                under_way = started
                if not (starting or under_way):  # what ended may have had something planned: it looks once more
                    break
                await self.beat()
        finally:
            await self._finished(under_way + (await starting if starting else []))

    def stop(self) -> None:
        """Claim nothing more: the lap in hand ends once what is claimed has gone, however much is due."""
        self._stopped = True

    async def _claimed(self) -> list[Parcel]:
        return [] if self._stopped else await claims.claim(self._db, self._owner, self._clock.now())

    async def beat(self) -> None:
        """Note that the courier is alive, and write under the key in use; the first beat after a silence is downtime.

        Raises StartError when the database was switched to a key that this process lacks.
        """
        now = self._clock.now()
        if self._beaten is not None and now - self._beaten < BEAT:
            return
        async with self._db.write() as tx:
            gap = await heartbeat.beat(tx, now)
            await keys.follow(tx, self._db.keyring)
        self._beaten = now
        if gap is not None:
            log.warning("downtime", extra={"began_at": gap.began_at, "ended_at": gap.ended_at})

    async def lived(self, until: datetime) -> None:
        """Count the time up to `until` as lived: for a clock that is set by hand."""
        async with self._db.write() as tx:
            await heartbeat.lived(tx, until)

    async def _started(self, parcels: Sequence[Parcel]) -> list[asyncio.Task[None]]:
        """Compose a few at a time, shortly before they are sent, so that what they say is still true.

        Return the tasks once the last one is under way.
        """
        under_way = []
        for start in range(0, len(parcels), AT_ONCE):
            together = parcels[start : start + AT_ONCE]
            facts = await self._composed(together)
            for place, parcel in enumerate(together):
                await self._slots.acquire()
                under_way.append(asyncio.create_task(self._carry(parcel, facts.get(place))))
        return under_way

    async def _finished(self, under_way: Sequence[asyncio.Task[None]]) -> None:
        """Whatever one of them raises, the others are let finish: a send that is cut off may have arrived."""
        for end in await asyncio.gather(*under_way, return_exceptions=True):
            if end is not None:
                raise end

    async def _composed(self, parcels: Sequence[Parcel]) -> Mapping[int, Fact]:
        """What can be composed together, by place; what fails there is composed by itself."""
        try:
            async with self._db.read() as tx:
                return await compose_many(tx, parcels, self._clock.now())
        except Exception:
            log.exception("composing together failed")
            return {}

    async def _carry(self, parcel: Parcel, fact: Fact | None) -> None:
        try:
            end = await self._deliver(parcel, fact)
        finally:
            self._slots.release()
        for notice in parcel.notices:
            self._metrics.ended(parcel.kind, type(end).__name__.lower(), notice.due_at, self._clock.now())
        self._ends.append((parcel, end))
        await self._settle_rest()

    async def _deliver(self, parcel: Parcel, fact: Fact | None) -> End:
        if self._clock.now() >= parcel.until:  # the host slept, or sending took too long: what to say may be another
            return Later(timedelta(0))
        try:
            if fact is None:
                async with self._db.read() as tx:
                    fact = await compose(tx, parcel, self._clock.now())
            return Dropped() if fact is None else await self._messenger.deliver(fact)
        except Exception:  # the one broad except: a poisoned row must stop nobody else
            error_id = secrets.token_hex(4)
            log.exception("notice broken", extra={"error_id": error_id, "kind": parcel.kind, "ids": parcel.ids})
            return Broken(error_id)

    async def _settle_rest(self) -> None:
        """Settle all that gathered while the commit before it was under way.

        What cannot be settled because the database is away is kept for the next lap: it is not sent again.
        """
        async with self._settling:
            if self._slots.locked():  # a burst: what ends within a moment is noted by one commit
                await asyncio.sleep(GATHER)  # noqa: TID251 - real time, whatever the clock shows
            ends, self._ends = self._ends, []
            if not ends:
                return
            try:
                await self._settle(ends)
            except Unavailable:
                self._kept += ends
                raise
            self.moved_at = self._clock.now()

    async def _settle(self, ends: Sequence[Ended]) -> None:
        try:
            async with self._db.write() as tx:
                await self._write(tx, ends)
        except Unavailable:
            raise
        except Exception:
            if len(ends) == 1:
                await self._settle_bare(*ends[0])
            else:  # one that cannot be settled must not have the others sent again
                for each in ends:
                    await self._settle([each])

    async def _settle_bare(self, parcel: Parcel, end: End) -> None:
        """Settle without what would follow: what was sent stays sent, anything else steps aside."""
        log.exception("settling broken", extra={"error_id": secrets.token_hex(4), "ids": parcel.ids})
        now = self._clock.now()
        async with self._db.write() as tx:
            if isinstance(end, Sent):
                await notices.settle(tx, parcel.ids, self._owner, notices.SENT, now, end.message_id)
            else:
                await notices.put_back(tx, parcel.ids, self._owner, now + claims.AFTER_BROKEN)

    async def _write(self, tx: Transaction, ends: Sequence[Ended]) -> None:
        now = self._clock.now()
        settled: list[tuple[int, str, int | None]] = []
        for parcel, end in ends:
            match end:
                case Sent(message_id):
                    settled += [(ident, notices.SENT, message_id) for ident in parcel.ids]
                    await care_follow.went(tx, parcel.notices, now)
                case Dropped():
                    settled += [(ident, notices.DROPPED, None) for ident in parcel.ids]
                case _:
                    await self._close(tx, parcel, end, now)
        await notices.settle_many(tx, settled, self._owner, now)

    async def _close(self, tx: Transaction, parcel: Parcel, end: End, now: datetime) -> None:
        ids, owner = parcel.ids, self._owner
        match end:
            case Later(wait):
                await notices.put_back(tx, ids, owner, now + wait, untried=True)
            case Broken():
                await notices.put_back(tx, ids, owner, now + claims.AFTER_BROKEN)
            case Unknown() if parcel.kind in notices.AT_MOST_ONCE:
                await notices.settle(tx, ids, owner, notices.UNKNOWN, now)
                await care_follow.went(tx, parcel.notices, now)
            case Unknown():
                await notices.put_back(tx, ids, owner, now + AFTER_UNKNOWN)
            case Refused(gone):
                await notices.settle(tx, ids, owner, notices.REFUSED, now)
                if gone:
                    await care_follow.lost(tx, await people.get(tx, people.ident(parcel.person)), now)
