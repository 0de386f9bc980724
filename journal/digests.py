"""The digest: what a caregiver may read of a patient's week (clinical.md G-CARE, section 4.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from sqlalchemy import func, or_, select
from sqlmodel import col

from journal import caregiving, injections, pauses, people, regimens, scopes, summaries, symptoms, trends, visits
from journal.scopes import ALWAYS, WEEKLY, shared
from journal.summaries import TAKEN_WEEKS, SymptomWeek, Week
from journal.tables import CareLink, DayNote, Intake, Occurrence, Person, Regimen
from journal.transaction import Transaction

MOOD = "mood"  # never among the averages by default (G-CARE)


@dataclass(frozen=True, slots=True)
class Average:
    """One symptom by its weekly means, the oldest of TAKEN_WEEKS first; None for a week with too few ratings.

    `change`: a code of journal.trends.
    """

    NEEDS: ClassVar[str] = "averages"
    code: str = shared("averages")
    label: str = shared("averages")
    means: tuple[float | None, ...] = shared("averages")
    change: str = shared("averages")


@dataclass(frozen=True, slots=True)
class PrivateAverage(Average):
    """The same of mood, and of a symptom in the patient's own words: only for who may read notes as well."""

    NEEDS: ClassVar[str] = "notes"


@dataclass(frozen=True, slots=True)
class RegimenWeek:
    """The doses of one regimen: `taken` of `planned`, both 0 when nothing was due.

    `next_at` is the next planned moment; `waits` the patient's date of an injection that is due and not recorded;
    `taken_on` the days of the last TAKEN_WEEKS weeks with a dose that was taken.
    """

    NEEDS: ClassVar[str] = "doses"
    regimen: int = shared(ALWAYS)
    label: str = shared("doses")
    taken: int = shared("doses")
    planned: int = shared("doses")
    next_at: datetime | None = shared("doses")
    waits: date | None = shared("doses")
    taken_on: tuple[date, ...] = shared("doses", ())


@dataclass(frozen=True, slots=True)
class Note:
    """What the patient wrote about a day."""

    NEEDS: ClassVar[str] = "notes"
    day: date = shared("notes")
    text: str = shared("notes", "")


@dataclass(frozen=True, slots=True)
class Digest:
    """A patient's week from `first` to `last`, their dates; what is not permitted is None or empty.

    `zone`: the patient's, for saying a planned time as their clock shows it. `prompted`: a prompt was sent.
    """

    NEEDS: ClassVar[str] = WEEKLY
    patient: str = shared(ALWAYS)
    first: date = shared(ALWAYS)
    last: date = shared(ALWAYS)
    zone: str = shared("doses", "UTC")
    days_logged: int | None = shared("averages")
    averages: tuple[Average, ...] = shared("averages", ())
    doses: tuple[RegimenWeek, ...] | None = shared("doses")
    prompted: bool | None = shared("prompts")
    notes: tuple[Note, ...] = shared("notes", ())


async def load(tx: Transaction, link: CareLink, last: date, now: datetime) -> Digest | None:
    """Return the seven days that end on `last` (included), as far as the link allows; None when it does not."""
    patient = await people.get(tx, link.patient_id)
    if patient is None:
        return None
    week = await summaries.week(tx, patient, last, now)
    whole = Digest(
        patient=link.patient_name,
        first=week.first,
        last=week.last,
        zone=people.zone_of(patient).key,
        days_logged=week.days_logged,
        averages=tuple(map(_average, week.symptoms)),
        doses=await _doses(tx, patient, week, now),
        prompted=bool(await visits.prompted(tx, patient, week.first, week.last)),
        notes=await _notes(tx, patient, week),
    )
    return scopes.permitted(caregiving.allowed(link), whole)


def _average(week: SymptomWeek) -> Average:
    private = week.code == MOOD or week.code not in symptoms.BUILT_IN
    kind = PrivateAverage if private else Average
    means = tuple(trends.weekly_mean(each) for each in week.weeks[-TAKEN_WEEKS:])
    return kind(week.code, week.label, means, week.change.word)


async def _notes(tx: Transaction, patient: Person, week: Week) -> tuple[Note, ...]:
    mine = (col(DayNote.person_id) == people.ident(patient), col(DayNote.local_date).between(week.first, week.last))
    rows = (await tx.execute(select(DayNote).where(*mine).order_by(col(DayNote.local_date)))).scalars()
    return tuple(Note(row.local_date, row.text) for row in rows if row.text)


async def _doses(tx: Transaction, patient: Person, week: Week, now: datetime) -> tuple[RegimenWeek, ...]:
    start = week.last - timedelta(days=7 * TAKEN_WEEKS - 1)
    settled = await _settled(tx, patient, start, week.last, now)
    ahead = await _ahead(tx, patient, now)
    waits = {regimens.ident(one): row.local_date for one, row in await injections.all_open_due(tx, patient, now)}
    found = []
    for regimen in await regimens.of(tx, patient):
        ident = regimens.ident(regimen)
        kinds = [kind for day, kind in settled[ident] if day >= week.first]
        taken_on = tuple(sorted({day for day, kind in settled[ident] if kind == "taken"}))
        taken = kinds.count("taken")
        found.append(RegimenWeek(ident, regimen.label, taken, len(kinds), ahead.get(ident), waits.get(ident), taken_on))
    return tuple(found)


async def _settled(
    tx: Transaction, patient: Person, first: date, last: date, now: datetime
) -> defaultdict[int, Sequence[tuple[date, str | None]]]:
    """Days and kinds by regimen of what was due; what nobody recorded on a day of a pause is left out."""
    query = (
        select(col(Occurrence.regimen_id), col(Occurrence.local_date), col(Intake.kind))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(col(Regimen.person_id) == people.ident(patient), col(Occurrence.local_date).between(first, last))
        .where(or_(col(Occurrence.planned_at) <= now, col(Intake.id).is_not(None)))
    )
    rests = await pauses.rests(tx, patient, first, last)
    found: defaultdict[int, list[tuple[date, str | None]]] = defaultdict(list)
    for regimen, day, kind in await tx.execute(query):
        if kind or not pauses.rested(rests, regimen, day):
            found[regimen].append((day, kind))
    return found  # type: ignore[return-value]


async def _ahead(tx: Transaction, patient: Person, now: datetime) -> dict[int, datetime]:
    """The next planned moment by running regimen."""
    mine = (col(Regimen.person_id) == people.ident(patient), col(Regimen.status) == regimens.ACTIVE)
    query = (
        select(col(Occurrence.regimen_id), func.min(Occurrence.planned_at))
        .join(Regimen, col(Regimen.id) == col(Occurrence.regimen_id))
        .outerjoin(Intake, col(Intake.occurrence_id) == col(Occurrence.id))
        .where(*mine, col(Occurrence.planned_at) > now, col(Intake.id).is_(None))
        .group_by(col(Occurrence.regimen_id))
    )
    return {row[0]: row[1] for row in await tx.execute(query)}
