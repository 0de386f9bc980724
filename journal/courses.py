"""Courses: what a phase that is over came to, the end of a whole plan, and the switch that a clinic has ordered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlmodel import col

from journal import occurrences, people, phases, regimens, shifting, timing, versions
from journal.errors import JournalError
from journal.intakes import TAKEN
from journal.phases import Course
from journal.tables import Intake, Occurrence, Person, Regimen
from journal.timing import Phase
from journal.transaction import Transaction
from journal.versions import Edition


@dataclass(frozen=True, slots=True)
class Done:
    """A phase that is over: its place from 0 of `of`, and how many of its raised doses were taken.

    `following` and `next_at` are the phase after it and its first moment; without them the whole plan is over.
    """

    place: int
    of: int
    taken: int
    raised: int
    following: Phase | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The next phase starts on `day`; the one before ends on `until`, or goes on to the day before."""

    day: date
    until: date | None = None


async def course_of(tx: Transaction, person: Person, regimen: Regimen) -> Course:
    """Return the regimen's plan in force with all that it hangs on."""
    return await phases.course_of(tx, person, regimen, occurrences.zone_of(person, regimen))


async def of_subject(tx: Transaction, person: Person, name: str) -> Course | None:
    """Return what a notice is about; None when it was deleted, or another version holds now."""
    _, regimen_id, number, _ = name.split(":")
    regimen = await tx.get(Regimen, int(regimen_id))
    course = await course_of(tx, person, regimen) if regimen is not None else None
    return course if course and course.version.number == int(number) else None


async def same(tx: Transaction, person: Person, regimen_id: int, number: int) -> Course:
    """Return the plan in force. Raises JournalError: gone; plan_changed (it has ended); question_old (another one)."""
    regimen = await regimens.own(tx, person, regimen_id)
    if regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    course = await course_of(tx, person, regimen)
    if course.version.number != number:
        raise JournalError("question_old")
    return course


async def done(tx: Transaction, course: Course, now: datetime) -> Done | None:
    """Return the phase that is over by now; None when the last one goes on, or a change of the plan waits."""
    found = timing.over(course.followed, course.zone, now)
    if found is None or await versions.pending(tx, course.regimen):
        return None
    last, coming = found
    first = timing.first_day(course.followed, course.zone, last.phase) or last.local_date
    first -= await shifting.moved_days(tx, course.person, course.regimen, first)
    query = (
        select(func.count(), func.count().filter(col(Intake.kind) == TAKEN))
        .select_from(Occurrence)
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(
            col(Occurrence.regimen_id) == course.regimen.id,
            col(Occurrence.local_date).between(first, last.local_date),
            col(Occurrence.planned_at) <= now,
        )
    )
    raised, taken = (await tx.execute(query)).one()
    result = Done(last.phase, len(course.plan.phases), taken, raised)
    return replace(result, following=course.plan.phases[coming.phase], next_at=coming.at) if coming else result


async def close(tx: Transaction, person: Person, name: str, now: datetime) -> None:
    """End the regimen whose whole plan is over; harmless when repeated, and when the plan was changed."""
    course = await of_subject(tx, person, name)
    if course is None or course.regimen.status != regimens.ACTIVE:
        return
    over = await done(tx, course, now)
    if over is not None and over.next_at is None:
        await regimens.end(tx, person, course.regimen, now)


async def ask_on(tx: Transaction, person: Person, name: str, now: datetime) -> None:
    """Plan the next question about an open-ended phase."""
    course = await of_subject(tx, person, name)
    if course is not None:
        await phases.follow(tx, person, course.regimen, course.zone, now)


def open_place(course: Course, now: datetime) -> int | None:
    """Return the place of the phase that only the clinic's word ends, if the regimen is in it."""
    return timing.open_phase(course.followed, course.zone, now)


def following(course: Course, place: int) -> Phase | None:
    """Return the phase that the clinic's word opens."""
    later = course.plan.phases[place + 1 :]
    return later[0] if later else None


def at_once(course: Course, place: int, now: datetime) -> Change | None:
    """Return the change that ends the phase with its last dose and counts from that, unless the next is past."""
    found = timing.counted_on(course.followed, course.zone, place, now)
    return Change(found[1], found[0]) if found and found[1] > people.today(course.person, now) else None


def edition(course: Course, place: int, change: Change, now: datetime) -> Edition:
    """Return the regimen as the change makes it. Raises JournalError: switch_early, switch_over."""
    begun = timing.first_day(course.followed, course.zone, 0)
    if begun is not None and change.day < begun:
        raise JournalError("switch_early")
    plan = timing.switched(course.followed, course.zone, place, change.day, change.until)
    if timing.first(plan, course.zone, now) is None:
        raise JournalError("switch_over")
    regimen = course.regimen
    return Edition(regimen.label, regimen.dose_text, regimen.route, plan, people.today(course.person, now))


async def switch(tx: Transaction, course: Course, place: int, change: Change, now: datetime) -> None:
    """Open the next phase; what was planned and recorded before stays. Raises those of edition and versions.save."""
    await versions.save(tx, course.person, course.regimen, edition(course, place, change, now), now)
