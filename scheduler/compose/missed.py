"""After downtime: one message about what fell due meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import checkins, intakes, notices, occurrences, people
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
    asked = any(n.kind == notices.CHECKIN for n in parcel.notices)
    fact = fact if asked else replace(fact, checkin=None)
    return fact if fact.doses or fact.checkin or fact.summary else None


async def load(tx: Transaction, person: Person, gap: Downtime, now: datetime) -> Missed:
    """Return the doses raised in the downtime as they stand, and today's check-in if it is unfinished."""
    assert gap.id is not None
    running = await running_ids(tx, person)
    keys = await occurrences.planned_within(tx, person, gap.began_at, gap.ended_at)
    doses = await intakes.doses(tx, person, [key for key in keys if key.regimen in running])
    today = people.today(person, now)
    sheet = await checkins.sheet(tx, person, today)
    return Missed(
        to=Addressee.of(person),
        downtime=gap.id,
        began_at=gap.began_at,
        ended_at=gap.ended_at,
        doses=tuple(doses),
        now=now,
        checkin=today if sheet.open else None,
    )
