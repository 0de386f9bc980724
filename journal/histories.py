"""Histories: what was planned, taken, skipped and rated on each day of a stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlmodel import col

from journal import entries, intakes, people, regimens
from journal.entries import Extra
from journal.intakes import Dose
from journal.tables import Intake, Occurrence, Person, Rating, RatingEdit, Regimen, TrackedSymptom
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Rated:
    """One symptom's rating, 0-10. `place`, `count`: as in Rating; `was`: what it had said before it was changed."""

    code: str
    label: str
    value: int
    place: str | None = None
    count: int | None = None
    was: int | None = None


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
    """In the symptoms' order, also of those that are switched off by now."""
    query = (
        select(Rating, TrackedSymptom)
        .join(TrackedSymptom, col(TrackedSymptom.id) == col(Rating.symptom_id))
        .where(
            col(TrackedSymptom.person_id) == people.ident(person),
            col(Rating.local_date).between(first, last),
            col(Rating.value).is_not(None),
        )
        .order_by(col(TrackedSymptom.position))
    )
    rows = [(rating, symptom) for rating, symptom in await tx.execute(query)]
    earlier = await _earlier(tx, [rating for rating, _ in rows])
    found: dict[date, list[Rated]] = {}
    for row, symptom in rows:
        rated = Rated(symptom.code, symptom.label, row.value or 0, row.place, row.count, earlier.get(row.id))
        found.setdefault(row.local_date, []).append(rated)
    return found


async def _earlier(tx: Transaction, ratings: Sequence[Rating]) -> dict[int | None, int]:
    """By rating: the newest value before the present one that was another."""
    now = {rating.id: rating.value for rating in ratings}
    query = select(RatingEdit).where(col(RatingEdit.rating_id).in_(list(now))).order_by(col(RatingEdit.id))
    edits = (await tx.execute(query)).scalars()
    return {edit.rating_id: edit.value for edit in edits if edit.value not in (None, now[edit.rating_id])}
