"""Check-ins: one rating per symptom and local day, asked once a day (clinical.md section 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, exists, select
from sqlmodel import col

from journal import notices, people, rights
from journal.errors import JournalError
from journal.tables import DayNote, Person, Rating, RatingEdit, TrackedSymptom
from journal.transaction import Transaction, store

BACKFILL = 2  # days back that can still be filled in
EDITABLE = 7  # days back that a rating can still be changed
LONGEST_NOTE = 1000  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """One symptom on one day. `asked` without a `value`: skipped. `yesterday`: the rating of the day before.

    `backfilled`: first rated after the day was over. `place`, `count`: as in Rating.
    """

    symptom: int
    code: str
    label: str
    asked: bool = False
    value: int | None = None
    yesterday: int | None = None
    backfilled: bool = False
    place: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A day's check-in as it stands."""

    day: date
    entries: tuple[Entry, ...]
    note: str = ""

    @property
    def open(self) -> Entry | None:
        """The first symptom not asked yet."""
        return next((entry for entry in self.entries if not entry.asked), None)


def subject(person: Person, day: date) -> str:
    """Return the subject of a notice about one person's day."""
    return f"{people.ident(person)}:{day.isoformat()}"


def day_of(notice_subject: str) -> date:
    """Read the day back from `subject`."""
    return date.fromisoformat(notice_subject.split(":")[1])


async def tracked(tx: Transaction, person: Person) -> list[TrackedSymptom]:
    """Return the symptoms that the person rates now, in their order."""
    query = select(TrackedSymptom).where(
        col(TrackedSymptom.person_id) == people.ident(person), col(TrackedSymptom.active)
    )
    return list((await tx.execute(query.order_by(col(TrackedSymptom.position)))).scalars())


async def shown(tx: Transaction, person: Person, first: date, last: date, as_of: date) -> list[TrackedSymptom]:
    """Return the symptoms rated from `first` to `last`, and those that were on when `as_of` ended, in their order."""
    rated = exists().where(
        col(Rating.symptom_id) == col(TrackedSymptom.id),
        col(Rating.local_date).between(first, last),
        col(Rating.value).is_not(None),
    )
    query = select(TrackedSymptom, rated).where(col(TrackedSymptom.person_id) == people.ident(person))
    rows = await tx.execute(query.order_by(col(TrackedSymptom.position)))
    return [symptom for symptom, is_rated in rows if is_rated or was_active(symptom, as_of)]


def was_active(symptom: TrackedSymptom, as_of: date) -> bool:
    """Return whether the symptom was switched on when `as_of` ended."""
    since = sum(day > as_of.isoformat() for day in symptom.switched)
    return symptom.active != bool(since % 2)


async def sheet(tx: Transaction, person: Person, day: date) -> Sheet:
    """Return the check-in of one day as it stands, with what was rated and is switched off by now."""
    entries = [await _entry(tx, symptom, day) for symptom in await shown(tx, person, day, day, date.max)]
    note = (await tx.execute(_note(person, day))).scalar_one_or_none()
    return Sheet(day, tuple(entries), note.text if note else "")


async def _entry(tx: Transaction, symptom: TrackedSymptom, day: date) -> Entry:
    assert symptom.id is not None
    before = day - timedelta(days=1)
    query = select(Rating).where(col(Rating.symptom_id) == symptom.id, col(Rating.local_date).in_((before, day)))
    rows = {row.local_date: row for row in (await tx.execute(query)).scalars()}
    return Entry(
        symptom=symptom.id,
        code=symptom.code,
        label=symptom.label,
        asked=day in rows,
        value=rows[day].value if day in rows else None,
        yesterday=rows[before].value if before in rows else None,
        backfilled=day in rows and rows[day].backfilled,
        place=rows[day].place if day in rows else None,
        count=rows[day].count if day in rows else None,
    )


async def ratings(tx: Transaction, symptom_id: int, first: date, last: date) -> dict[date, int | None]:
    """Return a symptom's ratings from `first` to `last`, both included; None where it was skipped."""
    query = select(col(Rating.local_date), col(Rating.value)).where(
        col(Rating.symptom_id) == symptom_id, col(Rating.local_date).between(first, last)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


def check_age(person: Person, day: date, now: datetime, most: int) -> int:
    """Return how many days ago `day` was, by the person's logical date. Raises JournalError: too_old, day_ahead."""
    age = (people.today(person, now) - day).days
    if age < 0:
        raise JournalError("day_ahead")
    if age > most:
        raise JournalError("too_old", days=most)
    return age


async def rate(tx: Transaction, person: Person, symptom_id: int, day: date, value: int | None, now: datetime) -> None:
    """Record 0-10, or None for skipped, over what stood there.

    What it said before is kept. Raises JournalError: gone, bad_rating, switched_off, too_old, day_ahead.
    """
    symptom = await own(tx, person, symptom_id)
    if value is not None and not 0 <= value <= 10:
        raise JournalError("bad_rating")
    row = await rating(tx, symptom_id, day)
    age = check_age(person, day, now, EDITABLE if row else BACKFILL)
    if row is None and not symptom.active:
        raise JournalError("switched_off")
    if row is None:
        row = Rating(symptom_id=symptom_id, local_date=day, backfilled=age > 0, rated_at=now)
        await store(tx, row)
    elif row.value != value:
        keep(tx, row)
        row.place, row.count = (row.place, row.count) if value else (None, None)
    row.value, row.rated_at = value, now
    await tx.flush()
    if not await _unfinished(tx, person, day):
        await notices.cancel(tx, notices.CHECKIN_AGAIN, subject(person, day))


async def own(tx: Transaction, person: Person, symptom_id: int) -> TrackedSymptom:
    """Return a symptom of the person. Raises JournalError: gone (no such, or somebody else's)."""
    symptom = await tx.get(TrackedSymptom, symptom_id)
    if symptom is None or not rights.may(person, rights.OWN, symptom):
        raise JournalError("gone")
    return symptom


async def rating(tx: Transaction, symptom_id: int, day: date) -> Rating | None:
    """Return the row of one symptom's rating on one day, skipped or not."""
    query = select(Rating).where(col(Rating.symptom_id) == symptom_id, col(Rating.local_date) == day)
    return (await tx.execute(query)).scalar_one_or_none()


def keep(tx: Transaction, row: Rating) -> None:
    """Put what a rating says into its history, before it is changed."""
    assert row.id is not None
    tx.add(RatingEdit(rating_id=row.id, value=row.value, place=row.place, count=row.count, rated_at=row.rated_at))


async def _unfinished(tx: Transaction, person: Person, day: date) -> bool:
    rated = exists().where(col(Rating.symptom_id) == col(TrackedSymptom.id), col(Rating.local_date) == day)
    query = select(col(TrackedSymptom.id)).where(
        col(TrackedSymptom.person_id) == people.ident(person), col(TrackedSymptom.active), ~rated
    )
    return (await tx.execute(query.limit(1))).first() is not None


async def same_as_yesterday(tx: Transaction, person: Person, symptom_id: int, day: date, now: datetime) -> None:
    """Record the rating of the day before. Raises JournalError: no_yesterday, and those of `rate`."""
    before = day - timedelta(days=1)
    value = (await ratings(tx, symptom_id, before, before)).get(before)
    if value is None:
        raise JournalError("no_yesterday")
    await rate(tx, person, symptom_id, day, value, now)


async def write_note(tx: Transaction, person: Person, day: date, text: str, now: datetime) -> None:
    """Keep the person's words about a day, in place of earlier ones.

    Raises JournalError: note_too_long, too_old, day_ahead.
    """
    check_age(person, day, now, EDITABLE)
    if len(text) > LONGEST_NOTE:
        raise JournalError("note_too_long", most=LONGEST_NOTE, length=len(text))
    row = (await tx.execute(_note(person, day))).scalar_one_or_none()
    if row is None:
        row = DayNote(person_id=people.ident(person), local_date=day, written_at=now)
        await store(tx, row)
    row.text, row.written_at = text, now
    await tx.flush()


def _note(person: Person, day: date) -> Select[Any]:
    return select(DayNote).where(col(DayNote.person_id) == people.ident(person), col(DayNote.local_date) == day)
