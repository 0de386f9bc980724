"""Arranging a past: rows written straight into the database, where living it day by day would take long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select, update
from sqlmodel import col

from journal import notices, people
from journal.tables import Notice, Rating, TrackedSymptom
from simulator.people import Human
from tests.world import World


async def rate(world: World, person: Human, code: str, first: date, values: Sequence[int | None]) -> None:
    """Have rated a symptom from `first` on, a value a day; None leaves the day without a rating."""
    async with world.app.db.write() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        mine = (col(TrackedSymptom.person_id) == stored.id, col(TrackedSymptom.code) == code)
        query = select(col(TrackedSymptom.id)).where(*mine)
        symptom = (await tx.execute(query)).scalar_one() or 0
        for offset, value in enumerate(values):
            if value is not None:
                day = first + timedelta(days=offset)
                tx.add(Rating(symptom_id=symptom, local_date=day, value=value, rated_at=world.clock.now()))


async def rate_nothing(world: World) -> None:
    """Have everybody track no symptom: there is nothing to check in for."""
    async with world.app.db.write() as tx:
        await tx.execute(update(TrackedSymptom).values(active=False))


async def ask_nothing(world: World) -> None:
    """Have the bot forget the next check-in and the next summary of everybody, and so all that would follow them."""
    async with world.app.db.write() as tx:
        await tx.execute(delete(Notice).where(col(Notice.kind).in_((notices.CHECKIN, notices.SUMMARY))))
