"""An injection that is not recorded: brought up ever more rarely, never called missed, and recorded at any time."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from journal.tables import FindingLog
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.counting import sleep
from tests.world import World, at

LONG = "Vitamin X 1 mg injection every 12 weeks from 3 Mar 2026 at 14:00"
MONTHLY = "Vitamin X 1 mg injection monthly from 3 Mar 2026 at 14:00"
OPEN = "Injection of Tue 3 Mar is not recorded yet: Vitamin X, 1 mg"
LATE = "Injection of Tue 3 Mar is overdue and not recorded yet: Vitamin X, 1 mg"
ASKS = (
    "Overdue injection: Vitamin X, 1 mg\nYour injection was due on Tue 3 Mar. I don't have it marked as done. "
    "If you had it, tap Taken. If you missed it, ask your clinic when your next one should be. "
    "Please don't change your plan on your own."
)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.go(at("2026-03-02 11:00"))
    return ana


def said(person: Human) -> list[ChatMessage]:
    """The bot's messages about an injection that is due or not recorded, oldest first, as they were sent."""
    begins = ("Dose due", "Injection of", "Overdue injection")
    found = [m for m in person.chat if m.from_bot and not m.text.startswith("Your week")]
    return [m for m in found if m.text.startswith(begins) or "not recorded" in m.text]


def when(person: Human) -> list[str]:
    return [f"{m.date:%d %b %H:%M}" for m in said(person)]


async def test_twelve_weekly_it_comes_eight_times_and_then_only_in_the_summary(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-05-03 12:00"))
    ladder = said(ana)
    assert [f"{m.date:%d %b %H:%M}" for m in ladder] == [
        "03 Mar 14:00",
        *("04 Mar 14:00", "06 Mar 14:00", "10 Mar 14:00", "17 Mar 14:00"),
        *("24 Mar 14:00", "31 Mar 13:00", "07 Apr 13:00", "14 Apr 13:00"),
    ]
    assert [m.text for m in ladder[1:]] == [OPEN, OPEN, OPEN, LATE, ASKS, ASKS, ASKS, ASKS]
    assert [m.labels for m in ladder[:-1]] == [[]] * 8
    assert ladder[-1].labels == ["Taken", "Snooze", "Skip", "Taken earlier"]
    weeks = [m.text for m in ana.chat if m.text.startswith("Your week")]
    assert ["Injection of Tue 3 Mar: not recorded yet." in week for week in weeks] == [True] + [False] * 8
    assert ["Injection of Tue 3 Mar: overdue." in week for week in weeks] == [False] + [True] * 8
    assert not any("missed" in m.text for m in said(ana) if m.text != ASKS)
    assert await firings(world) == [{"days": 21, "injection": "1:2026-03-03:0"}]


async def firings(world: World) -> list[dict[str, object]]:
    async with world.app.db.read() as tx:
        rows = (await tx.execute(select(FindingLog).where(FindingLog.rule == "A-OVERDUE"))).scalars()  # type: ignore[arg-type]
        return [row.evidence for row in rows]


async def test_monthly_it_ends_at_the_next_one(world: World, ana: Human) -> None:
    await world.take(ana, MONTHLY)
    await world.go(at("2026-04-04 14:00"))
    ladder = said(ana)
    assert [f"{m.date:%d %b}" for m in ladder] == [
        *("03 Mar", "04 Mar", "06 Mar", "10 Mar", "17 Mar", "24 Mar", "31 Mar"),
        *("03 Apr", "04 Apr"),
    ]
    assert [m.text for m in ladder[1:7]] == [OPEN, OPEN, LATE, LATE, ASKS, ASKS]
    assert ladder[-1].text == OPEN.replace("Tue 3 Mar", "Fri 3 Apr")


async def test_one_tap_settles_it_and_taking_that_back_opens_the_ladder_again(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-04 15:00"))
    assert "taken at 15:00 on Wed 4 Mar" in await world.tap(ana, "Taken")
    await world.go(at("2026-03-07 12:00"))
    assert when(ana) == ["03 Mar 14:00"]
    await world.tap(ana, "Undo")
    await world.go(at("2026-03-10 14:00"))
    assert when(ana)[-1] == "10 Mar 14:00"
    assert ana.last.text == OPEN
    await world.tap(ana, "Skip")
    await world.go(at("2026-03-18 12:00"))
    assert "skipped" in ana.chat[[m.date for m in ana.chat].index(at("2026-03-10 14:00"))].text
    assert "17 Mar 14:00" not in when(ana)


async def test_put_off_it_comes_then_and_the_ladder_goes_on(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-04 14:00"))
    await world.tap(ana, "Snooze")
    await world.tap(ana, "Tomorrow")
    await world.go(at("2026-03-06 14:00"))
    assert [f"{m.date:%d %b %H:%M}" for m in ana.chat if "Vitamin X" in m.text and m.date > at("2026-03-04 15:00")] == [
        "05 Mar 14:00",
        "06 Mar 14:00",
    ]


async def test_after_downtime_it_is_part_of_the_one_message(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-05 12:00"))
    before = len(ana.chat)
    await world.outage(at("2026-03-11 12:00"))
    assert ["Tue 3 Mar, 14:00: Vitamin X, 1 mg: not recorded yet" in m.text for m in ana.chat[before:]].count(True) == 1
    await world.go(at("2026-03-17 14:00"))
    assert ana.last.text == LATE


@pytest.mark.parametrize("what", ["Vitamin X", "Everything"])
async def test_a_pause_ends_it(world: World, ana: Human, what: str) -> None:
    await world.take(ana, LONG)
    await world.take(ana, "Iron 1 tablet as needed")
    await world.go(at("2026-03-04 15:00"))
    await world.say(ana, "/pause")
    await world.tap(ana, what)
    await world.tap(ana, "One week")
    await sleep(world, "2026-03-12 12:00")
    before = len(ana.chat)
    await sleep(world, "2026-03-18 12:00")
    assert [m.text for m in ana.chat[before:] if "Vitamin X" in m.text and "Your week" not in m.text] == []


async def test_ended_it_ends(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.go(at("2026-03-04 15:00"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "End")
    await world.tap(ana, "Yes")
    before = len(ana.chat)
    await sleep(world, "2026-03-11 12:00")
    assert not any("Vitamin X" in m.text or "Injection" in m.text for m in ana.chat[before:])


async def test_weekly_it_comes_once_more_after_the_nudges(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every Tuesday at 14:00")
    await world.go(at("2026-03-10 13:00"))
    assert when(ana) == [
        "03 Mar 14:00",
        "03 Mar 18:00",
        "04 Mar 08:00",
        "06 Mar 14:00",
    ]


async def test_in_another_zone_it_comes_at_the_time_of_day_there(world: World, ana: Human) -> None:
    await world.take(ana, MONTHLY)
    await world.go(at("2026-03-06 15:00"))
    await world.say(ana, "/settings")
    await world.tap(ana, "Time zone: Europe/London")
    await world.say(ana, "New York")
    await world.tap(ana, "Local times")
    await world.go(at("2026-03-10 20:00"))
    assert when(ana)[-1] == "10 Mar 18:00"
    await sleep(world, "2026-03-20 12:00")
    await world.say(ana, "/settings")
    await world.tap(ana, "Time zone: America/New_York")
    await world.say(ana, "Europe/London")
    await world.tap(ana, "Local times")
    await world.go(at("2026-03-24 14:00"))
    assert ana.last.text == ASKS


async def test_an_hour_more_by_the_clocks_makes_nothing_overdue(world: World) -> None:
    await world.go(at("2026-10-19 09:00"))
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks from 20 Oct 2026 at 14:00")
    await world.go(at("2026-10-20 14:00"))
    await sleep(world, "2026-10-27 14:00")
    assert said(ana)[-1].text == "Injection of Tue 20 Oct is not recorded yet: Vitamin X, 1 mg"
    await sleep(world, "2026-11-03 14:00")
    assert "is overdue and not recorded yet" in said(ana)[-1].text


async def test_two_of_one_moment_are_one_message(world: World, ana: Human) -> None:
    await world.take(ana, LONG)
    await world.take(ana, LONG.replace("Vitamin X", "Vitamin Y"))
    await world.go(at("2026-03-04 14:00"))
    assert ana.last.text == f"{OPEN}\n{OPEN.replace('Vitamin X', 'Vitamin Y')}"
    await world.tap(ana, "Taken · Vitamin Y")
    await world.go(at("2026-03-06 14:00"))
    assert ana.last.text == OPEN
    await sleep(world, "2026-03-24 14:00")
    assert said(ana)[-1].text == ASKS


async def test_the_summary_of_the_very_morning_does_not_call_it_unrecorded(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks from 8 Mar 2026 at 8:30")
    await world.go(at("2026-03-08 09:00"))
    weeks = [message.text for message in ana.chat if message.text.startswith("Your week")]
    assert len(weeks) == 1
    assert "not recorded" not in weeks[0]
