"""Overdue injections: which are, since when, and when to say whom to ask (clinical.md sections 2.5 and 4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from sqlalchemy import select
from sqlmodel import col

from journal import injections, intakes, intervals, people, regimens, rule_choices, timing
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.rules import BY_ID
from journal.rules.soft import overdue
from journal.tables import FindingLog, Person, Regimen
from journal.timing import Nearness
from journal.transaction import Transaction, store

RULE, TEMPLATE = "A-OVERDUE", "T-OVERDUE"
LONE = timedelta(days=28)  # what counts as the interval of a plan's only injection


@dataclass(frozen=True, slots=True)
class Overdue:
    """An injection that is not recorded: the local date that it was planned for, days since, and if it is overdue.

    `silent`: the person has switched A-OVERDUE off.
    """

    day: date
    days: int
    is_overdue: bool
    silent: bool = False

    @property
    def asks(self) -> bool:
        """Whether A-OVERDUE says to ask the clinic."""
        return self.is_overdue and not self.silent and overdue(self.days, 0)


async def those(tx: Transaction, person: Person, doses: Iterable[Dose], now: datetime) -> dict[DoseKey, Overdue]:
    """Return how late each of these is that is an injection, due and open."""
    found = {}
    for dose in doses:
        regimen = await regimens.own(tx, person, dose.key.regimen)
        if regimen.route == injections.ROUTE and dose.open and dose.planned_at <= now:
            found[dose.key] = await _late(tx, person, regimen, dose.planned_at, now)
    return found


async def waiting(tx: Transaction, person: Person, now: datetime) -> tuple[Overdue, ...]:
    """Return the person's injections that are due and open, whether or not they are brought up any more."""
    due = await injections.all_open_due(tx, person, now)
    return tuple([await _late(tx, person, regimen, row.planned_at, now) for regimen, row in due])


async def begins(tx: Transaction, person: Person, regimen: Regimen, planned_at: datetime) -> datetime:
    """Return the moment from which an injection is overdue, by whole hours of the person's wall clock."""
    hours = intervals.hours((await intervals.at(tx, person, regimen, planned_at)).following or LONE)
    late = next(h for h in count() if timing.dose_window(hours, h, injection=True)[1] is Nearness.OVERDUE)
    wall = people.local(person, planned_at).replace(tzinfo=None) + late * intervals.HOUR
    return timing.to_utc(wall, people.zone_of(person))


async def log(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    """Log A-OVERDUE for an open injection that it fires for, once for each."""
    late = (await those(tx, person, await intakes.doses(tx, person, [key]), now)).get(key)
    if late is None or not late.asks or await _was_logged(tx, person, key):
        return
    row = FindingLog(
        person_id=people.ident(person),
        rule=RULE,
        version=BY_ID[RULE].version,
        template=TEMPLATE,
        evidence={"days": late.days, "injection": key.subject},
        fired_on=people.today(person, now),
        shown=True,
    )
    await store(tx, row)


async def _late(tx: Transaction, person: Person, regimen: Regimen, planned_at: datetime, now: datetime) -> Overdue:
    """By whole hours of the wall clock, so that neither a change of the clocks nor a slow minute makes it overdue."""
    planned, here = (people.local(person, at).replace(tzinfo=None) for at in (planned_at, now))
    interval = (await intervals.at(tx, person, regimen, planned_at)).following or LONE
    _, nearness = timing.dose_window(intervals.hours(interval), (here - planned) // intervals.HOUR, injection=True)
    silent = not await rule_choices.is_on(tx, person, RULE)
    return Overdue(planned.date(), (here.date() - planned.date()).days, nearness is Nearness.OVERDUE, silent)


async def _was_logged(tx: Transaction, person: Person, key: DoseKey) -> bool:
    mine = (col(FindingLog.person_id) == people.ident(person), col(FindingLog.rule) == RULE)
    logged = (await tx.execute(select(col(FindingLog.evidence)).where(*mine))).scalars()
    return any(evidence.get("injection") == key.subject for evidence in logged)
