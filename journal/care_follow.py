"""What follows for the patient when something went to a caregiver, and for the caregiver when a dose was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import accesses, care_kinds, notices, people, rights
from journal.care_keys import link_of, subject
from journal.dose_keys import DoseKey
from journal.notices import Claimed, Owed
from journal.tables import CareLink, Notice, Person
from journal.transaction import Transaction

APART = timedelta(hours=1)


async def went(tx: Transaction, gone: Sequence[Claimed], now: datetime) -> None:
    """Log what has gone to caregivers, perhaps, in one message; the patient hears of an alert."""
    first = gone[0]
    link = await tx.get(CareLink, link_of(first.subject)) if first.kind in care_kinds.SHOWING else None
    if link is None or link.id is None:
        return
    await accesses.log(tx, link.patient_id, link.id, first.kind, now)
    if first.kind in care_kinds.ALERTS:
        await notices.plan(tx, link.patient_id, care_kinds.CARE_TOLD, first.subject, now, first.n)


async def shown(tx: Transaction, reader: Person, link_id: int, what: str, now: datetime) -> None:
    """Log that somebody who reads along was shown something; the same again within APART is the same look."""
    link = await tx.get(CareLink, link_id)
    if link is None or not rights.may(reader, rights.READ, link):
        return
    if not await accesses.since(tx, link_id, what, now - APART):
        await accesses.log(tx, link.patient_id, link_id, what, now)


async def answered(tx: Transaction, patient: Person, key: DoseKey, now: datetime) -> None:
    """A dose was recorded, or that was taken back: the alerts that spoke of it are to show it."""
    query = select(col(CareLink.id)).where(col(CareLink.patient_id) == people.ident(patient))
    names = [subject(link, key.subject) for link in (await tx.execute(query)).scalars() if link is not None]
    if not names:
        return
    said = (col(Notice.kind) == care_kinds.CARE_DOSE, col(Notice.message_id).is_not(None))
    sent = select(col(Notice.subject), col(Notice.person_id)).where(col(Notice.subject).in_(names), *said).distinct()
    for name, reader in (await tx.execute(sent)).all():
        n = await notices.next_n(tx, care_kinds.CARE_AGAIN, name)
        await notices.plan_many(tx, [Owed(reader, care_kinds.CARE_AGAIN, name, now, n)])


async def lost(tx: Transaction, person: Person | None, now: datetime) -> None:
    """Note that nothing can be delivered to the person; whoever they read along with hears it, once."""
    if person is None:
        return
    known = person.unreachable_since is not None
    await people.unreachable(tx, people.ident(person), now)
    if known:
        return
    mine = (col(CareLink.caregiver_id) == people.ident(person), col(CareLink.state) == "active")
    for link in (await tx.execute(select(CareLink).where(*mine))).scalars().all():
        name = subject(link.id or 0, care_kinds.LOST)
        n = await notices.next_n(tx, care_kinds.CARE_LOST, name)
        await notices.plan(tx, link.patient_id, care_kinds.CARE_LOST, name, now, n)
