"""One alert a day and link: what falls due together, and what has to wait for another day."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.care import DOSE, linked
from tests.flows.seeds import rate_nothing
from tests.flows.test_care_alerts import AFTER_1, SILENT_3, alerts, times, told
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await rate_nothing(world)
    return ana


async def test_what_both_wait_for_the_caregivers_morning_is_one_message(world: World, ana: Human) -> None:
    await world.go(at("2026-03-02 21:30"))
    await world.take(ana, "Vitamin X every day at 20:30")
    bo = await linked(world, ana, ticks=(*AFTER_1, *SILENT_3))
    await world.go(at("2026-03-07 07:59"))
    assert times(bo) == ["04 Mar 08:00", "05 Mar 08:00", "06 Mar 08:00"]
    assert alerts(bo)[-1].text.startswith("No word from Ana for 3 days")
    assert told(ana)[-1] == "I told Bo that you have not written for 3 days."


async def test_two_patients_of_one_caregiver_stay_apart(world: World, ana: Human) -> None:
    dan = await world.arrive("Dan", 1005)
    await rate_nothing(world)
    await world.take(ana, DOSE)
    await world.take(dan, "Iron 1 tablet every day at 8:00")
    bo = await linked(world, ana, ticks=AFTER_1)
    await world.say(dan, "/caregivers")
    await world.tap(dan, "Invite someone")
    for label in (*AFTER_1, "Next", "Dan"):
        await world.tap(dan, label)
    bo.open(dan.last.text.split()[-1])
    await world.settle()
    await world.tap(bo, "Accept")
    await world.tap(dan, "Confirm")
    await world.go(at("2026-03-03 09:01"))
    said = [each.text.splitlines()[0] for each in bo.chat if each.text.startswith("Dose not recorded yet")]
    assert sorted(said) == ["Dose not recorded yet: Ana, Vitamin X, 08:00.", "Dose not recorded yet: Dan, Iron, 08:00."]
    await world.go(at("2026-03-08 11:01"))
    weeks = [each.body for each in bo.chat if each.body.startswith("Week of")]
    assert len(weeks) == 2
    assert all(("Dan" in week) == ("Iron" in week) and ("Ana" in week) == ("Vitamin X" in week) for week in weeks)
    await world.say(ana, "/caregivers")
    await world.tap(ana, "Bo")
    await world.tap(ana, "End it now")
    await world.say(bo, "/caregivers")
    assert bo.last.labels[:1] == ["You read along with Dan"]


async def test_an_old_alert_records_nothing_and_what_rests_is_not_asked_about(world: World, ana: Human) -> None:
    await world.take(ana, DOSE)
    bo = await linked(world, ana, ticks=(*AFTER_1, "May record a dose for me: no", "May remind me once a day: no"))
    await world.go(at("2026-03-03 09:01"))
    old = alerts(bo)[0].id
    await world.go(at("2026-03-05 07:00"))
    await world.tap(bo, "Record for Ana", old)
    assert "cannot be done for Ana" in bo.last.text
    await world.say(ana, "/history")
    assert "recorded by" not in ana.last.text
    await world.go(at("2026-03-05 08:30"))
    await world.say(ana, "/pause")
    await world.tap(ana, "Everything")
    await world.tap(ana, "Until I resume it")
    await world.tap(bo, "Ask Ana", old)
    assert "No dose of Ana waits" in bo.last.text
    assert not [each for each in ana.chat if each.text.startswith("Bo asks")]
