"""What follows reminders that are due, planned for many people by a few statements.

It is for regimens that are simply under way: one endless phase counted from the plan, no injection, no supply,
nothing ahead, nothing to catch up with. There it leaves the very rows that `occurrences.plan_next` and
`nudges.plan` would; of all else it says that it did nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select
from sqlmodel import col

from journal import notices, nudges, people, timing
from journal.notices import Claimed
from journal.occurrences import DoseKey
from journal.tables import Occurrence, Person, Regimen, RegimenVersion, Stock
from journal.timing import Anchor, Plan
from journal.transaction import Transaction, table_of

NEARBY = timedelta(days=3)  # how far around a planned moment its local date and a neighbour's key can lie


@dataclass(frozen=True, slots=True)
class _Next:
    """The occurrence that comes after one whose reminder is due, and when that one is brought up again."""

    notice: Claimed
    key: DoseKey
    at: datetime
    again: tuple[tuple[int, datetime], ...]


@dataclass(frozen=True, slots=True)
class _Running:
    """A regimen that is simply under way: its plan, and the zone of its times."""

    plan: Plan
    zone: ZoneInfo
    planned_from: datetime


async def plan(tx: Transaction, to: Mapping[int, Person], due: Sequence[Claimed], now: datetime) -> frozenset[int]:
    """Plan what follows these notices as far as they are simple; return the ids of those that are done."""
    first = {n.id: DoseKey.of(n.subject) for n in due if n.kind == notices.DOSE and n.n == 0 and _hears(to, n)}
    regimens = await _simple(tx, to, {key.regimen for key in first.values()})
    rows = await _rows(tx, regimens, now)
    found: list[_Next] = []
    for notice in due:
        key = first.get(notice.id)
        if key is not None and key.regimen in regimens:
            found += _following(notice, key, to[notice.person_id], regimens[key.regimen], rows[key.regimen], now)
    await _write(tx, found)
    return frozenset(each.notice.id for each in found)


async def _simple(tx: Transaction, to: Mapping[int, Person], ids: Iterable[int]) -> dict[int, _Running]:
    """The regimens that are simply under way. Without their words, which would have to be decrypted."""
    own = (col(Regimen.id), col(Regimen.person_id), col(Regimen.zone), col(Regimen.planned_from))
    query = (
        select(*own, col(RegimenVersion.plan))
        .join(RegimenVersion, col(RegimenVersion.regimen_id) == col(Regimen.id))
        .where(
            col(Regimen.id).in_(ids),
            col(Regimen.id).not_in(select(col(Stock.regimen_id))),
            col(Regimen.route) != "injection",
            col(Regimen.link_id).is_(None),
            col(Regimen.status) == "active",
        )
    )
    found: dict[int, list[_Running]] = defaultdict(list)
    for ident, owner, zone, planned_from, stored in await tx.execute(query):
        assert ident is not None
        at = ZoneInfo(zone) if zone else people.zone_of(to[owner])
        found[ident].append(_Running(timing.plan_from_json(stored), at, planned_from))
    single = {ident: versions[0] for ident, versions in found.items() if len(versions) == 1}
    return {ident: running for ident, running in single.items() if _is_endless(running.plan)}


def _hears(to: Mapping[int, Person], notice: Claimed) -> bool:
    person = to.get(notice.person_id)
    return person is not None and person.paused_since is None


def _is_endless(plan: Plan) -> bool:
    return plan.anchor is Anchor.PLANNED and len(plan.phases) == 1 and not (plan.phases[0].end or plan.phases[0].ends)


async def _rows(tx: Transaction, regimens: Iterable[int], now: datetime) -> dict[int, dict[DoseKey, datetime]]:
    """The planned moments of the regimens that are rows, from shortly before now on."""
    query = select(
        col(Occurrence.regimen_id), col(Occurrence.local_date), col(Occurrence.slot), col(Occurrence.planned_at)
    ).where(col(Occurrence.regimen_id).in_(regimens), col(Occurrence.planned_at) > now - NEARBY)
    found: dict[int, dict[DoseKey, datetime]] = defaultdict(dict)
    for regimen, day, slot, at in await tx.execute(query):
        found[regimen][DoseKey(regimen, day, slot)] = at
    return found


def _following(
    notice: Claimed,
    key: DoseKey,
    person: Person,
    running: _Running,
    rows: Mapping[DoseKey, datetime],
    now: datetime,
) -> list[_Next]:
    """What comes next, when this occurrence is the newest and its plan says nothing unusual; else nothing."""
    here = rows.get(key)
    if here is None or here > now or max(rows.values()) != here or here < running.planned_from:
        return []
    planned = list(islice(timing.between(running.plan, running.zone, here, timing.LATEST), 2))
    if len(planned) < 2 or planned[0].at != here or planned[1].at <= now:
        return []
    then = DoseKey(key.regimen, planned[1].local_date, planned[1].slot)
    if then in rows or sum(at == here for at in rows.values()) > 1:
        return []
    moments = enumerate(nudges.moments(person, here, planned[1].at - here))
    again = tuple((n, moment) for n, moment in moments if moment >= now + nudges.APART)
    return [_Next(notice, then, planned[1].at, again)]


async def _write(tx: Transaction, found: Sequence[_Next]) -> None:
    if not found:
        return
    rows = [
        {"regimen_id": each.key.regimen, "local_date": each.key.day, "slot": each.key.slot, "planned_at": each.at}
        for each in found
    ]
    await tx.execute(insert(table_of(Occurrence)), rows)
    await notices.plan_many(tx, [owed for each in found for owed in _owed(each)])


def _owed(each: _Next) -> Iterator[notices.Owed]:
    person = each.notice.person_id
    yield notices.Owed(person, notices.DOSE, each.key.subject, each.at)
    for n, moment in each.again:
        yield notices.Owed(person, notices.NUDGE, each.notice.subject, moment, n)
