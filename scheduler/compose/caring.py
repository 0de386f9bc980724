"""News of a care link, as long as it is still true."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import accesses, caregiving
from journal.tables import AccessLog, CareLink
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.facts_caring import CareNews

# What is news only while the link is in this state.
WHILE = {
    accesses.ACCEPTED: caregiving.ACCEPTED,
    accesses.CONFIRMED: caregiving.ACTIVE,
    accesses.CHANGED: caregiving.ACTIVE,
}


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CareNews | None:
    """Return what has happened; None when something else has happened since."""
    notice = parcel.notices[0]
    if not (row := accesses.row_of(notice.subject)):
        link = await caregiving.active(tx, caregiving.link_of(notice.subject))
        return _news(parcel, False, accesses.CHANGED, link) if link else None
    logged = await tx.get(AccessLog, row)
    if logged is None:
        return None
    patient = notice.n == caregiving.PATIENT
    if logged.link_id is None:
        to = Addressee.of(parcel.person)
        to = replace(to, hide_names=to.hide_names or not patient)
        return CareNews(to, patient, logged.what, logged.detail)
    found = await tx.get(CareLink, logged.link_id)
    if found is None or found.state != WHILE.get(logged.what, found.state):
        return None
    return _news(parcel, patient, logged.what, found)


def _news(parcel: Parcel, patient: bool, what: str, link: CareLink) -> CareNews:
    to, allowed = Addressee.of(parcel.person), caregiving.allowed(link)
    if patient:
        return CareNews(to, True, what, link.caregiver_name, caregiving.ident(link))
    to = replace(to, hide_names=to.hide_names or not allowed.names_in_previews)
    terms = allowed if what == accesses.CONFIRMED else None
    return CareNews(to, False, what, link.patient_name, caregiving.ident(link), terms)
