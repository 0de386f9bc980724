"""People: meeting them, their consent, and the answers that everything else needs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlmodel import col

from journal import notices, symptoms, timing
from journal.tables import Person, TrackedSymptom
from journal.transaction import Transaction, store

QUESTIONS = ("agree", "zone", "checkin", "summary")  # in the order in which they are asked
SEEN = timedelta(minutes=10)  # how exactly it is known when somebody last wrote


async def find(tx: Transaction, chat_id: int) -> Person | None:
    """Return the person who writes from `chat_id`."""
    return (await tx.execute(select(Person).where(col(Person.chat_id) == chat_id))).scalar_one_or_none()


async def get(tx: Transaction, person_id: int) -> Person | None:
    """Return the person with this id."""
    return await tx.get(Person, person_id)


async def of_ids(tx: Transaction, ids: Iterable[int]) -> dict[int, Person]:
    """Return those of these people who are there, by id."""
    rows = (await tx.execute(select(Person).where(col(Person.id).in_(ids)))).scalars()
    return {ident(row): row for row in rows}


async def meet(tx: Transaction, chat_id: int, language: str, now: datetime) -> Person:
    """Return the person of `chat_id`, who has just written or tapped; made now if unknown."""
    person = await find(tx, chat_id)
    if person is None:
        person = Person(chat_id=chat_id, language=language, created_at=now)
        await store(tx, person)
    seen(person, now)
    return person


def seen(person: Person, now: datetime) -> None:
    """Note that the person has written or tapped."""
    if person.seen_at is None or now - person.seen_at > SEEN:
        person.seen_at = now


def open_question(person: Person) -> str | None:
    """Return the first of QUESTIONS that the person has not answered; None once all are.

    Somebody who only reads along is asked for the zone alone.
    """
    if only_cares(person):
        return None if person.zone else "zone"
    answers = (person.agreed_at, person.zone, person.checkin_at, person.summary_weekday)
    return next((q for q, answer in zip(QUESTIONS, answers, strict=True) if answer is None), None)


def only_cares(person: Person) -> bool:
    """Tell whether the person reads along with others and keeps no diary."""
    return person.agreed_at is None and person.cares_since is not None


async def agree(tx: Transaction, person: Person, now: datetime) -> None:
    """Record the consent, and start with the default symptoms."""
    if person.agreed_at is not None:
        return
    person.agreed_at = now
    for position, code in enumerate(symptoms.DEFAULTS):
        tx.add(TrackedSymptom(person_id=ident(person), code=code, position=position))


def answer_zone(person: Person, zone: str) -> None:
    """Set the person's IANA zone; the caller plans anew what hangs on it."""
    person.zone = ZoneInfo(zone).key


def answer_checkin(person: Person, at: time) -> None:
    """Set the wall-clock time of the daily check-in."""
    person.checkin_at = at.replace(second=0, microsecond=0)


def answer_summary(person: Person, weekday: int) -> None:
    """Set the weekday of the summary, Monday = 0."""
    person.summary_weekday = weekday % 7


def ident(person: Person) -> int:
    """Return the id of a stored person."""
    assert person.id is not None, "a person without a row"
    return person.id


def zone_of(person: Person) -> ZoneInfo:
    """Return the person's zone; UTC until they have said one."""
    return ZoneInfo(person.zone or "UTC")


def local(person: Person, moment: datetime) -> datetime:
    """Return `moment` on the person's wall clock."""
    return moment.astimezone(zone_of(person))


def today(person: Person, now: datetime) -> date:
    """Return the person's logical date: before their day's start it is still yesterday."""
    return timing.logical_date(now, zone_of(person), person.day_start)


def day_begins(person: Person, day: date) -> datetime:
    """Return the moment at which the person's logical `day` begins."""
    return timing.to_utc(datetime.combine(day, person.day_start), zone_of(person))


async def unreachable(tx: Transaction, person_id: int, now: datetime) -> None:
    """Note that nothing can be delivered to the person: nothing is owed until they write again."""
    await tx.execute(update(Person).where(col(Person.id) == person_id).values(unreachable_since=now))
    await notices.cancel_all(tx, person_id)
