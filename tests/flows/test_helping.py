"""Helping: a caregiver records a dose or asks, where the patient allows it; the patient hears it and can undo it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.care import DOSE, data_of, linked
from tests.flows.seeds import rate_nothing
from tests.world import World, at

AFTER_1 = ("Tell of an open dose: never", "Tell of an open dose: after 1")
MAY_RECORD, MAY_ASK = "May record a dose for me: no", "May remind me once a day: no"
TUESDAY = at("2026-03-03 08:00")
NO = ("not open any more", "cannot be done", "You do not keep one here")


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DOSE)
    await rate_nothing(world)
    return ana


async def open_doses(world: World, bo: Human) -> str:
    await world.say(bo, "/caregivers")
    await world.tap(bo, "You read along with Ana")
    return await world.tap(bo, "Open doses")


def message(person: Human, begins: str) -> int:
    return next(each.id for each in reversed(person.chat) if each.from_bot and each.text.startswith(begins))


async def test_a_dose_is_recorded_from_the_list_and_everybody_sees_it(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_RECORD,))
    await world.go(TUESDAY + timedelta(minutes=10))
    reminder = message(ana, "Dose due")
    assert "08:00" in await open_doses(world, bo)
    await world.tap(bo, "Record for Ana · Vitamin X")
    assert "No dose of Ana waits" in bo.last.text
    assert "taken at 08:10, recorded by Bo" in next(each.text for each in ana.chat if each.id == reminder)
    assert ana.last.text.startswith("Bo has recorded a dose for you.")
    assert ana.last.labels == ["Undo"]
    assert "recorded by Bo" in await world.say(ana, "/today")
    assert "recorded by Bo" in await world.say(ana, "/history")


async def test_the_patient_takes_it_back(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_RECORD,))
    await world.go(TUESDAY + timedelta(minutes=10))
    await open_doses(world, bo)
    await world.tap(bo, "Record for Ana · Vitamin X")
    await world.tap(ana, "Undo")
    assert "not recorded yet" in await world.say(ana, "/today")
    assert "08:00" in await open_doses(world, bo)
    await world.say(ana, "/today")
    await world.tap(ana, "Taken")
    assert "recorded by" not in await world.say(ana, "/today")


async def test_an_alert_has_the_button_and_shows_it_done(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(*AFTER_1, MAY_RECORD, MAY_ASK))
    await world.go(TUESDAY + timedelta(minutes=61))
    assert bo.last.labels == ["Record for Ana", "Ask Ana"]
    data = data_of(bo, "Record for Ana")
    await world.tap(bo, "Record for Ana")
    assert bo.last.text == "It has been recorded for Ana."
    sent = len(ana.chat)
    bo.tap_data(bo.last.id, data)
    bo.tap_data(bo.last.id, data)
    await world.settle()
    assert bo.toasts[-1] == "It is recorded already"
    assert len(ana.chat) == sent


async def test_a_list_that_may_not_be_forwarded_is_a_message_of_its_own(world: World, ana: Human) -> None:
    """Editing the page before it would leave that as it was."""
    bo = await linked(world, ana, ticks=(MAY_RECORD, "No forwarding or saving: no"))
    await world.go(TUESDAY + timedelta(minutes=10))
    assert "08:00" in await open_doses(world, bo)
    assert bo.last.protected
    await world.tap(bo, "Record for Ana · Vitamin X")
    assert "No dose of Ana waits" in bo.last.text


async def test_who_may_only_ask_is_not_told_that_nothing_is_open(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_ASK,))
    await world.go(TUESDAY + timedelta(minutes=10))
    assert "The list is not shared with you." in await open_doses(world, bo)
    assert bo.last.labels == ["Ask Ana", "Back"]


async def test_without_permission_nothing_is_recorded_or_asked(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.go(TUESDAY + timedelta(minutes=10))
    await world.say(bo, "/caregivers")
    await world.tap(bo, "You read along with Ana")
    assert "Open doses" not in bo.last.labels
    sent = len(ana.chat)
    for data in ("1ce|1|1|20260303|0|0", "1cq|1", "1ce|1|1|20260303|0|1"):
        bo.tap_data(bo.last.id, data)
        await world.settle()
        assert "cannot be done for Ana" in bo.last.text
    assert len(ana.chat) == sent
    assert "not recorded yet" in await world.say(ana, "/today")


async def test_what_is_forged_reaches_nobody(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_RECORD, MAY_ASK))
    eve = await world.arrive("Eve", 1004)
    await world.take(eve, "Iron 1 tablet every day at 8:00")
    await world.go(TUESDAY + timedelta(minutes=10))
    for person, data in (
        (eve, "1ce|1|1|20260303|0|0"),
        (eve, "1cq|1"),
        (eve, "1co|1"),
        (eve, "1cp|1|show"),
        (eve, "1cw|1|20260307"),
        (bo, "1ce|1|2|20260303|0|0"),
        (bo, "1ce|1|1|20260304|0|0"),
        (bo, "1cp|1|skip"),
        (ana, "1ce|1|1|20260303|0|0"),
        (ana, "1cq|1"),
    ):
        person.tap_data(person.last.id, data)
        await world.settle()
        assert any(words in person.last.text for words in NO), data
    for person in (ana, eve):
        assert "not recorded yet" in await world.say(person, "/today")


async def test_one_more_near_another_is_the_patients_to_say(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_RECORD,))
    await world.take(ana, "Iron 1 tablet every day at 9:00 and 10:00")
    await world.go(at("2026-03-03 09:55"))
    await world.say(ana, "/log Iron")
    await world.tap(ana, "No, one besides")
    await world.go(at("2026-03-03 10:01"))
    await open_doses(world, bo)
    await world.tap(bo, "Record for Ana · 10:00 Iron")
    assert "Only Ana can say" in bo.last.text


async def test_one_gentle_question_a_day(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_ASK,))
    await world.go(TUESDAY + timedelta(minutes=10))
    assert "Vitamin X" not in await open_doses(world, bo)
    await world.tap(bo, "Ask Ana")
    assert "I have asked Ana" in bo.last.text
    assert ana.last.text.startswith("Bo asks whether you have taken it.")
    assert ana.last.labels[:3] == ["Taken", "Snooze", "Skip"]
    sent = len(ana.chat)
    await world.tap(bo, "Ask Ana")
    assert "One a day is the most" in bo.last.text
    assert len(ana.chat) == sent
    await world.tap(ana, "Taken", message(ana, "Bo asks"))
    assert "taken at 08:10" in await world.say(ana, "/today")
    await world.go(TUESDAY + timedelta(days=1, minutes=10))
    await world.tap(bo, "Ask Ana")
    assert message(ana, "Bo asks")


async def test_with_nothing_open_nobody_is_asked(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_ASK,))
    await world.go(TUESDAY + timedelta(minutes=10))
    await world.tap(ana, "Taken")
    sent = len(ana.chat)
    await open_doses(world, bo)
    await world.tap(bo, "Ask Ana")
    assert "No dose of Ana waits" in bo.last.text
    assert len(ana.chat) == sent


async def test_a_question_at_night_waits_for_the_morning(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 22:00")
    bo = await linked(world, ana, ticks=(MAY_ASK,))
    await world.go(at("2026-03-02 22:30"))
    await open_doses(world, bo)
    await world.tap(bo, "Ask Ana")
    assert not any(each.text.startswith("Bo asks") for each in ana.chat)
    await world.go(at("2026-03-03 08:00"))
    assert any(each.text.startswith("Bo asks") for each in ana.chat)


async def test_when_the_caregiver_has_gone_the_record_stays(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(MAY_RECORD,))
    await world.go(TUESDAY + timedelta(minutes=10))
    await open_doses(world, bo)
    await world.tap(bo, "Record for Ana · Vitamin X")
    await world.say(bo, "/delete")
    await world.tap(bo, "Yes, delete everything")
    assert "recorded by someone who reads along" in await world.say(ana, "/today")
    await world.tap(ana, "Undo")
    assert "not recorded yet" in await world.say(ana, "/today")
