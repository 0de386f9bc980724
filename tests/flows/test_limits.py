"""How much one person can keep: each limit has one sentence, and what is beyond it changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import insert

from journal import care_invitations, caregiving, checkins, regimens, tags, tracking
from journal.tables import CareLink, Regimen, Tag, TrackedSymptom
from journal.transaction import table_of
from simulator.people import Human
from tests.flows.filling import held, of
from tests.flows.talk import do
from tests.world import World

RATED = ("/checkin", "[3]", "[2]", "[1]")


@dataclass(frozen=True)
class Limit:
    """Steps that reach for one more than there can be, after `rows` of a table; what is said then."""

    name: str
    steps: tuple[str, ...]
    said: str
    table: type = Regimen
    rows: int = 0
    values: tuple[tuple[str, object], ...] = ()


LIMITS = (
    Limit(
        "regimens",
        ("/add Vitamin X every day at 8:00", "[Save]"),
        f"You have {regimens.MOST} things on your list",
        Regimen,
        regimens.MOST,
        (("label", "Vitamin Y"), ("dose_text", ""), ("route", "tablet"), ("status", "paused")),
    ),
    Limit("a name", (f"/add {'x' * 101} every day at 8:00",), "That is too long"),
    Limit(
        "own symptoms",
        ("/symptoms", "[Add my own]"),
        f"You have {tracking.MOST} of your own",
        TrackedSymptom,
        tracking.MOST,
        (("label", "Fog"), ("position", 0), ("active", False), ("switched", [])),
    ),
    Limit("a symptom's name", ("/symptoms", "[Add my own]", "x" * 41), f"up to {tracking.LONGEST} letters"),
    Limit(
        "own tags",
        (*RATED, "[Add what else there was]", "[My own]"),
        f"You have {tags.MOST} of your own",
        Tag,
        tags.MOST,
        (("label", "Drive"), ("active", True)),
    ),
    Limit("a tag's name", (*RATED, "[Add what else there was]", "[My own]", "x" * 31), f"up to {tags.LONGEST} letters"),
    Limit("a note", (*RATED, "[Add a note]", "x" * 4096), f"up to {checkins.LONGEST_NOTE:,} letters"),
    Limit(
        "caregivers",
        ("/caregivers", "[Invite someone]"),
        f"You have {caregiving.MOST} people who read along",
        CareLink,
        caregiving.MOST,
        (("state", "active"), ("sees", ["doses"]), ("patient_name", "Ana"), ("caregiver_name", "Bo")),
    ),
    Limit(
        "a name for caregivers",
        ("/caregivers", "[Invite someone]", "[Next]", "x" * 41),
        f"1 to {care_invitations.LONGEST_NAME} letters",
    ),
    Limit("exports", ("/export", "/export"), "You have just taken your data along. Please try again in 60 minutes"),
)


async def seed(world: World, person: Human, limit: Limit) -> None:
    async with world.app.db.write() as tx:
        whose = "patient_id" if limit.table is CareLink else "person_id"
        row = {whose: (await of(tx, person)).id, **dict(limit.values)}
        now = world.clock.now()
        dated = {name: now for name in ("created_at", "planned_from") if hasattr(limit.table, name)}
        coded = [{"code": f"own{n}"} if hasattr(limit.table, "code") else {} for n in range(limit.rows)]
        await tx.execute(insert(table_of(limit.table)), [{**row, **dated, **code} for code in coded])


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name.replace(" ", "-"))
async def test_one_more_than_there_can_be_is_refused_kindly(world: World, limit: Limit) -> None:
    ana = await world.arrive()
    if limit.rows:
        await seed(world, ana, limit)
    await do(world, ana, *limit.steps[:-1])
    before = {name: rows for name, rows in (await held(world, ana)).items() if name not in ("inboxupdate", "draft")}
    count = len(ana.chat)
    await do(world, ana, limit.steps[-1])
    said = [message.body for message in ana.chat[count:] if message.from_bot] or [ana.last.body]
    assert any(limit.said in text for text in said), said
    assert all(len(text.split()) <= 60 for text in said)
    after = {name: rows for name, rows in (await held(world, ana)).items() if name not in ("inboxupdate", "draft")}
    assert after == before
    await world.say(ana, "/cancel")
    assert "What I can do" in await world.say(ana, "/help")
