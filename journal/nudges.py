"""Nudges: a dose that is not recorded is brought up at most twice more (clinical.md section 2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import func, or_, select
from sqlmodel import col

from journal import intervals, notices, occurrences, people, quiet, regimens, timing
from journal.notices import Claimed
from journal.occurrences import DoseKey
from journal.tables import Notice, Person
from journal.transaction import Transaction

DAY_HOURS, LONG_HOURS = 24.0, 14 * 24.0  # the rows of the table; from the second on there is no nudge
SOON, LATER = timedelta(hours=1), timedelta(hours=4)  # the first nudge: within a day's interval, and beyond it
MORNING = time(8)  # wall clock, for someone without quiet hours
APART = timedelta(minutes=30)  # a nudge nearer to the reminder than this is left out


def moments(person: Person, planned_at: datetime, interval: timedelta) -> list[datetime]:
    """Return when a dose is brought up again, never at or after the next one; quiet hours are not looked at."""
    hours = intervals.hours(interval)
    if hours <= DAY_HOURS:
        window, _ = timing.dose_window(hours, 0.0)
        found = [planned_at + SOON, planned_at + timedelta(hours=window)]
    elif hours < LONG_HOURS:
        found = [planned_at + LATER, _morning_after(person, planned_at)]
    else:
        found = []
    return [each for each in found if each < planned_at + interval]


def _morning_after(person: Person, planned_at: datetime) -> datetime:
    day = people.local(person, planned_at).date() + intervals.DAY
    at = MORNING if person.quiet_from == person.quiet_until else person.quiet_until
    return timing.to_utc(datetime.combine(day, at), people.zone_of(person))


async def plan(tx: Transaction, person: Person, key: DoseKey, now: datetime) -> None:
    """Plan the nudges of a dose that is being reminded of, or was and is open again. Idempotent."""
    row = await occurrences.find(tx, key)
    if row is None or row.planned_at > now:
        return
    regimen = await regimens.own(tx, person, key.regimen)
    interval = (await intervals.at(tx, person, regimen, row.planned_at)).following or intervals.DAY
    for n, moment in enumerate(moments(person, row.planned_at, interval)):
        if moment >= now + APART:
            await notices.plan(tx, people.ident(person), notices.NUDGE, key.subject, moment, n)


async def hold(tx: Transaction, person: Person, nudge: Claimed, now: datetime) -> None:
    """Have a nudge that is due in quiet hours wait for their end, unless its dose is planned for them itself."""
    row = await occurrences.find(tx, DoseKey.of(nudge.subject))
    until = quiet.after_quiet(person, now)
    if row is None or until == now:
        return
    # After a move it is the time of day that counts, not what it was a world away.
    planned_at = await occurrences.planned_now(tx, person, DoseKey.of(nudge.subject)) or row.planned_at
    planned_for_them = quiet.after_quiet(person, planned_at) > planned_at
    if not planned_for_them or now >= row.planned_at + LATER:
        await notices.postpone(tx, nudge.id, until)


async def said_by(tx: Transaction, person: Person, message: int) -> Notice | None:
    """Return one of the reminders or nudges that the message says."""
    mine = (col(Notice.person_id) == people.ident(person), col(Notice.message_id) == message)
    query = select(Notice).where(*mine, col(Notice.kind).in_(notices.ABOUT_DOSE)).limit(1)
    return (await tx.execute(query)).scalar_one_or_none()


async def to_say(tx: Transaction, nudges: Sequence[Claimed], now: datetime) -> list[DoseKey]:
    """Return the doses that these nudges bring up, in stable order.

    Left out is one that was put off, whose reminder is not out yet, or that a later nudge brings up as well.
    """
    said = {nudge.subject: nudge.n for nudge in sorted(nudges, key=lambda nudge: nudge.n)}
    query = select(col(Notice.subject), col(Notice.kind), col(Notice.n)).where(
        col(Notice.subject).in_(said),
        col(Notice.state) == notices.WAITING,
        or_(col(Notice.kind) == notices.DOSE, col(Notice.due_at) <= now),
    )
    for subject, kind, n in (await tx.execute(query)).all():
        if kind == notices.DOSE or (kind == notices.NUDGE and n > said.get(subject, n)):
            said.pop(subject, None)
    return sorted(DoseKey.of(subject) for subject in said)


async def earlier_messages(tx: Transaction, person: Person, keys: Iterable[DoseKey]) -> dict[int, set[DoseKey] | None]:
    """Return the newest message of each of these doses, with the doses that it shows; None: it shows more."""
    mine = col(Notice.person_id) == people.ident(person)
    about = (col(Notice.subject).in_([key.subject for key in keys]), col(Notice.kind).in_(notices.ABOUT_DOSE))
    newest = select(func.max(Notice.message_id)).where(mine, *about).group_by(col(Notice.subject))
    query = select(col(Notice.message_id), col(Notice.subject), col(Notice.kind))
    shown: dict[int, set[DoseKey] | None] = {}
    for message, subject, kind in await tx.execute(query.where(mine, col(Notice.message_id).in_(newest))):
        assert message is not None
        if kind not in notices.ABOUT_DOSE:
            shown[message] = None
        elif (known := shown.setdefault(message, set())) is not None:
            known.add(DoseKey.of(subject))
    return shown
