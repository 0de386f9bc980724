"""People with four weeks behind them: three symptoms rated on most days, and a daily tablet."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from benchmarks._crowd import settings_of
from bot import App, compose
from journal import checkins, people, regimens
from journal.tables import Intake, Occurrence, Person, Rating
from journal.timing import Phase, Plan, Timing
from journal.transaction import Transaction
from simulator.clock import PretendClock

LAST = date(2026, 3, 28)  # of the summarised week
NOW = datetime(2026, 3, 29, 9, tzinfo=UTC)
DAYS, FILLED = 28, 0.8  # the share of days with a rating


async def diary(folder: Path, count: int, dice: random.Random) -> App:
    """Return a bot over `count` people, whose chats are numbered from 1."""
    clock = PretendClock(NOW - timedelta(days=DAYS + 1))
    app = await compose(settings_of("http://127.0.0.1:9", folder), clock)
    async with app.db.write() as tx:
        for chat in range(1, count + 1):
            person = await people.meet(tx, chat, "en", clock.now())
            people.answer_zone(person, "Europe/London")
            people.answer_summary(person, 6)
            await people.agree(tx, person, clock.now())
            await _lived(tx, person, clock.now(), dice)
    return app


async def _lived(tx: Transaction, person: Person, began: datetime, dice: random.Random) -> None:
    plan = Plan((Phase(Timing(times=(time(8),)), NOW.date()),))
    regimen = await regimens.add(tx, person, "Vitamin X", "1 mg", "tablet", plan, began)
    symptoms = await checkins.tracked(tx, person)
    for back in range(DAYS):
        day = LAST - timedelta(days=back)
        at = datetime.combine(day, time(8), UTC)
        dose = Occurrence(regimen_id=regimen.id or 0, local_date=day, slot=0, planned_at=at)
        tx.add(dose)
        await tx.flush()
        tx.add(
            Intake(
                regimen_id=regimen.id or 0,
                occurrence_id=dose.id,
                kind="taken",
                taken_at=at + timedelta(minutes=dice.randint(0, 300)),
                local_date=day,
                recorded_at=at,
            )
        )
        for symptom in symptoms:
            if dice.random() < FILLED:
                tx.add(Rating(symptom_id=symptom.id or 0, local_date=day, value=dice.randint(0, 10), rated_at=at))
