"""Versions of a regimen: a change of what, how much or when, from today or from a later day (clinical.md S-EDIT)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import exists, func, or_, select, update
from sqlmodel import col

from journal import appointments, notices, occurrences, people, plans, regimens, timing
from journal.errors import JournalError
from journal.tables import Intake, Occurrence, Person, Regimen, RegimenVersion
from journal.timing import Anchor, Planned, Succession
from journal.timing.plan import Plan
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Edition:
    """A regimen as it is to be. The name and the form hold at once, the rest from the day `since` on."""

    label: str
    dose_text: str
    route: str
    plan: Plan
    since: date


async def save(tx: Transaction, person: Person, regimen: Regimen, edition: Edition, now: datetime) -> None:
    """Keep a changed regimen; what was recorded and planned before stays as it was.

    A change that waits already is given up for this one. Raises JournalError: too_long, plan_<fault>, since_past,
    plan_changed (it has ended).
    """
    regimens.check(person, edition.label, edition.dose_text, edition.plan)
    if regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    if edition.since < people.today(person, now):
        raise JournalError("since_past")
    waiting = await pending(tx, regimen)
    if waiting is not None:
        await notices.cancel(tx, notices.CHANGE, _subject(regimen, waiting))
        await tx.delete(waiting)
        await tx.flush()
    regimen.label, regimen.route = edition.label, edition.route
    was = await plans.current_plan(tx, regimens.ident(regimen))
    if was != edition.plan:
        await appointments.give_up(tx, person, regimen, now)
    if (was, regimen.dose_text) != (edition.plan, edition.dose_text):
        version = await _add(tx, person, regimen, edition, now)
        if version.in_force:
            await _today(tx, person, regimen, was, edition, now)
    await occurrences.plan_next(tx, person, regimen, now, not_before=now)


async def _add(tx: Transaction, person: Person, regimen: Regimen, edition: Edition, now: datetime) -> RegimenVersion:
    begins = _begins(person, regimen, edition.since)
    query = select(RegimenVersion).where(col(RegimenVersion.regimen_id) == regimen.id)
    last = (await tx.execute(query.order_by(col(RegimenVersion.number).desc()).limit(1))).scalar_one()
    version = RegimenVersion(
        regimen_id=regimens.ident(regimen),
        number=last.number + 1,
        plan=timing.plan_to_json(edition.plan),
        dose_text=edition.dose_text,
        valid_from=max(begins, now),
        in_force=begins <= now,
    )
    tx.add(version)
    await tx.flush()
    if not version.in_force:
        await _owe(tx, regimen, version)
    return version


async def count_from(tx: Transaction, regimen: Regimen, anchor: Anchor, now: datetime) -> None:
    """Have a new version of the same plan count from `anchor`; a change that waits will count from it too."""
    waiting = await pending(tx, regimen)
    if waiting is not None:
        await notices.cancel(tx, notices.CHANGE, _subject(regimen, waiting))
        waiting.number += 1
        waiting.plan = _counted(timing.plan_from_json(waiting.plan), anchor)
        await tx.flush()
        await _owe(tx, regimen, waiting)
    query = select(func.max(RegimenVersion.number)).where(col(RegimenVersion.regimen_id) == regimen.id)
    last = (await tx.execute(query.where(col(RegimenVersion.in_force)))).scalar_one()
    version = RegimenVersion(
        regimen_id=regimens.ident(regimen),
        number=last + 1,
        plan=_counted(await regimens.plan_of(tx, regimen), anchor),
        dose_text=regimen.dose_text,
        valid_from=now,
    )
    tx.add(version)
    await tx.flush()


def _counted(plan: Plan, anchor: Anchor) -> dict[str, Any]:
    return timing.plan_to_json(replace(plan, anchor=anchor))


def _begins(person: Person, regimen: Regimen, since: date) -> datetime:
    zone = occurrences.zone_of(person, regimen)
    return timing.to_utc(datetime.combine(since, time.min), zone)


async def _today(tx: Transaction, person: Person, regimen: Regimen, was: Plan, edition: Edition, now: datetime) -> None:
    """Have the new version hold from now on: what is still open today follows it."""
    zone = occurrences.zone_of(person, regimen)
    day = timing.logical_date(now, zone, person.day_start)
    if was != edition.plan and _is_same(was, edition.plan, zone, day):
        regimen.planned_from = max(regimen.planned_from, people.day_begins(person, day))
    elif was != edition.plan:
        regimen.planned_from = await _goes_on(tx, regimen, was, edition.plan, zone, day, now)
        for row in await _rows(tx, regimen, day, settled=False):
            await occurrences.forget(tx, row)
        await tx.flush()
    await _new_amount(tx, regimen, edition.dose_text, day)


def _is_same(was: Plan, plan: Plan, zone: ZoneInfo, day: date) -> bool:
    """Whether both plans have the same doses on a local day, so that what was asked of them still holds."""
    ours, theirs = ([(one.slot, one.at) for one in timing.on_date(each, zone, day)] for each in (was, plan))
    return ours == theirs


async def _goes_on(
    tx: Transaction, regimen: Regimen, was: Plan, plan: Plan, zone: ZoneInfo, day: date, now: datetime
) -> datetime:
    settled = {row.slot for row in await _rows(tx, regimen, day, settled=True)}
    before = [one for one in timing.on_date(was, zone, day) if one.at >= regimen.planned_from]
    return goes_on(timing.on_date(plan, zone, day), settled, len(before), now)


def goes_on(planned: Sequence[Planned], settled: Collection[int], owed: int, now: datetime) -> datetime:
    """Return from which moment on a new plan is followed today, of which `planned` are its doses.

    `settled` are the slots recorded today of the `owed` doses that the plan before had today. No more doses are
    asked for than the new plan has, and one that was still owed is not lost because its new time has passed.
    """
    if planned and len(settled) >= len(planned):
        return max(now, planned[-1].at + datetime.resolution)
    open_ = [one for one in planned if one.slot not in settled]
    if open_ and open_[-1].at < now and owed > len(settled):
        return open_[-1].at
    return now


async def _rows(tx: Transaction, regimen: Regimen, since: date, settled: bool) -> list[Occurrence]:
    recorded = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    query = select(Occurrence).where(
        col(Occurrence.regimen_id) == regimen.id,
        col(Occurrence.local_date) == since if settled else col(Occurrence.local_date) >= since,
        recorded if settled else ~recorded,
    )
    return list((await tx.execute(query)).scalars())


async def _new_amount(tx: Transaction, regimen: Regimen, dose_text: str, day: date) -> None:
    """Have the amount hold from now on; what was recorded, or planned for days before `day`, keeps the old one."""
    if regimen.dose_text == dose_text:
        return
    recorded = exists().where(col(Intake.occurrence_id) == col(Occurrence.id))
    past = or_(recorded, col(Occurrence.local_date) < day)
    for table, where in ((Occurrence, past), (Intake, col(Intake.id).is_not(None))):
        mine = (col(table.regimen_id) == regimen.id, col(table.dose_text).is_(None), where)
        await tx.execute(update(table).where(*mine).values(dose_text=regimen.dose_text))
    regimen.dose_text = dose_text
    await tx.flush()


async def pending(tx: Transaction, regimen: Regimen) -> RegimenVersion | None:
    """Return the version that will take hold on a later day."""
    query = select(RegimenVersion).where(col(RegimenVersion.regimen_id) == regimen.id, ~col(RegimenVersion.in_force))
    return (await tx.execute(query)).scalar_one_or_none()


async def preview(
    tx: Transaction, person: Person, regimen: Regimen, edition: Edition, now: datetime, count: int
) -> list[datetime]:
    """Return the next `count` moments that would be asked for if the edition were saved now."""
    ident, zone = regimens.ident(regimen), occurrences.zone_of(person, regimen)
    was, begins = await plans.current_plan(tx, ident), _begins(person, regimen, edition.since)
    since = max(now, regimen.planned_from)
    given = (await plans.followed(tx, ident, edition.plan)).given
    course = Succession(was, edition.plan, begins, given)
    if begins <= now and was != edition.plan:
        day = timing.logical_date(now, zone, person.day_start)
        is_same = _is_same(was, edition.plan, zone, day)
        since = now if is_same else await _goes_on(tx, regimen, was, edition.plan, zone, day, now)
        course = Succession(edition.plan, given=given)
    today = await _rows(tx, regimen, people.today(person, now), settled=True)
    done = {(row.local_date, row.slot) for row in today}
    found = (one.at for one in course.between(zone, since, timing.LATEST) if (one.local_date, one.slot) not in done)
    return list(islice(found, count))


async def take_hold(tx: Transaction, person: Person, notice_subject: str, now: datetime) -> None:
    """Have the version that waited for this moment hold; harmless when repeated or gone."""
    regimen = await tx.get(Regimen, int(notice_subject.split(":")[1]))
    waiting = await pending(tx, regimen) if regimen is not None else None
    if regimen is None or waiting is None or waiting.valid_from > now:
        return
    zone = occurrences.zone_of(person, regimen)
    await _new_amount(tx, regimen, waiting.dose_text, timing.logical_date(waiting.valid_from, zone, person.day_start))
    waiting.in_force = True
    await tx.flush()
    await occurrences.plan_next(tx, person, regimen, now)


async def plan_all(tx: Transaction, person: Person, now: datetime) -> None:
    """Owe each waiting change its moment; one that has passed takes hold now."""
    for regimen in await regimens.of(tx, person):
        waiting = await pending(tx, regimen)
        if waiting is not None:
            await take_hold(tx, person, _subject(regimen, waiting), now)
            await _owe(tx, regimen, waiting)


def _subject(regimen: Regimen, version: RegimenVersion) -> str:
    return f"version:{regimen.id}:{version.number}"


async def _owe(tx: Transaction, regimen: Regimen, version: RegimenVersion) -> None:
    if not version.in_force:
        await notices.plan(tx, regimen.person_id, notices.CHANGE, _subject(regimen, version), version.valid_from)
