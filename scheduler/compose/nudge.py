"""A nudge: the doses of one moment that are open still."""

from __future__ import annotations

from datetime import datetime

from journal import intakes, nudges, overdue
from journal.occurrences import DoseKey
from journal.tables import Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.compose.dose import running_ids
from scheduler.facts import Addressee, Nudge


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> Nudge | None:
    """Return the open doses of running regimens; None when none is left."""
    running = await running_ids(tx, parcel.person)
    keys = [key for key in await nudges.to_say(tx, parcel.notices, now) if key.regimen in running]
    found = await intakes.doses(tx, parcel.person, keys)
    doses = tuple(sorted((dose for dose in found if dose.open), key=lambda dose: (dose.planned_at, dose.key)))
    if not doses:
        return None
    replaces = await _replaced(tx, parcel.person, {dose.key for dose in doses})
    late = await overdue.those(tx, parcel.person, doses, now)
    return Nudge(Addressee.of(parcel.person), doses, parcel.notices[0].n, now, late, replaces)


async def _replaced(tx: Transaction, person: Person, nudged: set[DoseKey]) -> tuple[int, ...]:
    """The messages before that show no open dose but these."""
    found = []
    for message, shown in (await nudges.earlier_messages(tx, person, nudged)).items():
        if shown is None:
            continue
        others = await intakes.doses(tx, person, sorted(shown - nudged))
        if not any(dose.open for dose in others):
            found.append(message)
    return tuple(found)
