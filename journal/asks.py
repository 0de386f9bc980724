"""Asking for the check-in: once a day, once more when it stays unfinished, and no longer when nobody rates."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, lapses, notices, people, quiet, timing
from journal.checkins import Sheet
from journal.tables import Notice, Person
from journal.transaction import Transaction

SECOND_AFTER = timedelta(hours=2)
APART = timedelta(minutes=30)  # the second time keeps so far away from other messages


async def plan_next(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan the next check-in that has not been asked; what waits otherwise is forgotten. Idempotent.

    None is planned in a pause of everything, nor once A-LAPSE has ended the asking, until the person rates or
    opens one.
    """
    if person.checkin_at is None or people.open_question(person):
        return
    waiting = select(Notice).where(
        col(Notice.person_id) == people.ident(person),
        col(Notice.kind) == notices.CHECKIN,
        col(Notice.state) == notices.WAITING,
        col(Notice.due_at) > now,
    )
    for row in (await tx.execute(waiting)).scalars():
        await tx.delete(row)
    await tx.flush()
    if person.paused_since is not None or lapses.is_over(await lapses.unanswered(tx, person, now)):
        return
    day = people.local(person, now).date()
    for later in range(3):
        at = _at(person, day + timedelta(days=later))
        if at >= now and not await _asked(tx, person, day + timedelta(days=later)):
            name = checkins.subject(person, day + timedelta(days=later))
            await notices.plan(tx, people.ident(person), notices.CHECKIN, name, at)
            return


async def plan_second(tx: Transaction, person: Person, name: str, due_at: datetime, now: datetime) -> None:
    """Plan to bring up the check-in `name`, asked at `due_at`, once more, unless nobody rates any more.

    Outside quiet hours, and apart from what else is to come then.
    """
    if not lapses.is_gentle(await lapses.unanswered(tx, person, now)):
        at = quiet.after_quiet(person, due_at + SECOND_AFTER)
        while await notices.waits(tx, people.ident(person), at - APART, at + APART):
            at = quiet.after_quiet(person, at + APART)
        await notices.plan(tx, people.ident(person), notices.CHECKIN_AGAIN, name, at)


async def unasked(tx: Transaction, person: Person, began: datetime, ended: datetime, now: datetime) -> date | None:
    """Return the newest day with an unfinished check-in that was due in this stretch and can be filled in."""
    query = select(col(Notice.subject)).where(
        col(Notice.person_id) == people.ident(person),
        col(Notice.kind).in_((notices.CHECKIN, notices.CHECKIN_AGAIN)),
        col(Notice.due_at) >= began,
        col(Notice.due_at) < ended,
    )
    today = people.today(person, now)
    for day in sorted({checkins.day_of(name) for name in (await tx.execute(query)).scalars()}, reverse=True):
        if 0 <= (today - day).days <= checkins.BACKFILL and (await checkins.sheet(tx, person, day)).open:
            return day
    return None


async def opened(tx: Transaction, person: Person, now: datetime, day: date | None = None) -> bool:
    """Count a check-in that the person asked for as a sign of life; True when that starts the daily one again.

    `day`: the one whose sheet they see.
    """
    was_over = lapses.is_over(await lapses.unanswered(tx, person, now))
    person.checkins_since, person.checkin_day = now, day or person.checkin_day
    await tx.flush()
    if was_over:
        await plan_next(tx, person, now)
    return was_over and person.paused_since is None


async def last_asked(tx: Transaction, person: Person, now: datetime) -> Sheet | None:
    """Return the sheet that the person was asked or opened last, within a day; None when nothing on it is unasked."""
    query = (
        select(col(Notice.settled_at), col(Notice.subject))
        .where(
            col(Notice.person_id) == people.ident(person),
            col(Notice.kind).in_((notices.CHECKIN, notices.CHECKIN_AGAIN)),
            col(Notice.state) == notices.SENT,
            col(Notice.message_id).is_not(None),
        )
        .order_by(col(Notice.settled_at).desc())
        .limit(1)
    )
    shown = [(at, checkins.day_of(name)) for at, name in await tx.execute(query) if at is not None]
    if person.checkins_since is not None and person.checkin_day is not None:
        shown.insert(0, (person.checkins_since, person.checkin_day))
    at, day = max(shown, key=lambda each: each[0], default=(None, None))
    if at is None or day is None or now - at > timedelta(days=1):
        return None
    sheet = await checkins.sheet(tx, person, day)
    return sheet if sheet.open else None


def _at(person: Person, day: date) -> datetime:
    assert person.checkin_at is not None
    return timing.to_utc(datetime.combine(day, person.checkin_at), people.zone_of(person))


async def _asked(tx: Transaction, person: Person, day: date) -> bool:
    query = select(col(Notice.id)).where(
        col(Notice.subject) == checkins.subject(person, day), col(Notice.kind) == notices.CHECKIN
    )
    return (await tx.execute(query)).first() is not None
