"""Arranging a past: rows written straight into the database, where living it day by day would take long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from journal import people
from journal.tables import Rating, TrackedSymptom
from simulator.people import Human
from tests.world import World


async def rate(world: World, person: Human, code: str, first: date, values: Sequence[int | None]) -> None:
    """Have rated a symptom from `first` on, a value a day; None leaves the day without a rating."""
    async with world.app.db.write() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        query = select(TrackedSymptom.id).where(
            TrackedSymptom.person_id == stored.id,  # type: ignore[arg-type]
            TrackedSymptom.code == code,  # type: ignore[arg-type]
        )
        symptom = (await tx.execute(query)).scalar_one()
        for offset, value in enumerate(values):
            if value is not None:
                day = first + timedelta(days=offset)
                tx.add(Rating(symptom_id=symptom, local_date=day, value=value, rated_at=world.clock.now()))
