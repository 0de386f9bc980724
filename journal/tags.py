"""Tags: what else there was on a day and may explain it (clinical.md section 1.3), of the catalogue or one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlmodel import col

from journal import checkins, labels, people, rights
from journal.errors import JournalError
from journal.symptoms import TAGS
from journal.tables import DayTag, Person, Tag
from journal.transaction import Transaction, store

MOST = 12  # own tags
LONGEST = 30  # characters of an own tag


@dataclass(frozen=True, slots=True)
class Choice:
    """A tag that a day can have; `label` is "" for the catalogue's, and `tag` 0 while one was never used."""

    code: str
    label: str
    tag: int
    on: bool


async def of_days(tx: Transaction, person: Person, first: date, last: date) -> dict[date, frozenset[str]]:
    """Return the codes of the tags of each day that has any, from `first` to `last`, both included."""
    query = (
        select(col(DayTag.local_date), col(Tag.code))
        .join(Tag, col(Tag.id) == col(DayTag.tag_id))
        .where(col(Tag.person_id) == people.ident(person), col(DayTag.local_date).between(first, last))
    )
    found: dict[date, set[str]] = {}
    for day, code in await tx.execute(query):
        found.setdefault(day, set()).add(code)
    return {day: frozenset(codes) for day, codes in found.items()}


async def own_labels(tx: Transaction, person: Person) -> dict[str, str]:
    """Return the person's names for their own tags, by code, those that were removed too."""
    return {row.code: row.label for row in await _rows(tx, person) if row.code not in TAGS}


async def choices(tx: Transaction, person: Person, day: date) -> list[Choice]:
    """Return the catalogue in its order, and then the person's own; of those removed only what is on that day."""
    rows = {row.code: row for row in await _rows(tx, person)}
    on = (await of_days(tx, person, day, day)).get(day, frozenset())
    built_in = [Choice(code, "", _ident(rows.get(code)), code in on) for code in TAGS]
    own = [row for code, row in rows.items() if code not in TAGS and (row.active or code in on)]
    return built_in + [Choice(row.code, row.label, _ident(row), row.code in on) for row in own]


async def switch(tx: Transaction, person: Person, day: date, code: str, on: bool, now: datetime) -> bool:
    """Put a tag on a day or take it away; False when it was so already.

    Raises JournalError: gone, too_old, day_ahead.
    """
    checkins.check_age(person, day, now, checkins.EDITABLE)
    row = next((each for each in await _rows(tx, person) if each.code == code), None)
    if row is None and code not in TAGS:
        raise JournalError("gone")
    if row is None:
        row = Tag(person_id=people.ident(person), code=code)
        await store(tx, row)
    this = (col(DayTag.tag_id) == row.id, col(DayTag.local_date) == day)
    was_on = (await tx.execute(select(col(DayTag.id)).where(*this))).first() is not None
    if on and not was_on:
        tx.add(DayTag(tag_id=_ident(row), local_date=day))
    elif was_on and not on:
        await tx.execute(delete(DayTag).where(*this))
    await tx.flush()
    return on != was_on


async def add_own(tx: Transaction, person: Person, day: date, text: str, names: Iterable[str], now: datetime) -> None:
    """Put a tag of the person's own on a day; one that was removed comes back. `names`: the catalogue's.

    Raises JournalError: label_empty, label_long, label_taken, too_many_tags, too_old, day_ahead.
    """
    rows = [row for row in await _rows(tx, person) if row.code not in TAGS]
    label = labels.checked(text, LONGEST, [*names, *(row.label for row in rows if row.active)])
    await check_room(tx, person)
    row = next((each for each in rows if each.label.casefold() == label.casefold()), None)
    if row is None:
        row = Tag(person_id=people.ident(person), code="own", label=label)
        await store(tx, row)
        row.code = f"own{row.id}"
    row.active = True
    await tx.flush()
    await switch(tx, person, day, row.code, True, now)


async def check_room(tx: Transaction, person: Person) -> None:
    """Raise JournalError too_many_tags unless one more own tag can be offered."""
    if sum(row.active and row.code not in TAGS for row in await _rows(tx, person)) >= MOST:
        raise JournalError("too_many_tags", most=MOST)


async def remove_own(tx: Transaction, person: Person, tag_id: int) -> None:
    """Offer a tag of the person's own no longer; days keep it. Raises JournalError: gone."""
    row = await tx.get(Tag, tag_id)
    if row is None or not rights.may(person, rights.OWN, row) or row.code in TAGS:
        raise JournalError("gone")
    row.active = False
    await tx.flush()


async def _rows(tx: Transaction, person: Person) -> list[Tag]:
    query = select(Tag).where(col(Tag.person_id) == people.ident(person)).order_by(col(Tag.id))
    return list((await tx.execute(query)).scalars())


def _ident(row: Tag | None) -> int:
    return row.id or 0 if row else 0
