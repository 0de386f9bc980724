"""What goes first when more is due than can go at once, and digests that spread over their hour."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlmodel import col

from journal import care_kinds, due, notices
from journal.notices import CHECKIN, DIGESTS, DOSE, LEAD, NUDGE, SUMMARY, WAITING, Owed
from journal.tables import Downtime, Notice, Person
from journal.transaction import Transaction, table_of
from scheduler import order
from tests.world import START, World

NINE = datetime(2026, 3, 8, 9, tzinfo=UTC)
MANY = order.CROWD + 1


async def owe(tx: Transaction, kind: str, people: range, at: datetime = NINE) -> None:
    """Owe each of these people, who are made, one notice."""
    rows = [{"id": n, "chat_id": n, "created_at": START, "zone": "UTC"} for n in people]
    await tx.execute(insert(table_of(Person)), rows)
    await notices.plan_many(tx, [Owed(n, kind, f"{n}:2026-03-07", at) for n in people])


async def moments(tx: Transaction) -> dict[int, datetime]:
    """When each person's notice can be claimed."""
    rows = await tx.execute(select(col(Notice.person_id), col(Notice.ready_at)).where(col(Notice.state) == WAITING))
    return {row[0]: row[1] for row in rows}


async def spread(tx: Transaction, now: datetime = NINE) -> frozenset[int]:
    return await order.spread(tx, await notices.due_of(tx, list(await moments(tx)), now), now)


async def test_who_waits_for_a_dose_is_not_kept_waiting_by_older_digests_and_checkins(world: World) -> None:
    async with world.app.db.write() as tx:
        ranks = (SUMMARY, LEAD, CHECKIN, NUDGE, DOSE)
        for place, kind in enumerate(ranks):
            await owe(tx, kind, range(1 + 100 * place, 101 + 100 * place), NINE + timedelta(minutes=place))
        first = await due.people(tx, NINE + timedelta(hours=1), 250)
    assert first == [*range(401, 501), *range(301, 401), *range(201, 251)]


async def test_when_everything_fits_the_longest_waiting_is_first(world: World) -> None:
    async with world.app.db.write() as tx:
        await owe(tx, SUMMARY, range(1, 11))
        await owe(tx, DOSE, range(11, 21), NINE + timedelta(minutes=1))
        assert await due.people(tx, NINE + timedelta(hours=1), 200) == list(range(1, 21))


def test_one_persons_messages_stay_together() -> None:
    kinds = [(1, SUMMARY), (2, CHECKIN), (1, DOSE), (3, "missed")]
    assert order.firsts(kinds) == {1: 0, 2: 2, 3: 0}


@pytest.mark.parametrize("kind", DIGESTS)
async def test_a_crowd_of_digests_is_spread_evenly_over_its_hour(world: World, kind: str) -> None:
    async with world.app.db.write() as tx:
        await owe(tx, kind, range(1, MANY + 1))
        await spread(tx)
        found = await moments(tx)
        assert (await notices.due_now(tx, NINE))[0] == sum(at <= NINE for at in found.values())
    assert all(NINE <= at < NINE + timedelta(hours=1) for at in found.values())
    per_slot = Counter((at - NINE) // timedelta(minutes=5) for at in found.values())
    assert len(per_slot) == 11
    assert max(per_slot.values()) - min(per_slot.values()) <= 4


async def test_the_moment_within_the_hour_is_the_same_each_week_and_is_kept(world: World) -> None:
    async with world.app.db.write() as tx:
        await owe(tx, SUMMARY, range(1, MANY + 1))
        await spread(tx)
        before = await moments(tx)
        assert await spread(tx, NINE + timedelta(hours=1)) == frozenset()
        assert await moments(tx) == before
        week = timedelta(days=7)
        for person in before:
            await notices.plan(tx, person, SUMMARY, f"{person}:later", NINE + week)
        found = await notices.due_of(tx, list(before), NINE + week)
    later = {each.person_id: order.moment(each) for each in found if each.due_at > NINE}
    assert later == {person: at + week for person, at in before.items()}


@pytest.mark.parametrize(("kind", "count"), [(SUMMARY, MANY - 1), (care_kinds.DIGEST, 1), (DOSE, MANY)])
async def test_a_few_digests_and_anything_else_go_at_once(world: World, kind: str, count: int) -> None:
    async with world.app.db.write() as tx:
        await owe(tx, kind, range(1, count + 1))
        assert await spread(tx) == frozenset()


async def test_what_fell_due_in_a_downtime_waits_no_longer(world: World) -> None:
    async with world.app.db.write() as tx:
        await owe(tx, SUMMARY, range(1, MANY + 1))
        tx.add(Downtime(began_at=NINE - timedelta(hours=1), ended_at=NINE + timedelta(minutes=20)))
        await tx.flush()
        assert await spread(tx, NINE + timedelta(minutes=20)) == frozenset()
