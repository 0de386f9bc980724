"""Alerts to a caregiver, their correction, and the word about them to the patient."""

from __future__ import annotations

from datetime import datetime

from journal import alerts, care_kinds, care_plans, caregiving, notices
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.compose.digest import reader
from scheduler.facts_care import CareAlert, CareSilence, CareTold


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CareAlert | None:
    """Return what is still open of it; None when nothing is, or it may not be said now."""
    link = await caregiving.active(tx, caregiving.link_of(parcel.notices[0].subject))
    waiting = [each for each in parcel.notices if now - each.due_at <= alerts.LATEST]
    if link is None or not waiting or await care_plans.told_today(tx, link, parcel.ids, now):
        return None
    keys = sorted({alerts.dose_of(each.subject) for each in waiting})
    fact = await alerts.load(tx, link, keys, now)
    if fact is None or not fact.doses:
        return None
    return CareAlert(reader(parcel.person, link), caregiving.ident(link), fact, link.protect, now)


async def compose_again(tx: Transaction, parcel: Parcel, now: datetime) -> CareAlert | None:
    """Return the alert as it now stands, for over the message that said it."""
    subject = parcel.notices[0].subject
    link = await caregiving.active(tx, caregiving.link_of(subject))
    message = await notices.message_of(tx, care_kinds.CARE_DOSE, subject)
    if link is None or message is None:
        return None
    fact = await alerts.load(tx, link, await alerts.together(tx, subject), now)
    return (
        CareAlert(reader(parcel.person, link), caregiving.ident(link), fact, link.protect, now, message)
        if fact
        else None
    )


async def compose_silence(tx: Transaction, parcel: Parcel, now: datetime) -> CareSilence | None:
    """Return for how long the patient has not written; None when they have, or it may not be said now."""
    link = await caregiving.active(tx, caregiving.link_of(parcel.notices[0].subject))
    if link is None or await care_plans.told_today(tx, link, parcel.ids, now):
        return None
    fact = await alerts.silence(tx, link, now)
    return CareSilence(reader(parcel.person, link), caregiving.ident(link), fact, link.protect) if fact else None


async def compose_told(tx: Transaction, parcel: Parcel, now: datetime) -> CareTold | None:
    """Return what the caregiver was told, as far as it still holds; None when the link has ended."""
    subject = parcel.notices[0].subject
    link = await caregiving.active(tx, caregiving.link_of(subject))
    if link is None:
        return None
    to = Addressee.of(parcel.person)
    if subject.endswith(care_kinds.SILENCE):
        silence = await alerts.silence(tx, link, now)
        return CareTold(to, link.caregiver_name, silence, now) if silence else None
    alert = await alerts.load(tx, link, await alerts.together(tx, subject), now)
    return CareTold(to, link.caregiver_name, alert, now)
