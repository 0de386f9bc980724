"""What is said ahead of injections."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from journal import intakes, leads, occurrences, regimens
from journal.leads import LeadKey
from journal.tables import Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.compose.dose import running_ids
from scheduler.facts import Addressee
from scheduler.facts_leads import InjectionAhead, Lead


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> InjectionAhead | None:
    """Return the injections ahead that these notices are about, each once; None when none lies ahead any more."""
    running = await running_ids(tx, parcel.person)
    due: dict[LeadKey, set[int]] = defaultdict(set)
    for notice in parcel.notices:
        due[LeadKey.of(notice.subject)].add(notice.n)
    found = [await _lead(tx, parcel.person, key, due[key], now) for key in due if key.dose.regimen in running]
    said = sorted(filter(None, found), key=lambda lead: (lead.dose.planned_at, lead.dose.key))
    return InjectionAhead(Addressee.of(parcel.person), tuple(said), now) if said else None


async def _lead(tx: Transaction, person: Person, key: LeadKey, days: set[int], now: datetime) -> Lead | None:
    """None for an injection that is recorded, has come, or was moved to another date."""
    zone = occurrences.zone_of(person, await regimens.own(tx, person, key.dose.regimen))
    for dose in await intakes.doses(tx, person, [key.dose]):
        if dose.open and dose.planned_at > now and dose.planned_at.astimezone(zone).date() == key.on:
            booked = dose.place is not None
            return Lead(dose, bool(days & leads.BOOK) and not booked, booked, dose.place or "")
    return None
