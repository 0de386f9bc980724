"""About the treatment: when it started, when check-ups are to come, and what the rules make of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import col

from journal import checkins, people, rules, timing
from journal.errors import JournalError
from journal.rules import Background
from journal.summaries import SymptomWeek, Week
from journal.tables import Person, Treatment
from journal.transaction import Transaction, store

START_DAYS = 21  # of treatment: the weeks that give the level at the start (clinical.md A-REVIEW)
OLDEST = date(1950, 1, 1)
NEAR = timedelta(days=28)


async def of(tx: Transaction, person: Person) -> Treatment | None:
    """Return what the person said; None when nothing."""
    query = select(Treatment).where(col(Treatment.person_id) == people.ident(person))
    return (await tx.execute(query)).scalar_one_or_none()


async def started(tx: Transaction, person: Person, day: date, now: datetime) -> None:
    """Keep when it started. Raises JournalError: start_ahead, start_too_old."""
    if day > people.today(person, now):
        raise JournalError("start_ahead")
    if day < OLDEST:
        raise JournalError("start_too_old", year=str(OLDEST.year))
    (await _row(tx, person)).started_on = day
    await tx.flush()


async def sooner(tx: Transaction, person: Person, wanted: bool) -> None:
    """Keep whether check-ups come sooner, because the person is pregnant or breastfeeding."""
    (await _row(tx, person)).sooner = wanted
    await tx.flush()


async def review_given(tx: Transaction, person: Person, day: date, now: datetime) -> None:
    """Keep the day that the clinic gave for the check (V-USER). Raises JournalError: review_past."""
    if day < people.today(person, now):
        raise JournalError("review_past")
    (await _row(tx, person)).review_on = day
    await tx.flush()


async def forget(tx: Transaction, person: Person) -> None:
    """Delete what the person said about the treatment."""
    await tx.execute(delete(Treatment).where(col(Treatment.person_id) == people.ident(person)))


async def _row(tx: Transaction, person: Person) -> Treatment:
    row = await of(tx, person)
    if row is None:
        row = Treatment(person_id=people.ident(person))
        await store(tx, row)
    return row


async def next_review(tx: Transaction, person: Person, now: datetime) -> date | None:
    """Return the local date of the next check, today's too, if it is at most NEAR away."""
    row, today = await of(tx, person), people.today(person, now)
    days = review_dates(row.started_on, row.sooner, row.review_on) if row else ()
    return next((day for day in days if today <= day <= today + NEAR), None)


async def background(tx: Transaction, person: Person, facts: Week) -> Background:
    """Return what the rules need to know of the treatment in the week of `facts`."""
    row = await of(tx, person)
    if row is None:
        return Background()
    since = (facts.last - row.started_on).days if row.started_on else None
    baselines = None
    if any(facts.first <= day <= facts.last for day in review_dates(row.started_on, row.sooner, row.review_on)):
        baselines = {each.code: await _start_level(tx, each, row.started_on) for each in facts.symptoms}
    return Background(since, row.sooner, baselines=baselines)


def review_dates(start: date | None, sooner: bool, given: date | None = None) -> tuple[date, ...]:
    """Return when to ask whether it helps: the day that the clinic gave wins over the usual ones (V-USER over
    V-FIRST), of which the sooner does not take the place of the later."""
    if given is not None or start is None:
        return (given,) if given else ()
    usual = timing.review_date(start, sooner=False)
    return (timing.review_date(start, sooner=True), usual) if sooner else (usual,)


async def _start_level(tx: Transaction, symptom: SymptomWeek, start: date | None) -> float | None:
    if start is None:
        return None
    days = [start + timedelta(days=n) for n in range(START_DAYS)]
    values = await checkins.ratings(tx, symptom.symptom, days[0], days[-1])
    rated = [values.get(day) for day in days]
    return rules.start_level([rated[week : week + 7] for week in range(0, START_DAYS, 7)])
