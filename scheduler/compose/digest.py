"""The digest, as far as the link allows on the day that it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import care_plans, caregiving, digests, people
from journal.tables import CareLink, Person
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.facts_care import CareDigest


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CareDigest | None:
    """Return the week; None when the link is not active, gives none, or skips it, or the patient has not had theirs."""
    subject = parcel.notices[0].subject
    link = await caregiving.active(tx, caregiving.link_of(subject))
    last = care_plans.week_of(subject)
    patient = await people.get(tx, link.patient_id) if link else None
    if link is None or patient is None or link.skip_week == last:
        return None
    if patient.unreachable_since is not None or not await care_plans.was_seen(tx, patient, last):
        return None
    week = await digests.load(tx, link, last, now)
    return CareDigest(reader(parcel.person, link), caregiving.ident(link), week, link.protect) if week else None


def reader(caregiver: Person, link: CareLink) -> Addressee:
    """Return where the caregiver reads what comes through this link: names in previews are the patient's choice."""
    to = Addressee.of(caregiver)
    return replace(to, hide_names=to.hide_names or not link.names_in_previews)
