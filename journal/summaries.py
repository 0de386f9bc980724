"""The weekly summary: what the seven local days before it held (clinical.md section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, notices, overdue, pauses, people, regimens, timing, trends
from journal.overdue import Overdue
from journal.pauses import Rest
from journal.tables import Intake, Notice, Occurrence, Person, Regimen, TrackedSymptom
from journal.transaction import Transaction

AT = time(9)  # wall clock at which the summary comes
WEEKS = 7  # the summarised week and the six before it: what the rules look at
TAKEN_WEEKS = 4  # the summarised week and the three before it: what `taken_on` looks at


@dataclass(frozen=True, slots=True)
class SymptomWeek:
    """One symptom over the weeks up to the summarised one, oldest week first; a day without rating is None."""

    symptom: int
    code: str
    label: str
    weeks: tuple[tuple[int | None, ...], ...]

    @property
    def week(self) -> tuple[int | None, ...]:
        """The summarised week, oldest day first."""
        return self.weeks[-1]

    @property
    def change(self) -> trends.Change:
        """This week against the week before."""
        return trends.week_over_week(self.weeks[-2], self.weeks[-1])


@dataclass(frozen=True, slots=True)
class Week:
    """Everything that a summary says. `taken` of `planned` doses; both 0 when nothing was due.

    `taken_on`: the days of the last TAKEN_WEEKS weeks on which a dose was taken, oldest first. `days_asked`: those
    on which not everything rested, or something was logged all the same.
    """

    first: date
    last: date
    days_logged: int
    symptoms: tuple[SymptomWeek, ...]
    taken: int
    skipped: int
    planned: int
    paused: int
    taken_on: tuple[date, ...]
    days_asked: int = 7
    next_label: str | None = None
    next_at: datetime | None = None
    injections: tuple[Overdue, ...] = ()  # due and not recorded, whenever that was


async def plan_next(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan the next summary that has not been made; what waits otherwise is forgotten. Idempotent."""
    if person.summary_weekday is None or people.open_question(person):
        return
    waiting = select(Notice).where(
        col(Notice.person_id) == people.ident(person),
        col(Notice.kind) == notices.SUMMARY,
        col(Notice.state) == notices.WAITING,
        col(Notice.due_at) > now,
    )
    for row in (await tx.execute(waiting)).scalars():
        await tx.delete(row)
    await tx.flush()
    day = people.local(person, now).date()
    day += timedelta(days=(person.summary_weekday - day.weekday()) % 7)
    for later in (day, day + timedelta(days=7), day + timedelta(days=14)):
        at = timing.to_utc(datetime.combine(later, AT), people.zone_of(person))
        covers_to = later - timedelta(days=1)
        name = checkins.subject(person, covers_to)
        # Over the date line a summary's day can come twice: the second time it has been sent already.
        if at > now and not await notices.next_n(tx, notices.SUMMARY, name):
            await notices.plan(tx, people.ident(person), notices.SUMMARY, name, at)
            return


async def week(tx: Transaction, person: Person, last: date, now: datetime) -> Week:
    """Return the facts of the seven days that end on `last` (included)."""
    first = last - timedelta(days=6)
    # What was switched on or off after the ratings froze changes an old summary no more.
    frozen = min(people.today(person, now), last + timedelta(days=checkins.EDITABLE))
    shown = await checkins.shown(tx, person, first, last, frozen)
    symptoms = [await _symptom(tx, symptom, last) for symptom in shown]
    days = list(zip(*(symptom.week for symptom in symptoms), strict=True))
    logged = [any(value is not None for value in day) for day in days]
    rests = await pauses.rests(tx, person, last - timedelta(days=7 * TAKEN_WEEKS - 1), last)
    asked = [each or not pauses.rested(rests, None, first + timedelta(days=n)) for n, each in enumerate(logged)]
    recent = await _doses(tx, person, last - timedelta(days=7 * TAKEN_WEEKS - 1), last, rests)
    kinds = [kind for day, kind in recent if day >= first]
    resting = [regimen for regimen in await regimens.of(tx, person) if regimen.status == regimens.PAUSED]
    next_label, next_at = await next_dose(tx, person, now)
    return Week(
        first=first,
        last=last,
        days_logged=sum(logged),
        symptoms=tuple(symptoms),
        taken=kinds.count("taken"),
        skipped=kinds.count("skipped"),
        planned=len(kinds),
        paused=len(resting),
        taken_on=tuple(sorted({day for day, kind in recent if kind == "taken"})),
        days_asked=sum(asked),
        next_label=next_label,
        next_at=next_at,
        injections=await overdue.waiting(tx, person, now),
    )


async def _symptom(tx: Transaction, symptom: TrackedSymptom, last: date) -> SymptomWeek:
    assert symptom.id is not None
    first = last - timedelta(days=7 * WEEKS - 1)
    values = await checkins.ratings(tx, symptom.id, first, last)
    days = [values.get(first + timedelta(days=n)) for n in range(7 * WEEKS)]
    weeks = tuple(tuple(days[start : start + 7]) for start in range(0, 7 * WEEKS, 7))
    return SymptomWeek(symptom.id, symptom.code, symptom.label, weeks)


async def _doses(
    tx: Transaction, person: Person, first: date, last: date, rests: Sequence[Rest]
) -> list[tuple[date, str | None]]:
    """Days and kinds; what nobody recorded on a day of a pause was not missed and is left out."""
    query = (
        select(col(Occurrence.regimen_id), col(Occurrence.local_date), col(Intake.kind))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(col(Regimen.person_id) == people.ident(person), col(Occurrence.local_date).between(first, last))
    )
    rows = (await tx.execute(query)).all()
    return [(day, kind) for regimen, day, kind in rows if kind or not pauses.rested(rests, regimen, day)]


async def next_dose(tx: Transaction, person: Person, now: datetime) -> tuple[str | None, datetime | None]:
    """Return the name and moment of the person's next planned dose; (None, None) when none is."""
    query = (
        select(col(Regimen.label), col(Occurrence.planned_at))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Regimen.status) == regimens.ACTIVE,
            col(Occurrence.planned_at) > now,
            col(Intake.id).is_(None),
        )
        .order_by(col(Occurrence.planned_at))
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return (None, None) if row is None else (row[0], row[1])
