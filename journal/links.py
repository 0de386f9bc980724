"""Links: a regimen that rests until so many hours after the first intake of another one (clinical.md S-LINK).

Until then it is planned from `timing.LATEST`, so that nothing of it is raised, shown as coming or said to be over.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, func, or_, select
from sqlmodel import col

from journal import notices, timing
from journal.tables import Intake, Notice, Occurrence, Regimen, RegimenVersion
from journal.timing import Plan
from journal.transaction import Transaction

ASKED = "asked_start"  # beside a plan in its JSON: the first day before the link moved it
HOURS = range(1, 721)  # between the first intake of the other one and the start


def waits(regimen: Regimen) -> bool:
    """Whether it rests until another one is recorded."""
    return regimen.planned_from >= timing.LATEST


async def starts_at(tx: Transaction, regimen: Regimen) -> datetime | None:
    """Return when the other one's first intake lets it start; None while there is none, or no link."""
    if regimen.link_id is None or regimen.link_hours is None:
        return None
    first = await first_intake(tx, regimen.link_id)
    return after(first, regimen.link_hours) if first else None


def after(first: datetime, hours: int) -> datetime:
    """Return the moment so many hours after a first intake."""
    return first + timedelta(hours=hours)


async def first_intake(tx: Transaction, regimen_id: int) -> datetime | None:
    """Return when the first dose of a regimen was taken; None when none is recorded."""
    taken = (col(Intake.regimen_id) == regimen_id, col(Intake.kind) == "taken")
    return (await tx.execute(select(func.min(Intake.taken_at)).where(*taken))).scalar()


async def is_first(tx: Transaction, regimen: Regimen) -> bool:
    """Whether what this one hangs on was taken once so far."""
    taken = (col(Intake.regimen_id) == regimen.link_id, col(Intake.kind) == "taken")
    return (await tx.execute(select(func.count()).where(*taken))).scalar_one() == 1


async def waiting_for(tx: Transaction, regimen_id: int) -> list[Regimen]:
    """Return the running regimens whose start hangs on this one."""
    query = select(Regimen).where(col(Regimen.link_id) == regimen_id, col(Regimen.status) != "ended")
    return list((await tx.execute(query.order_by(col(Regimen.id)))).scalars())


async def hold(tx: Transaction, regimen: Regimen, zone: ZoneInfo, now: datetime) -> None:
    """Have a linked regimen rest, or start, as the other one's record says. Idempotent; a start can be taken back.

    Once it has started and something of it is recorded, it goes on by itself.
    """
    if regimen.link_hours is None:
        return
    starts = await starts_at(tx, regimen)
    if starts is None:
        await _rest(tx, regimen, now)
    elif starts <= now and await is_recorded(tx, regimen):
        regimen.link_id = regimen.link_hours = None
    elif starts > now or regimen.planned_from > now:
        await _begin(tx, regimen, zone, max(starts, now))
    await tx.flush()


async def release(tx: Transaction, regimen: Regimen, zone: ZoneInfo, now: datetime) -> None:
    """Have it start now without the other one."""
    regimen.link_id = regimen.link_hours = None
    if regimen.planned_from > now:
        await _begin(tx, regimen, zone, now)
    await tx.flush()


async def is_lost(tx: Transaction, regimen: Regimen) -> bool:
    """Whether what it waits for was deleted or has ended without an intake."""
    other = await tx.get(Regimen, regimen.link_id) if regimen.link_id else None
    return waits(regimen) and (other is None or other.status == "ended")


def subject(regimen: Regimen) -> str:
    """Return the subject of the notice that its start is lost."""
    return f"link:{regimen.id}"


async def is_recorded(tx: Transaction, regimen: Regimen, since: datetime = timing.EARLIEST) -> bool:
    """Whether anything of the regimen is recorded from a moment on."""
    mine = (col(Intake.regimen_id) == regimen.id, col(Intake.recorded_at) >= since)
    return (await tx.execute(select(col(Intake.id)).where(*mine).limit(1))).first() is not None


async def _rest(tx: Transaction, regimen: Regimen, now: datetime) -> None:
    if not waits(regimen):
        await _forget(tx, regimen)
        regimen.planned_from = timing.LATEST
    if await is_lost(tx, regimen):
        await notices.plan(tx, regimen.person_id, notices.LINK, subject(regimen), now)


async def _forget(tx: Transaction, regimen: Regimen) -> None:
    """Forget what was raised too early, with what waits to be said about it."""
    settled = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    about = [col(Notice.subject).startswith(f"{each}{regimen.id}:") for each in ("", "phase:", "clinic:")]
    mine = (col(Notice.person_id) == regimen.person_id, col(Notice.state) == notices.WAITING)
    await tx.execute(delete(Notice).where(*mine, or_(*about)))
    await tx.execute(delete(Occurrence).where(col(Occurrence.regimen_id) == regimen.id, ~settled))


async def _begin(tx: Transaction, regimen: Regimen, zone: ZoneInfo, at: datetime) -> None:
    """Have the plan begin at the first planned moment from `at` on: its first day moves there."""
    mine = (col(RegimenVersion.regimen_id) == regimen.id, col(RegimenVersion.in_force))
    query = select(RegimenVersion).where(*mine).order_by(col(RegimenVersion.number).desc()).limit(1)
    version = (await tx.execute(query)).scalar_one()
    plan = timing.plan_from_json(version.plan)
    asked = version.plan.get(ASKED) or plan.phases[0].start.isoformat()  # type: ignore[union-attr]
    start = max(date.fromisoformat(asked), timing.begun(plan, zone, at))
    if start != plan.phases[0].start:
        version.plan = timing.plan_to_json(timing.starting(plan, start)) | {ASKED: asked}
    regimen.planned_from = at


def is_movable(plan: Plan) -> bool:
    """Whether its start can move: it has one, and no other date of its own."""
    dated = any(phase.start for phase in plan.phases[1:]) or any(phase.end and phase.end.until for phase in plan.phases)
    return not plan.as_needed and not dated
