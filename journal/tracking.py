"""Which symptoms a person rates: those of the catalogue and their own, each switched on and off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlmodel import col

from journal import labels, people, rights
from journal.errors import JournalError
from journal.symptoms import BUILT_IN
from journal.tables import Person, Rating, TrackedSymptom
from journal.transaction import Transaction, store

MOST = 12  # symptoms that are on at once, and own ones in all
LONGEST = 40  # characters of an own name


@dataclass(frozen=True, slots=True)
class Choice:
    """A symptom that can be rated; `symptom` is 0 while a catalogue's was never on."""

    code: str
    label: str
    active: bool
    symptom: int


async def choices(tx: Transaction, person: Person) -> list[Choice]:
    """Return the catalogue in its order, and then the person's own, oldest first."""
    rows = {row.code: row for row in await _rows(tx, person)}
    codes = [*BUILT_IN, *(code for code in rows if code not in BUILT_IN)]
    return [_choice(code, rows.get(code)) for code in codes]


def _choice(code: str, row: TrackedSymptom | None) -> Choice:
    return Choice(code, row.label, row.active, row.id or 0) if row else Choice(code, "", False, 0)


async def _rows(tx: Transaction, person: Person) -> list[TrackedSymptom]:
    query = select(TrackedSymptom).where(col(TrackedSymptom.person_id) == people.ident(person))
    return list((await tx.execute(query.order_by(col(TrackedSymptom.position)))).scalars())


async def switch(tx: Transaction, person: Person, code: str, on: bool, now: datetime) -> bool:
    """Rate this symptom from now on, or no longer, with all that was rated kept; False when it was so already.

    Raises JournalError: gone, too_many_symptoms.
    """
    rows = await _rows(tx, person)
    row = next((each for each in rows if each.code == code), None)
    if row is None and code not in BUILT_IN:
        raise JournalError("gone")
    if on == (row is not None and row.active):
        return False
    if on:
        await check_room(tx, person)
    if row is None:
        row = TrackedSymptom(
            person_id=people.ident(person), code=code, position=BUILT_IN.index(code), active=False, switched=[]
        )
        await store(tx, row)
    day = people.today(person, now).isoformat()
    row.active = on
    # Twice on one day is as if it had not been switched at all.
    row.switched = row.switched[:-1] if row.switched[-1:] == [day] else [*row.switched, day]
    await tx.flush()
    return True


async def check_room(tx: Transaction, person: Person, own: bool = False) -> None:
    """Raise JournalError unless one more can be on: too_many_symptoms; and one more `own` one kept: too_many_own."""
    rows = await _rows(tx, person)
    if sum(row.active for row in rows) >= MOST:
        raise JournalError("too_many_symptoms", most=MOST)
    if own and sum(row.code not in BUILT_IN for row in rows) >= MOST:
        raise JournalError("too_many_own", most=MOST)


async def add_own(tx: Transaction, person: Person, text: str, names: Iterable[str], now: datetime) -> None:
    """Rate a symptom of the person's own, from now on. `names`: the catalogue's in their language.

    Raises JournalError: label_empty, label_long, label_taken, too_many_symptoms, too_many_own.
    """
    rows = await _rows(tx, person)
    label = labels.checked(text, LONGEST, [*names, *(row.label for row in rows)])
    await check_room(tx, person, own=True)
    day = people.today(person, now).isoformat()
    row = TrackedSymptom(person_id=people.ident(person), code="own", label=label, switched=[day])
    await store(tx, row)
    assert row.id is not None
    row.code, row.position = f"own{row.id}", len(BUILT_IN) + row.id
    await tx.flush()


async def own(tx: Transaction, person: Person, symptom_id: int) -> TrackedSymptom:
    """Return a symptom of the person's own making. Raises JournalError: gone."""
    row = await tx.get(TrackedSymptom, symptom_id)
    if row is None or not rights.may(person, rights.OWN, row) or row.code in BUILT_IN:
        raise JournalError("gone")
    return row


async def rename(tx: Transaction, person: Person, symptom_id: int, text: str, names: Iterable[str]) -> None:
    """Give an own symptom another name. Raises JournalError: gone, label_empty, label_long, label_taken."""
    row = await own(tx, person, symptom_id)
    others = [each.label for each in await _rows(tx, person) if each.id != symptom_id]
    row.label = labels.checked(text, LONGEST, [*names, *others])
    await tx.flush()


async def remove(tx: Transaction, person: Person, symptom_id: int) -> None:
    """Delete an own symptom with all its ratings. Raises JournalError: gone."""
    row = await own(tx, person, symptom_id)
    await tx.execute(delete(TrackedSymptom).where(col(TrackedSymptom.id) == row.id))
    tx.expunge(row)


async def rated_days(tx: Transaction, symptom_id: int) -> int:
    """Return on how many days a symptom was rated."""
    query = select(func.count()).where(col(Rating.symptom_id) == symptom_id, col(Rating.value).is_not(None))
    return int((await tx.execute(query)).scalar_one())
