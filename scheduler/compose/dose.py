"""A dose reminder: the doses of one moment that are still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import intakes, regimens
from journal.occurrences import DoseKey
from journal.tables import Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, DoseMoment


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> DoseMoment | None:
    """Return the moment's open doses of running regimens; None when none is left."""
    running = await running_ids(tx, parcel.person)
    keys = [key for notice in parcel.notices if (key := DoseKey.of(notice.subject)).regimen in running]
    found = await intakes.doses(tx, parcel.person, sorted(keys))
    # This reminder is what the dose was put off to, so it is put off no longer.
    doses = tuple(replace(dose, snoozed_until=None) for dose in found if dose.open)
    return DoseMoment(Addressee.of(parcel.person), doses, parcel.notices[0].n, now) if doses else None


async def running_ids(tx: Transaction, person: Person) -> set[int]:
    """Return the ids of the person's regimens that are neither paused nor ended; none while everything rests."""
    if person.paused_since is not None:
        return set()
    return {regimens.ident(regimen) for regimen in await regimens.of(tx, person) if regimen.status == regimens.ACTIVE}
