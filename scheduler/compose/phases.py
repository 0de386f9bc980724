"""A phase that is over, and the question about one that goes on until the clinic changes it."""

from __future__ import annotations

from datetime import datetime

from journal import courses, notices, phases, regimens
from journal.phases import Course
from journal.tables import Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, ClinicAsk, PhaseOver


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> PhaseOver | None:
    """Return what is over; None when that was said, or the plan rests, was changed or deleted."""
    if not any(notice.n == phases.SAID for notice in parcel.notices):
        return None
    course = await _course(tx, parcel.person, parcel.notices[0].subject)
    if course is None or course.regimen.status == regimens.PAUSED:
        return None
    done = await courses.done(tx, course, now)
    regimen = course.regimen
    if done is None or (regimen.status == regimens.ENDED and done.next_at is not None):
        return None
    to, ident = Addressee.of(parcel.person), regimens.ident(regimen)
    return PhaseOver(to, ident, course.version.number, regimen.label, regimen.dose_text, done, now)


async def compose_question(tx: Transaction, parcel: Parcel, now: datetime) -> ClinicAsk | None:
    """Return the phase that is asked about; None when it is over, or the plan rests, was changed or deleted."""
    name = parcel.notices[0].subject
    course = await _course(tx, parcel.person, name)
    place = courses.open_place(course, now) if course and course.regimen.status == regimens.ACTIVE else None
    if course is None or place is None:
        return None
    regimen, before = course.regimen, await notices.message_of(tx, notices.CLINIC, name)
    to, ident = Addressee.of(parcel.person), regimens.ident(regimen)
    phase = course.plan.phases[place]
    return ClinicAsk(to, ident, course.version.number, regimen.label, regimen.dose_text, phase, before)


async def _course(tx: Transaction, person: Person, name: str) -> Course | None:
    return None if person.paused_since is not None else await courses.of_subject(tx, person, name)
