"""Limits that a person has set for what they take as needed. They are reminded of them, and nothing is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlmodel import col

from journal import people, regimens
from journal.intakes import TAKEN
from journal.tables import Intake, Person
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Reached:
    """What another dose would go beyond: `near`, the dose nearer than `gap_hours`; the `count` that the day has of
    its `most_a_day`. None in `near` or `count`: not that one."""

    gap_hours: int
    most_a_day: int
    near: datetime | None
    count: int | None


async def reached(tx: Transaction, person: Person, regimen_id: int, at: datetime) -> Reached | None:
    """Return the own limits that a dose taken `at` would go beyond; None when none. Raises JournalError: gone."""
    plan = await regimens.plan_of(tx, await regimens.own(tx, person, regimen_id))
    if plan.gap_hours is None and plan.most_a_day is None:
        return None
    near = await _near(tx, regimen_id, at, timedelta(hours=plan.gap_hours)) if plan.gap_hours else None
    count = await _count(tx, person, regimen_id, at) if plan.most_a_day else 0
    is_full = plan.most_a_day is not None and count >= plan.most_a_day
    if near is None and not is_full:
        return None
    return Reached(plan.gap_hours or 0, plan.most_a_day or 0, near, count if is_full else None)


async def running(tx: Transaction, person: Person, regimen_id: int, now: datetime) -> tuple[int, datetime] | None:
    """Return the own gap in hours and when it ends, counted from the last dose; None when none runs. Raises gone."""
    gap = (await regimens.plan_of(tx, await regimens.own(tx, person, regimen_id))).gap_hours
    if gap is None:
        return None
    mine = (col(Intake.regimen_id) == regimen_id, col(Intake.kind) == TAKEN, col(Intake.taken_at) <= now)
    last = (await tx.execute(select(func.max(Intake.taken_at)).where(*mine))).scalar()
    ends = last + timedelta(hours=gap) if last else now
    return (gap, ends) if ends > now else None


async def _near(tx: Transaction, regimen_id: int, at: datetime, gap: timedelta) -> datetime | None:
    moment = col(Intake.taken_at)
    mine = (col(Intake.regimen_id) == regimen_id, col(Intake.kind) == TAKEN)
    query = select(moment).where(*mine, moment > at - gap, moment < at + gap)
    return min((await tx.execute(query)).scalars(), key=lambda found: abs(found - at), default=None)


async def _count(tx: Transaction, person: Person, regimen_id: int, at: datetime) -> int:
    mine = (col(Intake.regimen_id) == regimen_id, col(Intake.kind) == TAKEN)
    query = select(func.count()).where(*mine, col(Intake.local_date) == people.today(person, at))
    return int((await tx.execute(query)).scalar_one())
