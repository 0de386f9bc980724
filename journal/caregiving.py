"""Care links: confirmed by the patient, changed, ended. Only an active one gives anything."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select
from sqlmodel import col

from journal import accesses, care_terms, notices, people, regimens, rights
from journal.accesses import log as log
from journal.care_keys import link_of as link_of
from journal.care_keys import subject as subject
from journal.errors import JournalError
from journal.rights import ACCEPTED as ACCEPTED
from journal.rights import ACTIVE as ACTIVE
from journal.rights import ENDED as ENDED
from journal.rights import INVITED as INVITED
from journal.rights import allowed as allowed
from journal.scopes import Allowed
from journal.tables import CareLink, Notice, Person
from journal.transaction import Transaction

GATHER = timedelta(minutes=1)  # changes within it are told as one
MOST = 10  # caregivers of one patient
CAREGIVER, PATIENT = 0, 1  # whom a piece of news is for: the number of its notice


def ident(link: CareLink) -> int:
    """Return the id of a stored link."""
    assert link.id is not None, "a link without a row"
    return link.id


async def links_of(tx: Transaction, patient: Person) -> list[CareLink]:
    """Return the patient's links that have not ended; an open invitation may have expired."""
    return await links(tx, col(CareLink.patient_id) == people.ident(patient), col(CareLink.state) != ENDED)


async def caring_for(tx: Transaction, caregiver: Person) -> list[CareLink]:
    """Return the active links through which the person hears of others."""
    return await links(tx, col(CareLink.caregiver_id) == people.ident(caregiver), col(CareLink.state) == ACTIVE)


async def reading(tx: Transaction, caregiver: Person) -> list[CareLink]:
    """Return the links that the person has accepted, those that wait for the patient's yes too."""
    mine = col(CareLink.caregiver_id) == people.ident(caregiver)
    return await links(tx, mine, col(CareLink.state).in_((ACCEPTED, ACTIVE)))


async def links(tx: Transaction, *where: ColumnElement[bool]) -> list[CareLink]:
    """Return the links of this kind, in the order in which they were made."""
    query = select(CareLink).where(*where).order_by(col(CareLink.id))
    return list((await tx.execute(query)).scalars())


async def active(tx: Transaction, link_id: int) -> CareLink | None:
    """Return the link if it is active."""
    link = await tx.get(CareLink, link_id)
    return link if link is not None and link.state == ACTIVE else None


async def used(tx: Transaction, person: Person, use: str, link_id: int) -> CareLink:
    """Return the link for this use, held against the other side's changes until the transaction ends.

    Raises JournalError care_gone: no such, ended, or not this person's to use so.
    """
    link = await tx.get(CareLink, link_id, with_for_update=True)
    if link is None or not rights.may(person, use, link):
        raise JournalError("care_gone")
    return link


async def own(tx: Transaction, patient: Person, link_id: int) -> CareLink:
    """Return this link of the patient. Raises JournalError: care_gone."""
    return await used(tx, patient, rights.SHARE, link_id)


async def for_me(tx: Transaction, caregiver: Person, link_id: int) -> CareLink:
    """Return this link of the caregiver. Raises JournalError: care_gone."""
    return await used(tx, caregiver, rights.ANSWER, link_id)


async def is_patient(tx: Transaction, person: Person, link_id: int) -> bool:
    """Tell whether the link is about this person's data."""
    link = await tx.get(CareLink, link_id)
    return link is not None and rights.is_patient(person, link)


async def confirm(tx: Transaction, patient: Person, link_id: int, now: datetime) -> CareLink:
    """The patient says who it is: from now on the link gives what it allows, and the caregiver is let in.

    Once is enough. Raises JournalError: care_gone, care_most.
    """
    link = await own(tx, patient, link_id)
    if link.state == INVITED:
        raise JournalError("care_gone")
    if link.state == ACTIVE:
        return link
    if sum(each.state == ACTIVE for each in await links_of(tx, patient)) >= MOST:
        raise JournalError("care_most", most=MOST)
    link.state, link.confirmed_at = ACTIVE, now
    caregiver = await people.get(tx, link.caregiver_id or 0)
    if caregiver is not None:
        caregiver.admitted_at = caregiver.admitted_at or now
    await happened(tx, link, accesses.CONFIRMED, now, CAREGIVER)
    return link


async def change(
    tx: Transaction, patient: Person, link_id: int, what: str, value: str, now: datetime, sure: bool = False
) -> bool:
    """Set one thing of what a caregiver gets; False, and nothing changed, when it gives more and is not `sure`.

    The caregiver hears of it, within GATHER once for several. Raises JournalError: care_gone, bad_button.
    """
    link = await own(tx, patient, link_id)
    before = allowed(link)
    after = await turned(tx, patient, before, what, value)
    if after == before:
        return True
    if care_terms.wider(before, after) and not sure:
        return False
    for name, kept in care_terms.dump(after).items():
        setattr(link, name, kept)
    await log(tx, link.patient_id, link_id, accesses.CHANGED, now)
    if link.state == ACTIVE and link.caregiver_id is not None:
        await _tell_changed(tx, link.caregiver_id, link_id, now)
    return True


async def turned(tx: Transaction, patient: Person, terms: Allowed, what: str, value: str) -> Allowed:
    """Return `terms` with one thing set. Raises JournalError: bad_button."""
    owned = frozenset(regimens.ident(each) for each in await regimens.of(tx, patient))
    return care_terms.turned(terms, what, value, owned)


async def _tell_changed(tx: Transaction, caregiver_id: int, link_id: int, now: datetime) -> None:
    name = subject(link_id, accesses.CHANGED)
    await notices.cancel(tx, notices.CARE, name)
    n = await notices.next_n(tx, notices.CARE, name)
    await notices.plan(tx, caregiver_id, notices.CARE, name, now + GATHER, n)


async def end(tx: Transaction, person: Person, link_id: int, now: datetime) -> CareLink:
    """Either side ends it, at once; the other side is told. Raises JournalError: care_gone."""
    link = await used(tx, person, rights.END, link_id)
    was_known = link.state in (ACCEPTED, ACTIVE)
    await close(tx, link, now)
    tell = CAREGIVER if rights.is_patient(person, link) else PATIENT
    await happened(tx, link, accesses.ENDED, now, tell if was_known or tell == PATIENT else None)
    return link


async def close(tx: Transaction, link: CareLink, now: datetime) -> None:
    """End the link; what waits about it is not sent any more."""
    link.state, link.ended_at, link.token_hash = ENDED, now, None
    mine = col(Notice.subject).startswith(subject(ident(link), ""), autoescape=True)
    either = col(Notice.person_id).in_((link.patient_id, link.caregiver_id))
    await tx.execute(delete(Notice).where(either, mine, col(Notice.state) == notices.WAITING))


async def happened(tx: Transaction, link: CareLink, what: str, now: datetime, tell: int | None) -> None:
    """Log it for the patient, and have the other side told."""
    row = await log(tx, link.patient_id, ident(link), what, now)
    reader = link.caregiver_id if tell == CAREGIVER else link.patient_id
    if tell is not None and reader is not None:
        await notices.plan(tx, reader, notices.CARE, accesses.subject(row), now, tell)


async def forget(tx: Transaction, person: Person, now: datetime) -> None:
    """End every link of somebody who is about to be deleted; whoever knows them gets one line."""
    mine = people.ident(person)
    either = or_(col(CareLink.patient_id) == mine, col(CareLink.caregiver_id) == mine)
    for link in await links(tx, either, col(CareLink.state) != ENDED):
        known = link.state in (ACCEPTED, ACTIVE)
        await close(tx, link, now)
        patient_goes = rights.is_patient(person, link)
        other = link.caregiver_id if patient_goes else link.patient_id
        if known and other is not None:
            name = link.patient_name if patient_goes else link.caregiver_name
            row = await log(tx, other, None, accesses.LEFT, now, name)
            await notices.plan(
                tx, other, notices.CARE, accesses.subject(row), now, CAREGIVER if patient_goes else PATIENT
            )
