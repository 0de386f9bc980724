"""What the patient hears of a caregiver's help."""

from __future__ import annotations

from datetime import datetime

from journal import alerts, caregiving, heartbeat, intakes, notices, nudges, overdue
from journal.occurrences import DoseKey
from journal.tables import CareLink, Person
from journal.transaction import Transaction
from scheduler.addressee import Addressee
from scheduler.claims import Parcel
from scheduler.compose.dose import running_ids
from scheduler.facts import DoseMoment, Nudge
from scheduler.facts_care import CareAsked, CareHelped, CareLost


async def _link(tx: Transaction, parcel: Parcel) -> CareLink | None:
    return await caregiving.active(tx, caregiving.link_of(parcel.notices[0].subject))


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> CareHelped | None:
    """Return the dose that a caregiver has recorded; None when that was taken back."""
    found = await intakes.doses(tx, parcel.person, [alerts.dose_of(parcel.notices[0].subject)])
    return CareHelped(Addressee.of(parcel.person), found[0]) if found and found[0].helper is not None else None


async def compose_shown(tx: Transaction, parcel: Parcel, now: datetime) -> DoseMoment | Nudge | None:
    """Return the newest reminder of that dose as it now stands, for over its message; None when there is none."""
    key = alerts.dose_of(parcel.notices[0].subject)
    for message, shown in (await nudges.earlier_messages(tx, parcel.person, [key])).items():
        if shown is not None:
            return await _reminder(tx, parcel.person, message, sorted(shown), now)
    return None


async def _reminder(
    tx: Transaction, person: Person, message: int, keys: list[DoseKey], now: datetime
) -> DoseMoment | Nudge | None:
    said = await nudges.said_by(tx, person, message)
    if said is None or await heartbeat.downtime_at(tx, said.due_at):
        return None  # a message about a downtime shows more
    doses, to = tuple(await intakes.doses(tx, person, keys)), Addressee.of(person)
    if said.kind == notices.DOSE:
        return DoseMoment(to, doses, said.n, now, edits=message)
    return Nudge(to, doses, said.n, now, await overdue.those(tx, person, doses, now), edits=message)


async def compose_asked(tx: Transaction, parcel: Parcel, now: datetime) -> CareAsked | None:
    """Return the open doses that the caregiver asks about; None when none is left, or they may not ask."""
    link = await _link(tx, parcel)
    if link is None or not link.may_nudge:
        return None
    running = await running_ids(tx, parcel.person)
    covers = caregiving.allowed(link).covers
    found = await intakes.open_doses(tx, parcel.person, now)
    doses = tuple(dose for dose in found if dose.key.regimen in running and covers(dose.key.regimen))
    return CareAsked(Addressee.of(parcel.person), link.caregiver_name, doses, now) if doses else None


async def compose_lost(tx: Transaction, parcel: Parcel, now: datetime) -> CareLost | None:
    """Return who cannot be reached; None when the link has ended."""
    link = await _link(tx, parcel)
    return CareLost(Addressee.of(parcel.person), link.caregiver_name) if link else None
