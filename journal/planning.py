"""Planning everything that a person's answers decide, at once."""

from __future__ import annotations

from datetime import datetime

from journal import asks, care_plans, pauses, regimens, summaries, versions
from journal.tables import Person
from journal.transaction import Transaction


async def everything(tx: Transaction, person: Person, now: datetime) -> None:
    """Plan anew whatever is owed to the person from now on. Idempotent."""
    await versions.plan_all(tx, person, now)
    await pauses.plan_all(tx, person, now)
    await regimens.plan_all(tx, person, now)
    await asks.plan_next(tx, person, now)
    await summaries.plan_next(tx, person, now)
    await care_plans.follow(tx, person, now)
