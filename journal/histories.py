"""Histories: what was planned, taken, skipped and rated on each day of a stretch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_
from sqlmodel import col

from journal import checkins, entries, intakes, regimens
from journal.entries import Extra
from journal.intakes import Dose
from journal.tables import Intake, Occurrence, Person, Regimen
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Rated:
    """One symptom's rating, 0-10."""

    code: str
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Day:
    """One local date. Doses by planned time, those to come and those of ended regimens without a record left out."""

    day: date
    doses: tuple[Dose, ...]
    extras: tuple[Extra, ...]
    ratings: tuple[Rated, ...]


async def days(tx: Transaction, person: Person, first: date, last: date, now: datetime) -> list[Day]:
    """Return every day from `first` to `last`, both included."""
    doses = await _doses(tx, person, first, last, now)
    extras = await entries.extras(tx, person, first, last)
    rated = await _ratings(tx, person, first, last)
    found = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        mine = tuple(dose for dose in doses if dose.key.day == day)
        found.append(Day(day, mine, tuple(each for each in extras if each.day == day), tuple(rated.get(day, ()))))
    return found


async def _doses(tx: Transaction, person: Person, first: date, last: date, now: datetime) -> list[Dose]:
    recorded = col(Intake.id).is_not(None)
    is_due = (col(Occurrence.planned_at) <= now) & (col(Regimen.status) != regimens.ENDED)
    shown = col(Occurrence.local_date).between(first, last) & or_(recorded, is_due)
    return sorted(await intakes.those(tx, person, shown), key=lambda dose: (dose.planned_at, dose.key))


async def _ratings(tx: Transaction, person: Person, first: date, last: date) -> dict[date, list[Rated]]:
    found: dict[date, list[Rated]] = {}
    for symptom in await checkins.tracked(tx, person):
        assert symptom.id is not None
        for day, value in (await checkins.ratings(tx, symptom.id, first, last)).items():
            if value is not None:
                found.setdefault(day, []).append(Rated(symptom.code, symptom.label, value))
    return found
