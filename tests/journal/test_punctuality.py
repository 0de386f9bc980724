"""How near to their time a week's doses were taken: numbers for a statistic, never words."""

from __future__ import annotations

from datetime import date

from journal import people, punctuality
from journal.adherence import Timeliness
from tests.world import World, at


async def test_a_week_by_class(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 10:00")
    for day, moment in (("02", "11:59"), ("03", "12:01"), ("04", "22:30")):
        await world.go(at(f"2026-03-{day} 10:00"))
        await world.go(at(f"2026-03-{day} {moment}"))
        await world.say(ana, "taken")
    await world.go(at("2026-03-05 07:30"))
    await world.say(ana, "/today")
    await world.tap(ana, "Take early")
    await world.tap(ana, "Yes")
    await world.go(at("2026-03-06 10:05"))
    await world.tap(ana, "Skip", [m.id for m in ana.chat if m.text.startswith("Dose due")][-1])
    async with world.app.db.read() as tx:
        person = await people.find(tx, ana.id)
        assert person is not None
        found = await punctuality.between(tx, person, date(2026, 3, 2), date(2026, 3, 6))
        empty = await punctuality.between(tx, person, date(2026, 2, 2), date(2026, 2, 6))
    assert found == Timeliness(planned=5, on_time=1, early=1, late=1)
    assert empty.share is None
