"""Claiming: takes what is due by a lease, plans what follows, and puts into one parcel what is one message."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from journal import (
    alerts,
    asks,
    care_follow,
    care_kinds,
    care_plans,
    checkins,
    courses,
    due,
    following,
    heartbeat,
    interference,
    leaving_kinds,
    notices,
    nudges,
    occurrences,
    overdue,
    pauses,
    people,
    phases,
    prompts,
    quiet,
    reactions,
    regimens,
    retention,
    stock,
    summaries,
    versions,
)
from journal.notices import Claimed
from journal.occurrences import DoseKey
from journal.tables import Person
from journal.transaction import Database, Transaction, Unavailable
from scheduler import aside, order, parcels
from scheduler.parcels import Parcel as Parcel  # claimed here

LEASE = timedelta(seconds=60)  # longer than the slowest send of a batch takes
BATCH = 100  # people a claim: while it is planned for, nobody who taps is answered
AFTER_BROKEN = timedelta(hours=1)  # what fails for an unknown reason steps aside this long and stops nobody else

log = logging.getLogger(__name__)


async def claim(db: Database, owner: str, now: datetime) -> list[Parcel]:
    """Lease what is due for up to BATCH people and plan what follows it; the most urgent parcels first."""
    while found := await _found(db, now):
        try:
            claimed = await _claim(db, owner, found, now)
        except Unavailable:
            raise
        except Exception:
            log.exception("claiming together failed")
            claimed = await _claim(db, owner, await aside.sound(db, found, now, now + AFTER_BROKEN), now)
        if claimed:
            return claimed
    return []


async def _found(db: Database, now: datetime) -> list[int]:
    async with db.read() as tx:
        return await due.people(tx, now, BATCH)


async def _claim(db: Database, owner: str, found: Sequence[int], now: datetime) -> list[Parcel]:
    async with db.write() as tx:
        to = await people.of_ids(tx, found)
        waiting = await _followed(tx, found, to, now)
        claimed = [notice for notice in waiting if notice.kind in FOLLOW]
        await notices.lease(tx, [notice.id for notice in claimed], owner, now + LEASE)
        unknown = [n.id for n in claimed if n.attempts and n.kind in notices.AT_MOST_ONCE]
        await notices.settle(tx, unknown, owner, notices.UNKNOWN, now)
        for notice in claimed:
            if notice.id in unknown:
                await care_follow.went(tx, [notice], now)
        return await parcels.together(tx, to, [n for n in claimed if n.id not in unknown], now + LEASE)


async def _followed(tx: Transaction, found: Sequence[int], to: Mapping[int, Person], now: datetime) -> list[Claimed]:
    """Plan what follows what is due for these people; return what is due then."""
    waiting = await notices.due_of(tx, found, now)
    spread = await order.spread(tx, waiting, now)
    waiting = [notice for notice in waiting if notice.id not in spread]
    done = await _follow_many(tx, waiting, to, now)
    rest = [notice for notice in waiting if notice.id not in done]
    for notice in rest:
        await _follow(tx, notice, now)
    return await notices.due_of(tx, found, now) if rest else waiting


async def _follow_many(
    tx: Transaction, due: Sequence[Claimed], to: Mapping[int, Person], now: datetime
) -> frozenset[int]:
    """The ids of the reminders that were planned for together; what goes wrong there is done one by one."""
    try:
        async with tx.begin_nested():
            done = await following.plan(tx, to, due, now)
            await alerts.plan(tx, [notice for notice in due if notice.id in done], now)
            return done
    except Unavailable:
        raise
    except Exception:
        log.exception("reminders broken", extra={"error_id": secrets.token_hex(4)})
        return frozenset()


async def _follow(tx: Transaction, notice: Claimed, now: datetime) -> None:
    """Plan what comes after a notice; harmless when repeated. One that cannot be planned for steps aside."""
    try:
        async with tx.begin_nested():
            person = await people.get(tx, notice.person_id)
            if person is not None:
                await FOLLOW[notice.kind](tx, person, notice, now)
    except Unavailable:
        raise
    except Exception:
        log.exception("notice broken", extra={"error_id": secrets.token_hex(4), "notice": notice.id})
        await notices.step_aside(tx, notice.id, now + AFTER_BROKEN)


async def _after_dose(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    regimen = await regimens.own(tx, person, DoseKey.of(notice.subject).regimen)
    await occurrences.plan_next(tx, person, regimen, now)
    await alerts.plan(tx, [notice], now)
    if notice.n == 0:  # who put it off has said when to be asked
        await nudges.plan(tx, person, DoseKey.of(notice.subject), now)


async def _after_nudge(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await nudges.hold(tx, person, notice, now)
    if not await heartbeat.downtime_at(tx, notice.due_at):  # what fell due in it is said without the rule's words
        await overdue.log(tx, person, DoseKey.of(notice.subject), now)


async def _after_checkin(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await asks.plan_next(tx, person, now)
    await asks.plan_second(tx, person, notice.subject, notice.due_at, now)


async def _pause_over(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await pauses.over(tx, person, notice.subject, now)


async def _change_holds(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await versions.take_hold(tx, person, notice.subject, now)


async def _after_phase(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    if notice.n == phases.CLOSED:
        await courses.close(tx, person, notice.subject, now)


async def _after_question(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await courses.ask_on(tx, person, notice.subject, now)


async def _after_ask(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """What a caregiver asks waits for the end of quiet hours."""
    until = quiet.after_quiet(person, now)
    if until > now:
        await notices.postpone(tx, notice.id, until)


async def _after_nothing(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    """Nothing follows."""


async def _after_summary(tx: Transaction, person: Person, notice: Claimed, now: datetime) -> None:
    await summaries.plan_next(tx, person, now)
    covers_to = checkins.day_of(notice.subject)
    facts = await summaries.week(tx, person, covers_to, now)
    await prompts.evaluate(tx, person, facts, people.today(person, now))
    await interference.plan(tx, person, covers_to, now)


FOLLOW: dict[str, Callable[[Transaction, Person, Claimed, datetime], Awaitable[None]]] = {
    notices.DOSE: _after_dose,
    notices.NUDGE: _after_nudge,
    notices.LEAD: _after_nothing,
    notices.CHECKIN: _after_checkin,
    notices.CHECKIN_AGAIN: _after_nothing,
    notices.SUMMARY: _after_summary,
    notices.INTERFERENCE: interference.hold,
    notices.RESUME: _pause_over,
    notices.CHANGE: _change_holds,
    notices.PHASE: _after_phase,
    notices.CLINIC: _after_question,
    notices.LINK: _after_nothing,
    notices.REACTION: reactions.hold,
    notices.CARE: _after_nothing,
    care_kinds.DIGEST: care_plans.hold_digest,
    care_kinds.CARE_DOSE: alerts.hold,
    care_kinds.CARE_SILENT: care_plans.hold_silence,
    care_kinds.CARE_AGAIN: _after_nothing,
    care_kinds.CARE_TOLD: _after_nothing,
    care_kinds.CARE_HELPED: _after_nothing,
    care_kinds.CARE_SHOWN: _after_nothing,
    care_kinds.CARE_ASKED: _after_ask,
    care_kinds.CARE_LOST: _after_nothing,
    notices.STOCK: stock.after_notice,
    notices.STOCK_OUT: stock.after_notice,
    leaving_kinds.GONE: retention.plan_removal,
    leaving_kinds.REMOVAL: retention.remove,
}
