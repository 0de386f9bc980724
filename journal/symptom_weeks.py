"""One symptom over the weeks that a summary, its rules and its picture look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import interference, trends
from journal.symptoms import BOTH
from journal.tables import Person, Rating, TrackedSymptom
from journal.transaction import Transaction

WEEKS = 7  # the summarised week and the six before it: what the rules look at


@dataclass(frozen=True, slots=True)
class SymptomWeek:
    """One symptom over the weeks up to the summarised one, oldest week first; a day without rating is None.

    Of the summarised week: `place` where it was, one of journal.symptoms.PLACES; `count` how many in all, or more;
    each None when nobody said. `interference`: the answer about the week before it, 0-4.
    """

    symptom: int
    code: str
    label: str
    weeks: tuple[tuple[int | None, ...], ...]
    place: str | None = None
    count: int | None = None
    interference: int | None = None

    @property
    def week(self) -> tuple[int | None, ...]:
        """The summarised week, oldest day first."""
        return self.weeks[-1]

    @property
    def change(self) -> trends.Change:
        """This week against the week before."""
        return trends.week_over_week(self.weeks[-2], self.weeks[-1])


async def of(tx: Transaction, person: Person, symptom: TrackedSymptom, last: date) -> SymptomWeek:
    """Return the WEEKS weeks of one symptom that end on `last` (included)."""
    assert symptom.id is not None
    first, start = last - timedelta(days=7 * WEEKS - 1), last - timedelta(days=6)
    query = select(Rating).where(col(Rating.symptom_id) == symptom.id, col(Rating.local_date).between(first, last))
    rows = {row.local_date: row for row in (await tx.execute(query)).scalars()}
    days = [rows[day].value if day in rows else None for day in (first + timedelta(days=n) for n in range(7 * WEEKS))]
    weeks = tuple(tuple(days[at : at + 7]) for at in range(0, 7 * WEEKS, 7))
    answers = await interference.answers(tx, person, symptom.id, start - timedelta(days=1), 1)
    this = [row for day, row in rows.items() if day >= start]
    places = {row.place for row in this if row.place is not None}
    counts = [row.count for row in this if row.count is not None]
    place = places.pop() if len(places) == 1 else BOTH if places else None
    count = sum(counts) if counts else None
    return SymptomWeek(symptom.id, symptom.code, symptom.label, weeks, place, count, answers[0])
