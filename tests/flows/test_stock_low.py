"""Supplies that run low: said calmly, a bounded number of times, and asked once at zero.

Nobody takes anything in most of these lives, so what is in hand stays, and is low from the start.
"""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from journal import people, regimens, versions
from journal.timing import Phase, Plan, Timing
from simulator.people import Human
from tests.flows.counting import ASKED, LOW, count, count_again, left, sleep, take, take_all, told
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DAILY)
    return ana


async def test_it_is_said_from_a_week_before_on(world: World, ana: Human) -> None:
    await count(world, ana, "9")  # 3 to 11 March
    await sleep(world, "2026-03-03 09:00")
    await take_all(world, ana)
    await sleep(world, "2026-03-04 09:00")
    await take_all(world, ana)
    seen = told(ana, LOW)
    await world.go(at("2026-03-05 09:59"))
    await take_all(world, ana)
    assert told(ana, LOW) == seen
    await world.go(at("2026-03-05 10:00"))
    assert ana.last.text == "Vitamin X\n6 tablets left, enough up to Wed 11 Mar."
    assert ana.last.silent
    assert ana.last.labels == ["Refill", "Correct the count", "Stop telling me"]


async def test_it_is_repeated_every_few_days_and_ends_with_a_word(world: World, ana: Human) -> None:
    await count(world, ana, "5")
    for day in (3, 6, 9, 12, 15, 18, 25):
        await sleep(world, f"2026-03-{day:02} 09:59")
        await world.go(at(f"2026-03-{day:02} 10:00"))
    assert told(ana, "5 tablets left, enough up to")[1:] == [f"{day:02} Mar 10:00" for day in (3, 6, 9, 12, 15)]
    assert told(ana, "I will not bring this up again. /stock shows it.") == ["15 Mar 10:00"]
    assert [m.labels for m in ana.chat if LOW in m.text][1:-1] == [[], [], [], []]


async def test_at_zero_it_asks_once(world: World, ana: Human) -> None:
    await count(world, ana, "1")
    await take(world, ana, "2026-03-03 08:00")
    assert told(ana, ASKED) == ["03 Mar 08:00"]
    assert ana.last.labels == ["Yes, none left", "No, I have some", "Refill"]
    await take(world, ana, "2026-03-04 08:00")
    assert told(ana, ASKED) == ["03 Mar 08:00"]
    assert "none left by my count." in await left(world, ana)
    await sleep(world, "2026-03-06 09:59")
    await world.go(at("2026-03-06 10:00"))
    assert told(ana, "Vitamin X\nnone left by my count.") == ["06 Mar 10:00"]


async def test_the_question_at_zero_is_answered(world: World, ana: Human) -> None:
    await count(world, ana, "1")
    await take(world, ana, "2026-03-03 08:00")
    await world.tap(ana, "No, I have some")
    assert "5 tablets left, enough up to Sun 8 Mar." in await world.say(ana, "5")
    await world.tap(ana, "Correct the count")
    assert "none left by my count." in await world.tap(ana, "0 tablets")
    await world.go(timedelta(hours=1))
    assert told(ana, ASKED) == []


async def test_yes_at_zero_offers_the_refill(world: World, ana: Human) -> None:
    await count(world, ana, "1")
    await take(world, ana, "2026-03-03 08:00")
    assert "none left by my count." in await world.tap(ana, "Yes, none left")
    assert ana.last.labels[0] == "Refill"


async def test_undone_at_zero_there_is_one_again(world: World, ana: Human) -> None:
    await count(world, ana, "1")
    await take(world, ana, "2026-03-03 08:00")
    await world.tap(ana, "Undo")
    assert "1 tablet left, enough up to Tue 3 Mar." in await left(world, ana)


async def test_a_refill_ends_it(world: World, ana: Human) -> None:
    await count(world, ana, "5")
    await world.go(at("2026-03-03 10:00"))
    await world.tap(ana, "Refill")
    await world.say(ana, "28")
    seen = len(told(ana, LOW))
    await sleep(world, "2026-03-07 11:00")
    assert len(told(ana, LOW)) == seen


async def test_it_can_be_silenced_and_asked_for_again(world: World, ana: Human) -> None:
    await count(world, ana, "1")
    await world.tap(ana, "Stop telling me")
    assert "I do not tell you" in ana.last.text
    await take(world, ana, "2026-03-03 08:00")
    await sleep(world, "2026-03-05 11:00")
    assert told(ana, ASKED) == []
    await world.say(ana, "/stock")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Tell me again")
    await world.go(at("2026-03-06 10:00"))
    assert told(ana, "Vitamin X\nnone left by my count.")[-1] == "06 Mar 10:00"


async def test_the_days_ahead_can_be_chosen(world: World, ana: Human) -> None:
    await count(world, ana, "10")
    await world.tap(ana, "When to tell me")
    assert ana.last.labels == ["3 days before", "7 days before", "14 days before", "28 days before", "Back"]
    assert "I tell you 14 days before it runs out." in await world.tap(ana, "14 days before")
    seen = len(told(ana, LOW))
    await world.go(at("2026-03-03 10:00"))
    assert told(ana, LOW)[seen:] == ["03 Mar 10:00"]


async def test_an_injection_is_brought_up_two_weeks_before(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X 1 mg injection every 12 weeks at 9am from 4 March 2026")
    await count(world, bo, "2", unit="Vials")  # 4 March and 27 May, not 19 August
    await take(world, bo, "2026-03-04 09:00")
    await sleep(world, "2026-05-27 08:01")
    await take_all(world, bo)
    assert told(bo, ASKED) == ["27 May 08:01"]
    await world.tap(bo, "Refill")
    assert "2 vials left, enough up to Wed 11 Nov." in await world.tap(bo, "2 vials")
    assert "I tell you 14 days before it runs out." in bo.last.text


async def test_an_overdue_injection_still_needs_its_vial(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Vitamin X 1 mg injection every 12 weeks at 9am from 3 March 2026")
    await count(world, bo, "1", unit="Vials")
    await sleep(world, "2026-03-06 12:00")
    assert "1 vial left, enough up to Tue 3 Mar." in await left(world, bo)


async def test_quiet_hours_hold_it_back(world: World) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, "Iron every day at 22:00")
    await count(world, bo, "1")
    await take(world, bo, "2026-03-02 22:00")
    assert told(bo, ASKED) == []
    await world.go(at("2026-03-03 08:00"))
    assert told(bo, ASKED) == ["03 Mar 08:00"]


async def test_a_pause_is_quiet_and_then_it_is_said(world: World, ana: Human) -> None:
    await count(world, ana, "5")
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Pause")
    await world.say(ana, "10 March")
    assert "5 tablets left, enough up to Sat 14 Mar." in await left(world, ana)
    seen = len(told(ana, LOW))
    await sleep(world, "2026-03-09 12:00")
    assert len(told(ana, LOW)) == seen
    await sleep(world, "2026-03-10 09:00")
    await world.go(at("2026-03-10 10:00"))
    assert told(ana, LOW)[seen:] == ["10 Mar 10:00"]


async def test_an_ended_one_is_quiet(world: World, ana: Human) -> None:
    await count(world, ana, "5")
    ana.tap_data(ana.last.id, "1ra|1|end|1")
    await world.settle()
    seen = len(told(ana, LOW))
    await sleep(world, "2026-03-05 11:00")
    assert len(told(ana, LOW)) == seen
    assert "You have added nothing yet" in await world.say(ana, "/stock")


async def test_after_downtime_it_waits_for_the_next_morning(world: World, ana: Human) -> None:
    await count(world, ana, "5")
    await world.go(at("2026-03-03 09:30"))
    seen = len(told(ana, LOW))
    await world.outage(timedelta(hours=3))
    assert len(told(ana, LOW)) == seen
    await world.go(at("2026-03-04 10:00"))
    assert told(ana, LOW)[seen:] == ["04 Mar 10:00"]


async def test_a_changed_plan_moves_the_day(world: World, ana: Human) -> None:
    await count(world, ana, "28")
    async with world.app.db.write() as tx:
        person = await people.find(tx, 1001)
        assert person is not None
        regimen = await regimens.own(tx, person, 1)
        twice = Timing(times=(time(8), time(20)))
        plan = Plan((Phase(twice, date(2026, 3, 2)),))
        edition = versions.Edition(regimen.label, regimen.dose_text, regimen.route, plan, date(2026, 3, 3))
        await versions.save(tx, person, regimen, edition, world.clock.now())
    assert "28 tablets left, enough up to Mon 16 Mar." in await left(world, ana)
    await count_again(world, ana, "14")
    await world.go(at("2026-03-03 10:00"))
    assert told(ana, "14 tablets left, enough up to Mon 9 Mar.")[-1] == "03 Mar 10:00"


async def test_it_is_said_at_ten_over_the_change_of_clocks(world: World, ana: Human) -> None:
    await sleep(world, "2026-03-28 12:00")  # London changes on the 29th
    await count(world, ana, "5")
    seen = len(told(ana, LOW))
    await world.go(at("2026-03-29 09:00"))
    assert told(ana, LOW)[seen:] == ["29 Mar 09:00"]
