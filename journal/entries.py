"""Entries: what is recorded after the fact, ahead of time, or besides the plan, and whether it may be one too many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlmodel import col

from journal import injections, intakes, intervals, occurrences, people, reactions, regimens, timing
from journal.details import given_of
from journal.errors import JournalError
from journal.intakes import TAKEN, Dose
from journal.sites import Given
from journal.tables import Intake, Occurrence, Person, Regimen
from journal.transaction import Transaction, store

BACK = timedelta(days=7)  # so far back a time can be typed
INJECTED_BACK = timedelta(days=60)  # and that of an injection
TWICE = timedelta(minutes=15)  # of one as-needed regimen: a second tap, or two doses?


@dataclass(frozen=True, slots=True)
class Extra:
    """An intake that belongs to no planned moment. `day`: the local date that it counts for; `given` as in Dose."""

    intake: int
    regimen: int
    label: str
    dose_text: str
    at: datetime
    day: date
    given: Given | None = None


def back_of(regimen: Regimen) -> timedelta:
    """Return how far back the time of one of the regimen's doses can be typed."""
    return INJECTED_BACK if regimen.route == injections.ROUTE else BACK


def check_time(at: datetime, about: datetime, now: datetime, back: timedelta = BACK) -> None:
    """Check when something that belongs to the moment `about` was taken. Raises JournalError: ahead, too_far_back."""
    if at > now:
        raise JournalError("ahead")
    if at < min(about, now) - back:
        raise JournalError("too_far_back", days=back.days)


async def near(tx: Transaction, person: Person, regimen_id: int, at: datetime) -> datetime | None:
    """Return when a dose of the regimen was taken within a quarter of its interval of `at`, the nearest one.

    None when there is none (clinical.md section 2.5). Raises JournalError: gone.
    """
    regimen = await regimens.own(tx, person, regimen_id)
    interval = (await intervals.at(tx, person, regimen, at)).shortest
    reach = interval / 4 if interval else TWICE
    query = select(col(Intake.taken_at)).where(
        col(Intake.regimen_id) == regimen_id,
        col(Intake.kind) == TAKEN,
        col(Intake.taken_at) > at - reach,
        col(Intake.taken_at) < at + reach,
    )
    found = (await tx.execute(query)).scalars()
    return min(found, key=lambda moment: abs(moment - at), default=None)


async def nearest_open(tx: Transaction, person: Person, regimen: Regimen, at: datetime) -> Dose | None:
    """Return the planned dose of the regimen that something taken at `at` settles; None when none is near enough.

    It is the nearest one without a record, at most half the interval to its neighbour on that side away; of an
    injection the last one, however long ago, until it could be the next one in time (clinical.md section 2.5).
    """
    due = await injections.open_due(tx, person, regimen, at)
    if due is not None and not await _could_be_next(tx, person, regimen, due, at):
        return (await intakes.doses(tx, person, [occurrences.key_of(due)]))[0]
    before = _open(regimen).where(col(Occurrence.planned_at) <= at).order_by(col(Occurrence.planned_at).desc())
    after = _open(regimen).where(col(Occurrence.planned_at) > at).order_by(col(Occurrence.planned_at))
    rows = [row for query in (before, after) if (row := (await tx.execute(query.limit(1))).scalar_one_or_none())]
    for row in sorted(rows, key=lambda row: abs(row.planned_at - at)):
        interval = await intervals.at(tx, person, regimen, row.planned_at)
        side = interval.following if row.planned_at <= at else interval.before or interval.after
        if side is None or abs(row.planned_at - at) <= side / 2:
            return (await intakes.doses(tx, person, [occurrences.key_of(row)]))[0]
    return None


async def _could_be_next(tx: Transaction, person: Person, regimen: Regimen, due: Occurrence, at: datetime) -> bool:
    after = (await intervals.at(tx, person, regimen, due.planned_at)).after
    if after is None:
        return False
    window, _ = timing.dose_window(intervals.hours(after), 0.0)
    return at >= due.planned_at + after - timedelta(hours=window)


async def is_ahead(tx: Transaction, person: Person, regimen: Regimen, dose: Dose, at: datetime, now: datetime) -> bool:
    """Whether something taken at `at` would settle the dose ahead of its time (clinical.md section 2.5: early)."""
    interval = (await intervals.at(tx, person, regimen, dose.planned_at)).following or intervals.DAY
    _, nearness = timing.dose_window(intervals.hours(interval), (at - dose.planned_at) / intervals.HOUR)
    return dose.planned_at > now or nearness == timing.Nearness.EARLY


async def open_lately(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> list[Dose]:
    """Return the regimen's unrecorded doses of the last 7 days, the newest first; an older injection if it is due."""
    planned = col(Occurrence.planned_at)
    query = _open(regimen).where(planned <= now, planned > now - BACK).order_by(planned.desc())
    rows = list((await tx.execute(query)).scalars())
    if not rows and (due := await injections.open_due(tx, person, regimen, now)):
        rows = [due]
    return await intakes.doses(tx, person, [occurrences.key_of(row) for row in rows])


def _open(regimen: Regimen) -> Select[Occurrence]:
    recorded = select(col(Intake.occurrence_id)).where(col(Intake.occurrence_id) == col(Occurrence.id)).exists()
    return select(Occurrence).where(col(Occurrence.regimen_id) == regimen.id, ~recorded)


async def add_extra(tx: Transaction, person: Person, regimen_id: int, at: datetime, now: datetime) -> int:
    """Record a dose besides the plan; returns the intake's id. Raises JournalError: gone, ahead, too_far_back."""
    regimen = await regimens.own(tx, person, regimen_id)
    check_time(at, now, now, back_of(regimen))
    day = people.today(person, at)
    row = Intake(regimen_id=regimens.ident(regimen), kind=TAKEN, taken_at=at, local_date=day, recorded_at=now)
    await store(tx, row)
    await occurrences.plan_next(tx, person, regimen, now)
    await reactions.plan(tx, person, row, regimen, now)
    assert row.id is not None
    return row.id


async def extra(tx: Transaction, person: Person, intake_id: int) -> Extra:
    """Return an intake besides the plan as it stands. Raises JournalError: gone."""
    row, regimen = await _own_extra(tx, person, intake_id)
    return _extra(row, regimen)


async def retime_extra(tx: Transaction, person: Person, intake_id: int, at: datetime, now: datetime) -> None:
    """Change when it was taken. Raises JournalError: gone, ahead, too_far_back."""
    row, regimen = await _own_extra(tx, person, intake_id)
    check_time(at, row.taken_at, now, back_of(regimen))
    row.taken_at, row.local_date, row.recorded_at = at, people.today(person, at), now
    await tx.flush()
    await reactions.plan(tx, person, row, regimen, now)


async def remove_extra(tx: Transaction, person: Person, intake_id: int, now: datetime) -> None:
    """Take an intake besides the plan back. Raises JournalError: gone."""
    row, regimen = await _own_extra(tx, person, intake_id)
    await reactions.cancel(tx, row)
    await tx.delete(row)
    await tx.flush()
    await occurrences.plan_next(tx, person, regimen, now)


async def extras(tx: Transaction, person: Person, first: date, last: date) -> list[Extra]:
    """Return the intakes besides the plan of these local dates, both included, oldest first."""
    query = (
        select(Intake, Regimen)
        .join(Regimen, col(Regimen.id) == col(Intake.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Intake.occurrence_id).is_(None),
            col(Intake.local_date).between(first, last),
        )
        .order_by(col(Intake.taken_at), col(Intake.id))
    )
    return [_extra(row, regimen) for row, regimen in await tx.execute(query)]


async def _own_extra(tx: Transaction, person: Person, intake_id: int) -> tuple[Intake, Regimen]:
    row = await tx.get(Intake, intake_id)
    if row is None or row.occurrence_id is not None:
        raise JournalError("gone")
    return row, await regimens.own(tx, person, row.regimen_id)


def _extra(row: Intake, regimen: Regimen) -> Extra:
    assert row.id is not None
    amount = regimen.dose_text if row.dose_text is None else row.dose_text
    given = given_of(row, regimen)
    return Extra(row.id, row.regimen_id, regimen.label, amount, row.taken_at, row.local_date, given)
