"""The day's list: everything planned on a local date, and what is taken as needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import case, func, select
from sqlmodel import col

from journal import intakes, occurrences, people, plans, regimens
from journal.intakes import TAKEN, Dose
from journal.occurrences import DoseKey
from journal.tables import Appointment, Intake, Occurrence, Person, Regimen
from journal.timing import Planned
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """A regimen without a plan, and how many doses of it were recorded on a day."""

    regimen: int
    label: str
    dose_text: str
    taken: int


async def of_day(tx: Transaction, person: Person, day: date) -> list[Dose]:
    """Return everything planned on a local date as it stands, raised or still to come, by planned time.

    What keeps home times, or was booked, belongs to the day on which its moment lies by the person's clock.
    """
    coming: dict[DoseKey, Dose] = {}
    listed = await regimens.of(tx, person)
    for regimen in listed:
        if regimen.status == regimens.ACTIVE and person.paused_since is None:
            for each in await _planned_on(tx, person, regimen, day):
                key = DoseKey(regimens.ident(regimen), each.local_date, each.slot)
                coming[key] = Dose(key, regimen.label, regimen.dose_text, each.at)
    by_moment = col(Occurrence.planned_at) >= people.day_begins(person, day)
    by_moment &= col(Occurrence.planned_at) < people.day_begins(person, day + timedelta(days=1))
    by_date = col(Regimen.zone).is_(None) & col(Appointment.id).is_(None)
    own_date = case((by_date, col(Occurrence.local_date) == day), else_=by_moment)
    kept = {regimens.ident(regimen) for regimen in listed}
    stored = await intakes.those(tx, person, own_date)
    found = {dose.key: dose for dose in stored if not dose.open or dose.key.regimen in kept}
    return sorted((coming | found).values(), key=lambda dose: (dose.planned_at, dose.key))


async def _planned_on(tx: Transaction, person: Person, regimen: Regimen, day: date) -> list[Planned]:
    course = await plans.current_course(tx, regimens.ident(regimen))
    zone = occurrences.zone_of(person, regimen)
    if regimen.zone is None:
        found = course.on_date(zone, day)
    else:
        begins, ends = people.day_begins(person, day), people.day_begins(person, day + timedelta(days=1))
        found = tuple(course.between(zone, begins, ends))
    booked = {(one.local_date, one.slot) for one in course.booked}  # those are rows
    return [one for one in found if one.at >= regimen.planned_from and (one.local_date, one.slot) not in booked]


async def as_needed(tx: Transaction, person: Person, day: date) -> list[AsNeeded]:
    """Return the person's as-needed regimens with the number of doses recorded on `day`."""
    found = []
    for regimen in await regimens.of(tx, person):
        if (await regimens.plan_of(tx, regimen)).as_needed:
            query = select(func.count()).where(
                col(Intake.regimen_id) == regimen.id, col(Intake.local_date) == day, col(Intake.kind) == TAKEN
            )
            taken = (await tx.execute(query)).scalar_one()
            found.append(AsNeeded(regimens.ident(regimen), regimen.label, regimen.dose_text, taken))
    return found
