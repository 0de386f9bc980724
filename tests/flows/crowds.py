"""Many people at once, made without a word from them."""

from __future__ import annotations

from datetime import date, datetime, time

from journal import asks, people, regimens
from journal.tables import Person
from journal.timing import Phase, Plan, Timing
from simulator.people import Human
from tests.world import World

FIRST = 5001  # the id of the first one


async def crowd(
    world: World, count: int, due: datetime, checkin: time = time(23, 59), first: int = FIRST
) -> list[Human]:
    """So many people in UTC who each take one thing daily, next at `due`."""
    humans = [world.sim.join(first + place, f"Ana {place}") for place in range(count)]
    plan = Plan((Phase(Timing(times=(time(due.hour, due.minute),)), start=date(due.year, due.month, due.day)),))
    async with world.app.db.write() as tx:
        for human in humans:
            human.say("/start")
            now = world.clock.now()
            person = Person(chat_id=human.id, zone="UTC", created_at=now, checkin_at=checkin)
            person.summary_weekday = 6
            tx.add(person)
            await tx.flush()
            await tx.refresh(person)
            await people.agree(tx, person, now)
            await asks.plan_next(tx, person, now)
            await regimens.add(tx, person, "Vitamin X", "1 mg", "tablet", plan, now)
    world.sim.world.queue.waiting.clear()
    return humans


async def takers(world: World, *names: str) -> list[Human]:
    """People in London who each take one thing daily at 08:00."""
    humans = [await world.arrive(name, 1001 + place) for place, name in enumerate(names)]
    for human in humans:
        await world.take(human, "Vitamin X 1 mg tablet every day at 8:00")
    return humans


def due(person: Human) -> int:
    """How many messages of the chat are reminders."""
    return sum(message.body.startswith("Dose due") for message in person.chat)
