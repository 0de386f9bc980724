"""Claiming: takes what is due by a lease, plans what follows, and puts into one parcel what is one message."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal import (
    alerts,
    asks,
    care_follow,
    care_keys,
    care_kinds,
    care_plans,
    checkins,
    courses,
    following,
    heartbeat,
    interference,
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
    stock,
    summaries,
    versions,
)
from journal.notices import Claimed
from journal.occurrences import DoseKey
from journal.tables import Downtime, Person
from journal.transaction import Database, Transaction, Unavailable

LEASE = timedelta(seconds=60)  # longer than the slowest send of a batch takes
BATCH = 200  # people a claim
AFTER_BROKEN = timedelta(hours=1)  # what fails for an unknown reason steps aside this long and stops nobody else

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Notices of one person that make one message; `downtime` when they fell due in it."""

    person: Person
    notices: tuple[Claimed, ...]
    downtime: Downtime | None = None

    @property
    def kind(self) -> str:
        """The composer that this parcel is for."""
        return "missed" if self.downtime else self.notices[0].kind

    @property
    def ids(self) -> list[int]:
        """The ids of the notices."""
        return [notice.id for notice in self.notices]


async def claim(db: Database, owner: str, now: datetime) -> list[Parcel]:
    """Lease what is due for up to BATCH people and plan what follows it; the parcels oldest first."""
    async with db.write() as tx:
        found = await notices.due_people(tx, now, BATCH)
        if not found:
            return []
        to = await people.of_ids(tx, found)
        due = await _followed(tx, found, to, now)
        claimed = [notice for notice in due if notice.kind in FOLLOW]
        await notices.lease(tx, [notice.id for notice in claimed], owner, now + LEASE)
        unknown = [n.id for n in claimed if n.attempts and n.kind in notices.AT_MOST_ONCE]
        await notices.settle(tx, unknown, owner, notices.UNKNOWN, now)
        for notice in claimed:
            if notice.id in unknown:
                await care_follow.went(tx, [notice], now)
        return await _parcels(tx, to, [notice for notice in claimed if notice.id not in unknown])


async def _followed(tx: Transaction, found: Sequence[int], to: Mapping[int, Person], now: datetime) -> list[Claimed]:
    """Plan what follows what is due for these people; return what is due then."""
    due = await notices.due_of(tx, found, now)
    done = await _follow_many(tx, due, to, now)
    rest = [notice for notice in due if notice.id not in done]
    for notice in rest:
        await _follow(tx, notice, now)
    return await notices.due_of(tx, found, now) if rest else due


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
}


async def _parcels(tx: Transaction, to: Mapping[int, Person], claimed: Sequence[Claimed]) -> list[Parcel]:
    groups: dict[tuple[object, ...], list[Claimed]] = {}
    gaps = await heartbeat.downtimes(tx)
    of_group: dict[tuple[object, ...], Downtime] = {}
    for notice in claimed:
        gap = heartbeat.gap_at(gaps, notice.due_at)
        name: tuple[object, ...] = (notice.person_id, notice.kind, notice.subject)
        if gap is not None and notice.kind not in notices.STAND_ALONE:
            name = (notice.person_id, gap.id)
            of_group[name] = gap
        elif notice.kind in notices.ABOUT_DOSE:
            name = (notice.person_id, notice.kind, notice.due_at)
        elif notice.kind == notices.LEAD:
            name = (notice.person_id, notice.kind)
        elif notice.kind == care_kinds.CARE_DOSE:
            name = (notice.person_id, notice.kind, care_keys.link_of(notice.subject))
        groups.setdefault(name, []).append(notice)
    return [
        Parcel(to[group[0].person_id], tuple(group), of_group.get(name))
        for name, group in groups.items()
        if group[0].person_id in to
    ]
