"""After downtime: one message about what fell due meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import asks, checkins, intakes, notices, occurrences
from journal.tables import Downtime, Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.compose.dose import running_ids
from scheduler.facts import Addressee, Missed


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> Missed | None:
    """Return what is still open of the downtime; None when nothing is."""
    assert parcel.downtime is not None
    fact = await load(tx, parcel.person, parcel.downtime, now)
    days = [checkins.day_of(n.subject) for n in parcel.notices if n.kind == notices.SUMMARY]
    fact = replace(fact, summary=days[-1] if days else None)
    fact = replace(fact, resumed=any(n.kind == notices.RESUME for n in parcel.notices))
    return fact if fact.doses or fact.checkin or fact.summary or fact.resumed else None


async def load(tx: Transaction, person: Person, gap: Downtime, now: datetime) -> Missed:
    """Return the doses raised in the downtime as they stand, and the newest unfinished check-in that fell into it."""
    assert gap.id is not None
    running = await running_ids(tx, person)
    keys = await occurrences.planned_within(tx, person, gap.began_at, gap.ended_at)
    doses = await intakes.doses(tx, person, [key for key in keys if key.regimen in running])
    return Missed(
        to=Addressee.of(person),
        downtime=gap.id,
        began_at=gap.began_at,
        ended_at=gap.ended_at,
        doses=tuple(doses),
        now=now,
        checkin=await asks.unasked(tx, person, gap.began_at, gap.ended_at, now),
    )
