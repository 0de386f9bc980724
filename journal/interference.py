"""The weekly question how much a symptom got in the way (clinical.md Q-INTERF), asked after the summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import fmean

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, notices, people, quiet
from journal.errors import JournalError
from journal.notices import Claimed
from journal.symptoms import INTERFERENCE
from journal.tables import Interference, Notice, Person, TrackedSymptom
from journal.transaction import Transaction, store

AFTER = timedelta(minutes=5)  # the summary
MOST = 3  # symptoms that are asked about


@dataclass(frozen=True, slots=True)
class Item:
    """One symptom's question. `asked` without a `value`, 0-4: skipped."""

    symptom: int
    code: str
    label: str
    asked: bool = False
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """Those of the seven days that ended on `week` (included), what was answered foremost."""

    week: date
    items: tuple[Item, ...]

    @property
    def open(self) -> Item | None:
        """The first one not asked yet."""
        return next((item for item in self.items if not item.asked), None)


async def plan(tx: Transaction, person: Person, covers_to: date, now: datetime) -> None:
    """Plan the question that follows the summary of the week that ended on `covers_to`, if anything was rated."""
    if person.interference and person.paused_since is None and (await questions(tx, person, covers_to)).open:
        name = checkins.subject(person, covers_to)
        await notices.plan(tx, people.ident(person), notices.INTERFERENCE, name, now + AFTER)


async def hold(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Have the question wait for the end of quiet hours, and for its summary."""
    until = quiet.after_quiet(person, now)
    summary = (col(Notice.subject) == notice.subject, col(Notice.kind) == notices.SUMMARY)
    query = select(col(Notice.id)).where(*summary, col(Notice.state) == notices.WAITING)
    if (await tx.execute(query)).first() is not None:
        until = max(until, now + AFTER)
    if until > now:
        await notices.postpone(tx, notice.id, until)


async def questions(tx: Transaction, person: Person, covers_to: date) -> Questions:
    """Return what is asked about that week: at most MOST symptoms rated 1 or more in it, highest mean first.

    A symptom that was answered stays, whatever is rated or switched off afterwards.
    """
    answered = await _answered(tx, person, covers_to)
    known = {item.symptom for item in answered}
    found: list[tuple[float, Item]] = []
    for symptom in await checkins.tracked(tx, person):
        assert symptom.id is not None
        values = await checkins.ratings(tx, symptom.id, covers_to - timedelta(days=6), covers_to)
        rated = [value for value in values.values() if value is not None]
        if any(rated) and symptom.id not in known:
            found.append((-fmean(rated), Item(symptom.id, symptom.code, symptom.label)))
    found.sort(key=lambda each: each[0])
    return Questions(covers_to, (*answered, *(item for _, item in found[: max(0, MOST - len(answered))])))


async def _answered(tx: Transaction, person: Person, week: date) -> list[Item]:
    query = (
        select(TrackedSymptom, col(Interference.value))
        .join(Interference, col(Interference.symptom_id) == col(TrackedSymptom.id))
        .where(col(TrackedSymptom.person_id) == people.ident(person), col(Interference.week) == week)
        .order_by(col(Interference.id))
    )
    return [Item(row.id or 0, row.code, row.label, True, value) for row, value in await tx.execute(query)]


async def answer(
    tx: Transaction, person: Person, symptom_id: int, covers_to: date, value: int | None, now: datetime
) -> None:
    """Record 0-4, or None for skipped, over what stood there.

    Raises JournalError: too_old, day_ahead, bad_button, gone (not asked).
    """
    checkins.check_age(person, covers_to, now, checkins.EDITABLE)
    if value is not None and not 0 <= value < len(INTERFERENCE):
        raise JournalError("bad_button")
    if not await was_asked(tx, person, covers_to):
        raise JournalError("gone")
    if symptom_id not in {item.symptom for item in (await questions(tx, person, covers_to)).items}:
        raise JournalError("gone")
    where = (col(Interference.symptom_id) == symptom_id, col(Interference.week) == covers_to)
    row = (await tx.execute(select(Interference).where(*where))).scalar_one_or_none()
    if row is None:
        row = Interference(symptom_id=symptom_id, week=covers_to, answered_at=now)
        await store(tx, row)
    row.value, row.answered_at = value, now
    await tx.flush()


async def was_asked(tx: Transaction, person: Person, covers_to: date) -> bool:
    """Return whether the question about that week was planned for the person, ever."""
    return await notices.next_n(tx, notices.INTERFERENCE, checkins.subject(person, covers_to)) > 0


async def answers(tx: Transaction, person: Person, symptom_id: int, covers_to: date, weeks: int) -> list[int | None]:
    """Return the answers, 0-4, about the `weeks` weeks that end on `covers_to`, oldest first; None without one.

    A week whose summary came on another weekday counts for the seven days in which it ended.
    """
    own = (col(TrackedSymptom.id) == symptom_id, col(TrackedSymptom.person_id) == people.ident(person))
    query = (
        select(col(Interference.week), col(Interference.value))
        .join(TrackedSymptom, col(TrackedSymptom.id) == col(Interference.symptom_id))
        .where(*own, col(Interference.week) <= covers_to, col(Interference.week) > covers_to - timedelta(weeks=weeks))
        .order_by(col(Interference.week))
    )
    found: list[int | None] = [None] * weeks
    for week, value in await tx.execute(query):
        found[weeks - 1 - (covers_to - week).days // 7] = value
    return found
