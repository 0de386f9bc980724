"""The end of a pause, with what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from journal import pauses, regimens, shifting
from journal.tables import Person, Regimen
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, PauseOver

DATES = 4  # of one regimen
MOST = 10  # regimens of everything


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> PauseOver | None:
    """Return the pause that the notice is about; None when it does not matter any more."""
    return await of_subject(tx, parcel.person, parcel.notices[0].subject, now)


async def of_subject(tx: Transaction, person: Person, subject: str, now: datetime) -> PauseOver | None:
    """Return the same by the notice's subject."""
    row = await pauses.of_subject(tx, subject)
    if row is None or person.paused_since is not None:
        return None
    if row.regimen_id is None:
        return await load(tx, person, None, now)
    regimen = await regimens.own(tx, person, row.regimen_id)
    return await load(tx, person, regimen, now) if regimen.status == regimens.ACTIVE else None


async def load(tx: Transaction, person: Person, regimen: Regimen | None, now: datetime) -> PauseOver:
    """Return what comes next: several dates of a regimen, or one of each when everything goes on."""
    running = [each for each in await regimens.of(tx, person) if each.status == regimens.ACTIVE]
    coming = [
        (each.label, at)
        for each in ([regimen] if regimen else running)
        for at in await regimens.upcoming(tx, person, each, now, DATES if regimen else 1)
    ]
    coming.sort(key=lambda one: one[1])
    row = await shifting.last_pause(tx, person, regimen)
    found = await shifting.choices(tx, person, row, now) if row else []
    fact = PauseOver(Addressee.of(person), regimen.label if regimen else "", tuple(coming[:MOST]), now)
    return replace(fact, pause=row.id, choices=tuple(found)) if row and row.id and found else fact
