"""A dose reminder: the doses of one moment that are still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from journal import intakes, notices, regimens
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


async def compose_many(tx: Transaction, parcels: Sequence[Parcel], now: datetime) -> dict[int, DoseMoment]:
    """Return the same for many, by place in `parcels`, as far as all doses of a parcel are plainly open."""
    keys = {place: _keys(parcel) for place, parcel in enumerate(parcels)}
    known = await intakes.plainly_open(tx, [key for of_parcel in keys.values() for key in of_parcel])
    return {
        place: DoseMoment(Addressee.of(parcels[place].person), doses, parcels[place].notices[0].n, now)
        for place, of_parcel in keys.items()
        if of_parcel and len(doses := tuple(known[key] for key in of_parcel if key in known)) == len(of_parcel)
    }


def _keys(parcel: Parcel) -> list[DoseKey]:
    if parcel.kind != notices.DOSE or parcel.person.paused_since is not None:
        return []
    return sorted(DoseKey.of(notice.subject) for notice in parcel.notices)


async def running_ids(tx: Transaction, person: Person) -> set[int]:
    """Return the ids of the person's regimens that are neither paused nor ended; none while everything rests."""
    if person.paused_since is not None:
        return set()
    return {regimens.ident(regimen) for regimen in await regimens.of(tx, person) if regimen.status == regimens.ACTIVE}
