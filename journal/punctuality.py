"""How near to their planned moments a stretch's doses were taken: for statistics only (clinical.md section 2.5)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from journal import intakes, intervals, regimens, timing
from journal.adherence import Timeliness, timeliness
from journal.intakes import TAKEN, Dose
from journal.tables import Occurrence, Person, Regimen
from journal.transaction import Transaction


async def between(tx: Transaction, person: Person, first: date, last: date) -> Timeliness:
    """Return M-TIME of the doses planned from `first` to `last` (local dates, both included) as raised so far."""
    doses = await intakes.those(tx, person, col(Occurrence.local_date).between(first, last))
    taken = [dose for dose in doses if dose.kind == TAKEN]
    mine = {dose.key.regimen: await regimens.own(tx, person, dose.key.regimen) for dose in taken}
    return timeliness([await _class(tx, person, mine[dose.key.regimen], dose) for dose in taken], len(doses))


async def _class(tx: Transaction, person: Person, regimen: Regimen, dose: Dose) -> str:
    assert dose.at is not None
    interval = (await intervals.at(tx, person, regimen, dose.planned_at)).following or intervals.DAY
    delay = (dose.at - dose.planned_at) / intervals.HOUR
    return timing.dose_window(intervals.hours(interval), delay, injection=regimen.route == "injection")[1].value
