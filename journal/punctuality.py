"""How near to their planned moments a stretch's doses were taken: for statistics only (clinical.md section 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import col

from journal import injections, intakes, intervals, pauses, regimens, timing
from journal.adherence import Timeliness, timeliness
from journal.intakes import TAKEN, Dose
from journal.pauses import Rest
from journal.tables import Occurrence, Person
from journal.timing.windows import LONG_HOURS
from journal.transaction import Transaction


async def between(
    tx: Transaction, person: Person, first: date, last: date, until: datetime | None = None, rests: Sequence[Rest] = ()
) -> Timeliness:
    """Return M-TIME of the doses planned from `first` to `last` (local dates, both included) as raised so far.

    Injections and what is 28 days or more apart are left out, for which on time means nothing; so is what was taken
    from `until` on, and what is open on a day of `rests`.
    """
    classes, planned = [], 0
    doses = await intakes.those(tx, person, col(Occurrence.local_date).between(first, last))
    for ident in sorted({dose.key.regimen for dose in doses}):
        regimen = await regimens.own(tx, person, ident)
        mine = [dose for dose in doses if dose.key.regimen == ident and not _rested(rests, dose)]
        if regimen.route == injections.ROUTE or not mine:
            continue
        found = await intervals.several(tx, person, regimen, [dose.planned_at for dose in mine])
        for dose, each in zip(mine, found, strict=True):
            interval = intervals.hours(each.following or intervals.DAY)
            if interval < LONG_HOURS:
                planned += 1
                classes += [_class(dose, interval)] if _taken(dose, until) else []
    return timeliness(classes, planned)


def _rested(rests: Sequence[Rest], dose: Dose) -> bool:
    return dose.open and pauses.rested(rests, dose.key.regimen, dose.key.day)


def _taken(dose: Dose, until: datetime | None) -> bool:
    return dose.kind == TAKEN and dose.at is not None and (until is None or dose.at < until)


def _class(dose: Dose, interval: float) -> str:
    assert dose.at is not None
    return timing.dose_window(interval, (dose.at - dose.planned_at) / intervals.HOUR)[1].value
