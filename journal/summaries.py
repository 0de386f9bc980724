"""The weekly summary: what the seven local days before it held (clinical.md section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_, select
from sqlmodel import col

from journal import checkins, notices, overdue, pauses, people, punctuality, regimens, symptom_weeks, timing, upcoming
from journal.adherence import Timeliness
from journal.errors import JournalError
from journal.injections import ROUTE
from journal.overdue import Overdue
from journal.pauses import Rest
from journal.symptom_weeks import WEEKS as WEEKS
from journal.symptom_weeks import SymptomWeek as SymptomWeek  # a week's facts in one place
from journal.tables import Intake, Notice, Occurrence, Person, Regimen
from journal.transaction import Transaction
from journal.upcoming import Coming

AT = time(9)  # wall clock at which the summary comes
TAKEN_WEEKS = 4  # the summarised week and the three before it: what `taken_on` looks at
KEPT = timedelta(days=20 * 366)  # so far back a week can be asked for


@dataclass(frozen=True, slots=True)
class Week:
    """Everything that a summary says. `taken` of `planned` doses; both 0 when nothing was due.

    `taken_on`: the days of the last TAKEN_WEEKS weeks on which a dose was taken, oldest first; `injected_on` those of
    injections. `days_asked`: those on which not everything rested, or something was logged all the same. `timing`:
    M-TIME of the doses for which it means something. `old`: too long ago for what waits or lies ahead to be said.
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
    injections: tuple[Overdue, ...] = ()  # due before today and not recorded, whenever that was
    injected_on: tuple[date, ...] = ()
    timing: Timeliness | None = None
    next_injection: Coming | None = None
    old: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was logged."""
        return not (self.days_logged or self.taken or self.skipped)


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


def check(person: Person, last: date, now: datetime) -> None:
    """Check that a week that ends on `last` can be asked for. Raises JournalError: gone."""
    if not people.today(person, now) - KEPT <= last <= people.today(person, now):
        raise JournalError("gone")


async def week(tx: Transaction, person: Person, last: date, now: datetime) -> Week:
    """Return the facts of the seven days that end on `last` (included). EDITABLE days later they stand."""
    first, today = last - timedelta(days=6), people.today(person, now)
    frozen = min(today, last + timedelta(days=checkins.EDITABLE))
    # What was switched on or off after the ratings froze changes an old summary no more.
    shown = await checkins.shown(tx, person, first, last, frozen)
    symptoms = [await symptom_weeks.of(tx, person, symptom, last) for symptom in shown]
    days = list(zip(*(symptom.week for symptom in symptoms), strict=True))
    logged = [any(value is not None for value in day) for day in days]
    rests = await pauses.rests(tx, person, last - timedelta(days=7 * TAKEN_WEEKS - 1), last)
    asked = [each or not pauses.rested(rests, None, first + timedelta(days=n)) for n, each in enumerate(logged)]
    until = timing.to_utc(datetime.combine(frozen + timedelta(days=1), person.day_start), people.zone_of(person))
    recent = await _doses(tx, person, last - timedelta(days=7 * TAKEN_WEEKS - 1), last, until, rests)
    kinds = [kind for day, kind, _ in recent if day >= first]
    found = Week(
        first=first,
        last=last,
        days_logged=sum(logged),
        symptoms=tuple(symptoms),
        taken=kinds.count("taken"),
        skipped=kinds.count("skipped"),
        planned=len(kinds),
        paused=0,
        taken_on=_days(recent),
        days_asked=sum(asked),
        injected_on=_days(each for each in recent if each[2] == ROUTE),
        timing=await punctuality.between(tx, person, first, last, until, rests),
        old=today > frozen,
    )
    return found if found.old else await _with_now(tx, person, found, now)


async def _with_now(tx: Transaction, person: Person, found: Week, now: datetime) -> Week:
    """Add what rests, waits and lies ahead."""
    resting = [regimen for regimen in await regimens.of(tx, person) if regimen.status == regimens.PAUSED]
    today = people.today(person, now)
    next_label, next_at = await upcoming.next_dose(tx, person, now)
    return replace(
        found,
        paused=len(resting),
        next_label=next_label,
        next_at=next_at,
        injections=tuple([each for each in await overdue.waiting(tx, person, now) if each.day < today]),
        next_injection=await upcoming.next_injection(tx, person, now),
    )


def _days(doses: Iterable[tuple[date, str | None, str]]) -> tuple[date, ...]:
    return tuple(sorted({day for day, kind, _ in doses if kind == "taken"}))


async def _doses(
    tx: Transaction, person: Person, first: date, last: date, until: datetime, rests: Sequence[Rest]
) -> list[tuple[date, str | None, str]]:
    """Days, kinds as they stood at `until`, and routes; of days of a pause only what was recorded."""
    settled = and_(col(Intake.occurrence_id) == col(Occurrence.id), col(Intake.taken_at) < until)
    query = (
        select(col(Occurrence.regimen_id), col(Occurrence.local_date), col(Intake.kind), col(Regimen.route))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, settled)
        .where(col(Regimen.person_id) == people.ident(person), col(Occurrence.local_date).between(first, last))
    )
    rows = (await tx.execute(query)).all()
    return [(day, kind, route) for regimen, day, kind, route in rows if kind or not pauses.rested(rests, regimen, day)]
