"""Alerts to caregivers: only what was agreed, only while it is true, and never behind the patient's back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.tables import CareLink
from scheduler.courier import Courier
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.care import DOSE, linked, links
from tests.flows.seeds import rate_nothing
from tests.flows.test_crashes import DiesAfterSending, Killed, post_of
from tests.world import World, at

AFTER_1 = ("Tell of an open dose: never", "Tell of an open dose: after 1")
AFTER_4 = ("Tell of an open dose: never", "Tell of an open dose: after 4")
SILENT_3 = ("Tell if I do not write: never", "Tell if I do not write: for 3")
OVERDUE = ("Tell if an injection is overdue: no",)
TUESDAY = at("2026-03-03 08:00")


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DOSE)
    await rate_nothing(world)
    return ana


def alerts(person: Human) -> list[ChatMessage]:
    said = ("Dose not recorded", "Ana has recorded", "It has been recorded", "Injection of", "No word from")
    return [message for message in person.chat if message.from_bot and message.text.startswith(said)]


def told(person: Human) -> list[str]:
    return [message.text for message in person.chat if message.from_bot and message.text.startswith("I told")]


def times(person: Human) -> list[str]:
    return [f"{message.date:%d %b %H:%M}" for message in alerts(person)]


async def test_it_goes_after_the_delay_and_the_patient_hears_it(world: World, ana: Human) -> None:
    bo, cy = await linked(world, ana, ticks=AFTER_1), await linked(world, ana, 1003, "Cy")
    await world.go(TUESDAY + timedelta(minutes=59))
    assert alerts(bo) == []
    await world.go(TUESDAY + timedelta(minutes=61))
    (alert,) = alerts(bo)
    assert alert.text.startswith("Dose not recorded yet: Ana, Vitamin X, 08:00.")
    assert alert.labels == []
    assert told(ana) == ["I told Bo that the dose of 08:00 is not recorded."]
    assert alerts(cy) == []


async def test_a_dose_that_is_recorded_in_time_leads_to_none(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=30))
    await world.tap(ana, "Skip")
    await world.go(TUESDAY + timedelta(hours=20))
    assert alerts(bo) == []
    assert told(ana) == []


async def test_it_is_withdrawn_once_the_patient_records_it(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=61))
    sent = len(bo.chat)
    await world.say(ana, "/today")
    await world.tap(ana, "Taken")
    assert [alert.text for alert in alerts(bo)] == ["Ana has recorded it since."]
    assert len(bo.chat) == sent
    await world.tap(ana, "Undo")
    assert alerts(bo)[0].text.startswith("Dose not recorded yet")


async def test_doses_of_one_moment_are_one_alert_and_one_a_day_is_the_most(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 8:00 and 12:00")
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(at("2026-03-04 07:00"))
    assert alerts(bo)[-1].text.count("Dose not recorded yet") == 2
    assert told(ana)[-1] == "I told Bo that 2 doses are not recorded."
    await world.go(at("2026-03-04 20:00"))
    assert times(bo) == ["02 Mar 13:00", "03 Mar 09:00", "04 Mar 09:00"]


async def test_a_snoozed_dose_counts_from_the_end_of_the_snooze(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=50))
    await world.tap(ana, "Snooze")
    await world.tap(ana, "1 hour")
    await world.go(TUESDAY + timedelta(hours=4))
    assert times(bo) == ["03 Mar 10:50"]


async def test_it_waits_for_the_caregivers_morning_unless_agreed(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 20:30")
    bo = await linked(world, ana, ticks=AFTER_1)
    cy = await linked(world, ana, 1003, "Cy", (*AFTER_1, "Alerts at night too: no"))
    await world.go(at("2026-03-02 20:31"))
    await world.go(at("2026-03-03 08:30"))
    assert times(bo) == ["03 Mar 08:00"]
    assert "Mon 2 Mar, 20:30" in alerts(bo)[0].text
    assert times(cy) == ["02 Mar 21:30"]


async def test_it_says_both_clocks_to_a_reader_elsewhere(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_4)
    await world.say(bo, "/settings")
    await world.tap(bo, "Time zone")
    await world.say(bo, "New York")
    await world.go(at("2026-03-03 13:30"))
    assert "08:00 in Ana’s time, 03:00 in yours" in alerts(bo)[0].text
    assert times(bo) == ["03 Mar 13:00"]


async def test_other_regimens_stay_out_of_it(world: World, ana: Human) -> None:
    ticks = (*AFTER_1, "About: all I take", "All, new ones too: yes", "Vitamin X: yes", "Back")
    bo = await linked(world, ana, ticks=ticks)
    await world.go(TUESDAY + timedelta(hours=5))
    assert alerts(bo) == []


@pytest.mark.parametrize("what", ["Everything", "Vitamin X"])
async def test_nothing_comes_while_it_rests(world: World, ana: Human, what: str) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=10))
    await world.say(ana, "/pause")
    await world.tap(ana, what)
    await world.tap(ana, "Until I resume it")
    await world.go(TUESDAY + timedelta(days=4))
    assert alerts(bo) == []


async def test_revoked_between_planning_and_sending_it_does_not_go(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=1))
    async with world.app.db.write() as tx:
        link = await tx.get(CareLink, (await links(world))[0].id)
        assert link
        link.missed_after = None  # the notice waits still
    await world.go(TUESDAY + timedelta(hours=5))
    assert alerts(bo) == []
    assert told(ana) == []


async def test_after_downtime_the_patient_is_asked_first_and_old_doses_are_left_alone(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY - timedelta(minutes=5))
    await world.outage(TUESDAY + timedelta(hours=2))
    assert alerts(bo) == []
    await world.go(TUESDAY + timedelta(hours=4))
    assert times(bo) == ["03 Mar 11:00"]
    await world.go(TUESDAY + timedelta(hours=23))
    await world.outage(at("2026-03-04 21:30"))
    await world.go(at("2026-03-05 08:30"))
    assert times(bo) == ["03 Mar 11:00"]


async def test_an_overdue_injection_is_told_of_once(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y 1 mg injection every 12 weeks from 3 Mar 2026 at 10:00")
    bo = await linked(world, ana, ticks=OVERDUE)
    await world.go(at("2026-03-10 08:59"))
    assert alerts(bo) == []
    await world.go(at("2026-03-20 12:00"))
    (alert,) = alerts(bo)
    assert alert.text == "Injection of Tue 3 Mar is overdue and not recorded: Ana, Vitamin Y."
    assert times(bo) == ["10 Mar 11:00"]  # more than 168 hours after 10:00
    assert told(ana) == ["I told Bo that the injection of Tue 3 Mar is not recorded."]


async def test_an_overdue_injection_waits_for_a_day_without_another_alert(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y 1 mg injection every 12 weeks from 3 Mar 2026 at 10:00")
    bo = await linked(world, ana, ticks=(*AFTER_1, *OVERDUE))
    await world.go(at("2026-03-11 12:00"))
    assert times(bo)[-2:] == ["10 Mar 09:00", "11 Mar 08:00"]
    assert alerts(bo)[-1].text.startswith("Injection of")


async def test_silence_is_told_once_and_again_for_the_next(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=SILENT_3)
    await world.go(at("2026-03-05 08:59"))
    assert alerts(bo) == []
    await world.go(at("2026-03-12 12:00"))
    assert times(bo) == ["05 Mar 09:00"]
    assert "for 3 days" in alerts(bo)[0].text
    assert told(ana) == ["I told Bo that you have not written for 3 days."]
    await world.say(ana, "/today")
    await world.go(at("2026-03-20 12:00"))
    assert times(bo) == ["05 Mar 09:00", "15 Mar 12:00"]


async def test_who_writes_is_not_silent(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=SILENT_3)
    for day in range(3, 12, 2):
        await world.go(at(f"2026-03-{day:02} 12:00"))
        await world.say(ana, "/today")
    assert alerts(bo) == []


async def test_the_patient_hears_once_that_a_caregiver_cannot_be_reached(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    bo.block()
    await world.go(TUESDAY + timedelta(days=2))
    lost = [message for message in ana.chat if message.text.startswith("I cannot reach Bo")]
    assert len(lost) == 1
    assert told(ana) == []
    bo.unblock()
    await world.say(bo, "/caregivers")
    await world.go(at("2026-03-08 11:01"))
    assert any(message.text.startswith("Week of Ana") for message in bo.chat)


async def test_one_of_unknown_fate_is_shown_at_the_next_contact(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.go(TUESDAY + timedelta(minutes=59))
    world.clock.set(TUESDAY + timedelta(minutes=60))
    with pytest.raises(Killed):
        await Courier(world.app.db, world.clock, DiesAfterSending(post_of(world), strict=True)).lap()
    await world.restart()
    await world.go(timedelta(hours=3))
    assert len(alerts(bo)) == 1
    assert len(told(ana)) == 1
    await world.say(bo, "/caregivers")
    assert len(alerts(bo)) == 2
    await world.say(bo, "/caregivers")
    assert len(alerts(bo)) == 2
