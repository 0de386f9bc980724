"""When caregivers hear something: digests week by week, and a word when a patient has not written for days."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import and_, delete, or_, select
from sqlmodel import col

from journal import care_kinds, caregiving, checkins, notices, people, quiet, summaries, timing
from journal.caregiving import ACTIVE
from journal.notices import Claimed
from journal.tables import CareLink, Notice, Person
from journal.transaction import Transaction

AFTER = timedelta(hours=2)  # the patient's own summary comes so much earlier
DAY, WEEK = timedelta(days=1), timedelta(days=7)


async def follow(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan anew what the active links of a patient or a caregiver are owed. Idempotent."""
    mine = people.ident(person)
    either = or_(col(CareLink.patient_id) == mine, col(CareLink.caregiver_id) == mine)
    for link in await caregiving.links(tx, either, col(CareLink.state) == ACTIVE):
        await plan_digest(tx, link, now)
        await plan_silence(tx, link, now)


async def plan_digest(tx: Transaction, link: CareLink, now: datetime) -> None:
    """Plan the next digest that has not been made; what waits of a week that is not over is forgotten. Idempotent.

    It comes AFTER the patient's summary, and outside the caregiver's quiet hours.
    """
    patient, caregiver = await people.get(tx, link.patient_id), await people.get(tx, link.caregiver_id or 0)
    if patient is None or caregiver is None or patient.summary_weekday is None:
        return
    waiting = (col(Notice.kind) == care_kinds.DIGEST, col(Notice.state) == notices.WAITING)
    still = caregiving.subject(caregiving.ident(link), people.today(patient, now).isoformat())
    mine = col(Notice.subject).startswith(caregiving.subject(caregiving.ident(link), ""), autoescape=True)
    await tx.execute(delete(Notice).where(*waiting, mine, col(Notice.subject) >= still))
    for last, at in _weeks(patient, now):
        due, name = quiet.after_quiet(caregiver, at), caregiving.subject(caregiving.ident(link), last.isoformat())
        if due > now and not await notices.next_n(tx, care_kinds.DIGEST, name):
            await notices.plan(tx, people.ident(caregiver), care_kinds.DIGEST, name, due)
            return


def _weeks(patient: Person, now: datetime) -> Iterator[tuple[date, datetime]]:
    """The last day of each week around now, and when it can be told of."""
    today = people.local(patient, now).date()
    day = today + timedelta(days=((patient.summary_weekday or 0) - today.weekday()) % 7) - WEEK
    for _ in range(4):
        at = timing.to_utc(datetime.combine(day, summaries.AT), people.zone_of(patient)) + AFTER
        yield day - timedelta(days=1), at
        day += WEEK


async def hold_digest(tx: Transaction, caregiver: Person, notice: Claimed, now: datetime) -> None:
    """Plan the next one; this one waits for the patient's summary to have been there for AFTER, and for the morning."""
    link = await caregiving.active(tx, caregiving.link_of(notice.subject))
    patient = await people.get(tx, link.patient_id) if link else None
    if link is None or patient is None:
        return
    await plan_digest(tx, link, now)
    summary = await _summary(tx, patient, week_of(notice.subject))
    seen = now if summary is None else summary.settled_at or now
    until = quiet.after_quiet(caregiver, max(now, seen + AFTER) if summary else now)
    if until > now:
        await notices.postpone(tx, notice.id, until)


async def _summary(tx: Transaction, patient: Person, last: date) -> Notice | None:
    name = checkins.subject(patient, last)
    query = select(Notice).where(col(Notice.subject) == name, col(Notice.kind) == notices.SUMMARY)
    return (await tx.execute(query)).scalar_one_or_none()


async def was_seen(tx: Transaction, patient: Person, last: date) -> bool:
    """Tell whether the patient's own summary of that week has gone out: they see it first."""
    summary = await _summary(tx, patient, last)
    return summary is not None and summary.state in notices.SAID


def week_of(subject: str) -> date:
    """Return the last day of the week that a digest's notice is about."""
    return date.fromisoformat(subject.split(":")[2])


async def went(tx: Transaction, subject: str) -> bool:
    """Tell whether the digest of this notice has gone, perhaps."""
    query = select(col(Notice.id)).where(col(Notice.subject) == subject, col(Notice.kind) == care_kinds.DIGEST)
    return (await tx.execute(query.where(col(Notice.state).in_(notices.SAID)))).first() is not None


async def next_week(tx: Transaction, link: CareLink) -> date | None:
    """Return the last day of the week that the next digest is about; None when none is planned."""
    prefix = caregiving.subject(caregiving.ident(link), "")
    query = select(col(Notice.subject)).where(
        col(Notice.person_id) == link.caregiver_id,
        col(Notice.subject).startswith(prefix, autoescape=True),
        col(Notice.kind) == care_kinds.DIGEST,
        col(Notice.state) == notices.WAITING,
    )
    found = sorted((await tx.execute(query)).scalars())
    return week_of(found[0]) if found else None


async def plan_silence(tx: Transaction, link: CareLink, now: datetime) -> None:
    """Look again when the patient may have been silent for long enough. Idempotent."""
    name = caregiving.subject(caregiving.ident(link), care_kinds.SILENCE)
    await notices.cancel(tx, care_kinds.CARE_SILENT, name)
    patient = await people.get(tx, link.patient_id)
    if link.silent_days is not None and link.caregiver_id is not None and patient is not None:
        n = await notices.next_n(tx, care_kinds.CARE_SILENT, name)
        due = max(now, last_word(patient, link) + timedelta(days=link.silent_days))
        await notices.plan(tx, link.caregiver_id, care_kinds.CARE_SILENT, name, due, n)


def last_word(patient: Person, link: CareLink) -> datetime:
    """Return when the patient last wrote or tapped, at the earliest when the link began."""
    began = link.confirmed_at or link.created_at
    return max(patient.seen_at or began, began)


async def hold_silence(tx: Transaction, caregiver: Person, notice: Claimed, now: datetime) -> None:
    """It waits until the patient has been silent for long enough; once said, for the next silence to begin.

    While everything rests the days do not count.
    """
    link = await caregiving.active(tx, caregiving.link_of(notice.subject))
    patient = await people.get(tx, link.patient_id) if link else None
    if link is None or patient is None or link.silent_days is None:
        return
    days, word = timedelta(days=link.silent_days), last_word(patient, link)
    query = select(col(Notice.settled_at)).where(
        col(Notice.subject) == notice.subject,
        col(Notice.kind) == notice.kind,
        col(Notice.state).in_(notices.SAID),
        col(Notice.settled_at) > word,
    )
    told = (await tx.execute(query.limit(1))).first() is not None
    until = now + days if told or patient.paused_since else max(now, word + days)
    if until == now and not caregiving.allowed(link).through_quiet:
        until = quiet.after_quiet(caregiver, now)
    if until == now and await told_today(tx, link, [notice.id], now):
        until = tomorrow(patient, now)
    if until > now:
        await notices.postpone(tx, notice.id, until)
    else:
        await notices.plan(tx, notice.person_id, notice.kind, notice.subject, now + days, notice.n + 1)


def tomorrow(patient: Person, now: datetime) -> datetime:
    """Return when the patient's next day begins: what was held back for an alert is then the first to go."""
    return people.day_begins(patient, people.today(patient, now) + DAY)


async def told_today(tx: Transaction, link: CareLink, but: Collection[int], now: datetime) -> bool:
    """Tell whether the link has had its alert on the patient's day; the notices `but` do not count.

    A silence that is to be told now counts already: what is due beside it is not sent as well.
    """
    patient = await people.get(tx, link.patient_id)
    assert patient is not None
    prefix = caregiving.subject(caregiving.ident(link), "")
    begins = people.day_begins(patient, people.today(patient, now))
    said = and_(col(Notice.state).in_(notices.SAID), col(Notice.settled_at) >= begins)
    due = and_(
        col(Notice.kind) == care_kinds.CARE_SILENT, col(Notice.state) == notices.WAITING, col(Notice.due_at) <= now
    )
    query = select(col(Notice.id)).where(
        col(Notice.person_id) == link.caregiver_id,
        col(Notice.subject).startswith(prefix, autoescape=True),
        col(Notice.kind).in_(care_kinds.ALERTS),
        or_(said, due),
        col(Notice.id).not_in(but),
    )
    return (await tx.execute(query.limit(1))).first() is not None
