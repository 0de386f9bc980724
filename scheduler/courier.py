"""The courier: claim, compose, send, settle. Wakes when something is due, and beats while it is alive."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal import heartbeat, notices, people
from journal.clock import Clock
from journal.transaction import Database, Transaction
from scheduler import claims
from scheduler.claims import Parcel
from scheduler.compose import compose
from scheduler.messenger import Later, Messenger, Outcome, Refused, Sent, Unknown

BEAT = timedelta(seconds=20)
AFTER_UNKNOWN = timedelta(seconds=60)  # a send that may have arrived is not repeated blindly at once
AT_ONCE = 16  # messages under way

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Broken:
    """Composing or sending raised what nobody foresaw; the log has it under `error_id`."""

    error_id: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """There is nothing to say any more."""


End = Outcome | Broken | Dropped


class Courier:
    """One of possibly several couriers over the same database; leases keep them out of each other's way."""

    def __init__(self, db: Database, clock: Clock, messenger: Messenger) -> None:
        self._db, self._clock, self._messenger = db, clock, messenger
        self._owner = secrets.token_hex(8)
        self._beaten: datetime | None = None
        self._ends: list[tuple[Parcel, End]] = []
        self._settling = asyncio.Lock()
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def lap(self) -> None:
        """Beat, then deliver everything that is due now."""
        await self.beat()
        while parcels := await claims.claim(self._db, self._owner, self._clock.now()):
            await asyncio.gather(*(self._carry(parcel) for parcel in parcels))

    async def beat(self) -> None:
        """Note that the courier is alive; the first beat after a silence records the downtime."""
        now = self._clock.now()
        if self._beaten is not None and now - self._beaten < BEAT:
            return
        async with self._db.write() as tx:
            gap = await heartbeat.beat(tx, now)
        self._beaten = now
        if gap is not None:
            log.warning("downtime", extra={"began_at": gap.began_at, "ended_at": gap.ended_at})

    async def lived(self, until: datetime) -> None:
        """Count the time up to `until` as lived: for a clock that is set by hand."""
        async with self._db.write() as tx:
            await heartbeat.lived(tx, until)

    async def _carry(self, parcel: Parcel) -> None:
        async with self._slots:
            end = await self._deliver(parcel)
        await self._settle(parcel, end)

    async def _deliver(self, parcel: Parcel) -> End:
        try:
            async with self._db.read() as tx:
                fact = await compose(tx, parcel, self._clock.now())
            return Dropped() if fact is None else await self._messenger.deliver(fact)
        except Exception:  # the one broad except: a poisoned row must stop nobody else
            error_id = secrets.token_hex(4)
            log.exception("notice broken", extra={"error_id": error_id, "kind": parcel.kind, "ids": parcel.ids})
            return Broken(error_id)

    async def _settle(self, parcel: Parcel, end: End) -> None:
        """Settle this end together with all that gathered while the commit before it was under way."""
        self._ends.append((parcel, end))
        async with self._settling:
            ends, self._ends = self._ends, []
            if ends:
                async with self._db.write() as tx:
                    await self._write(tx, ends)

    async def _write(self, tx: Transaction, ends: Sequence[tuple[Parcel, End]]) -> None:
        for parcel, end in ends:
            await self._close(tx, parcel, end, self._clock.now())

    async def _close(self, tx: Transaction, parcel: Parcel, end: End, now: datetime) -> None:
        ids, owner = parcel.ids, self._owner
        match end:
            case Sent(message_id):
                await notices.settle(tx, ids, owner, notices.SENT, now, message_id)
            case Dropped():
                await notices.settle(tx, ids, owner, notices.DROPPED, now)
            case Later(wait):
                await notices.put_back(tx, ids, owner, now + wait, untried=True)
            case Broken():
                await notices.put_back(tx, ids, owner, now + claims.AFTER_BROKEN)
            case Unknown() if parcel.kind in notices.AT_MOST_ONCE:
                await notices.settle(tx, ids, owner, notices.UNKNOWN, now)
            case Unknown():
                await notices.put_back(tx, ids, owner, now + AFTER_UNKNOWN)
            case Refused(gone):
                await notices.settle(tx, ids, owner, notices.REFUSED, now)
                if gone:
                    await people.unreachable(tx, people.ident(parcel.person), now)
