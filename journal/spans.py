"""Spans: several weeks of ratings and doses at once, for looking back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, people
from journal.injections import ROUTE
from journal.intakes import TAKEN
from journal.summaries import SymptomWeek
from journal.tables import Intake, Person, Regimen
from journal.transaction import Transaction

WINDOWS = (12, 4)  # weeks that people look back over


@dataclass(frozen=True, slots=True)
class Span:
    """Whole weeks that end on `last` (included).

    `taken_on`: the days on which a dose was taken, oldest first; `injected_on` those of injections.
    """

    last: date
    symptoms: tuple[SymptomWeek, ...]
    taken_on: tuple[date, ...]
    injected_on: tuple[date, ...] = ()


async def span(tx: Transaction, person: Person, last: date, weeks: int, ever: bool = False) -> Span:
    """Return the `weeks` weeks of seven days that end on `last`; `ever`: with what is switched off, if it was rated."""
    first = last - timedelta(days=7 * weeks - 1)
    symptoms = []
    tracked = await (checkins.shown(tx, person, first, last, last) if ever else checkins.tracked(tx, person))
    for each in tracked:
        assert each.id is not None
        values = await checkins.ratings(tx, each.id, first, last)
        starts = [first + timedelta(days=7 * week) for week in range(weeks)]
        rated = tuple(tuple(values.get(start + timedelta(days=n)) for n in range(7)) for start in starts)
        symptoms.append(SymptomWeek(each.id, each.code, each.label, rated))
    taken = await _taken(tx, person, first, last)
    injected = {day for day, route in taken if route == ROUTE}
    return Span(last, tuple(symptoms), tuple(sorted({day for day, _ in taken})), tuple(sorted(injected)))


async def _taken(tx: Transaction, person: Person, first: date, last: date) -> list[tuple[date, str]]:
    """The local date and route of each dose."""
    query = (
        select(col(Intake.local_date), col(Regimen.route))
        .join(Regimen, col(Regimen.id) == col(Intake.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Intake.kind) == TAKEN,
            col(Intake.local_date).between(first, last),
        )
    )
    return [(day, route) for day, route in await tx.execute(query)]
