"""Invitations to read along: a link that works once, who may open it, and their answer."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import col

from journal import accesses, care_terms, caregiving, people, rights
from journal.accesses import log
from journal.caregiving import ACCEPTED, ACTIVE, INVITED, MOST, PATIENT
from journal.errors import JournalError
from journal.scopes import Allowed
from journal.tables import CareLink, Person
from journal.transaction import Transaction, store

PREFIX = "care_"  # tells the link's token from that of an access invitation
VALID_FOR = timedelta(hours=24)
DAY = timedelta(days=1)
MOST_OPEN, MOST_NEW = 5, 10  # open invitations; new ones a day
MOST_WRONG = 10  # links that do not work: beyond this many a day none is looked up
LONGEST_NAME = 40  # characters


def is_open(link: CareLink, now: datetime) -> bool:
    """Tell whether the link is an invitation that can still be accepted."""
    return link.state == INVITED and link.expires_at is not None and link.expires_at > now


async def invite(tx: Transaction, patient: Person, name: str, terms: Allowed, now: datetime) -> tuple[CareLink, str]:
    """Make an invitation; return it with its token, which no row of the link holds.

    `name` is how the patient is called there. Raises JournalError: care_name, care_most, care_open, care_day.
    """
    if not name or len(name) > LONGEST_NAME:
        raise JournalError("care_name", most=LONGEST_NAME)
    await check_limits(tx, patient, now)
    token = PREFIX + secrets.token_urlsafe(32)
    link = CareLink(
        patient_id=people.ident(patient),
        patient_name=name,
        token_hash=_hash(token),
        created_at=now,
        expires_at=now + VALID_FOR,
        **care_terms.dump(terms),
    )
    await store(tx, link)
    await log(tx, link.patient_id, link.id, accesses.INVITED, now)
    return link, token


async def check_limits(tx: Transaction, patient: Person, now: datetime) -> None:
    """Raise JournalError care_most, care_open or care_day when the patient may not invite anyone now."""
    links = await caregiving.links(tx, col(CareLink.patient_id) == people.ident(patient))
    if sum(link.state in (ACCEPTED, ACTIVE) for link in links) >= MOST:
        raise JournalError("care_most", most=MOST)
    if sum(is_open(link, now) for link in links) >= MOST_OPEN:
        raise JournalError("care_open", most=MOST_OPEN)
    if sum(link.created_at > now - DAY for link in links) >= MOST_NEW:
        raise JournalError("care_day", most=MOST_NEW)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def opened(tx: Transaction, person: Person, token: str, now: datetime) -> CareLink | None:
    """Return the open invitation of this token, from now on this person's alone; the patient's own stays free.

    None for a token that is used, expired, forged or another's; after many such in a day none is looked up.
    """
    if await accesses.wrong_links(tx, person, now - DAY) >= MOST_WRONG:
        return None
    query = select(CareLink).where(col(CareLink.token_hash) == _hash(token))
    link = (await tx.execute(query.with_for_update())).scalar_one_or_none()
    taken = link is not None and link.caregiver_id is not None and not rights.is_caregiver(person, link)
    if link is None or taken or not is_open(link, now):
        await log(tx, people.ident(person), None, accesses.WRONG_LINK, now)
        return None
    if not rights.is_patient(person, link):
        link.caregiver_id = people.ident(person)
    return link


async def check_open(tx: Transaction, caregiver: Person, link_id: int, now: datetime) -> CareLink:
    """Return the invitation that this person has opened. Raises JournalError: care_gone, care_expired."""
    link = await caregiving.for_me(tx, caregiver, link_id)
    if not is_open(link, now):
        raise JournalError("care_expired")
    return link


async def accept(tx: Transaction, caregiver: Person, link_id: int, name: str, now: datetime) -> CareLink:
    """The invited person says yes, under the `name` that Telegram shows; the patient is asked to confirm.

    Once is enough. Raises JournalError: care_gone, care_expired, care_already.
    """
    link = await caregiving.for_me(tx, caregiver, link_id)
    if link.state != INVITED:
        return link
    await check_open(tx, caregiver, link_id, now)
    mine = await caregiving.links(
        tx, col(CareLink.caregiver_id) == link.caregiver_id, col(CareLink.patient_id) == link.patient_id
    )
    if any(each.state in (ACCEPTED, ACTIVE) for each in mine):
        raise JournalError("care_already")
    link.state, link.accepted_at, link.token_hash, link.caregiver_name = ACCEPTED, now, None, name
    caregiver.cares_since = caregiver.cares_since or now
    await caregiving.happened(tx, link, accesses.ACCEPTED, now, PATIENT)
    return link


async def decline(tx: Transaction, caregiver: Person, link_id: int, now: datetime) -> CareLink:
    """The invited person says no; the patient hears that, and no name. Raises JournalError: care_gone."""
    link = await caregiving.for_me(tx, caregiver, link_id)
    if link.state != INVITED:
        raise JournalError("care_gone")
    await caregiving.close(tx, link, now)
    link.caregiver_id = None
    await caregiving.happened(tx, link, accesses.DECLINED, now, PATIENT)
    return link


async def purge(tx: Transaction, now: datetime) -> None:
    """Close invitations that nobody took in time."""
    late = (col(CareLink.state) == INVITED, col(CareLink.expires_at) <= now)
    await tx.execute(update(CareLink).where(*late).values(state=caregiving.ENDED, ended_at=now, token_hash=None))
