"""The digest: once a week, after the patient's own summary, holding what was ticked and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal import people
from journal.tables import CareLink
from scheduler.courier import Courier
from simulator.messages import ChatMessage
from simulator.people import Human
from tests.flows.care import DOSE, linked, links
from tests.flows.seeds import rate
from tests.flows.test_crashes import DiesAfterSending, Killed, post_of
from tests.world import World, at

AVERAGES, PROMPTS, NOTES = "Averages of symptoms: no", "Hints to talk to a doctor: no", "My notes: no"
SUNDAY = at("2026-03-08 11:00")


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DOSE)
    return ana


def weeks(person: Human) -> list[ChatMessage]:
    return [message for message in person.chat if message.from_bot and message.body.startswith("Week of")]


async def test_it_comes_after_the_patients_own_and_holds_doses_alone_by_default(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await rate(world, ana, "fatigue", date(2026, 3, 2), [6] * 6)
    await world.go(SUNDAY - timedelta(minutes=1))
    assert any(message.body.startswith("Your week") for message in ana.chat)
    assert weeks(bo) == []
    await world.go(timedelta(minutes=2))
    (week,) = weeks(bo)
    assert week.body.splitlines()[0] == "Week of Ana, Sun 1 Mar to Sat 7 Mar"
    assert "0 of 5 doses logged" in week.body
    assert "Next: Vitamin X, Mon 9 Mar, 08:00" in week.body
    assert not any(word in week.body for word in ("Tiredness", "Rated on", "hint", "average"))
    assert week.photo is None
    assert week.silent
    assert not week.protected


async def test_what_is_ticked_is_there_and_averages_have_a_picture(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(AVERAGES, PROMPTS, NOTES, "No forwarding or saving: no"))
    await rate(world, ana, "fatigue", date(2026, 3, 2), [6] * 6)
    await world.go(SUNDAY + timedelta(minutes=1))
    (week,) = weeks(bo)
    assert "6.0 on average" in week.body
    assert "No hint to talk to a doctor or nurse was sent." in week.body
    assert week.photo
    assert week.photo.startswith(b"\x89PNG")
    assert week.protected


async def test_a_hint_that_was_given_under_a_rating_counts_too(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(PROMPTS,))
    await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 7])
    await world.say(ana, "/checkin")
    await world.tap(ana, "7")
    assert "not a diagnosis" in ana.last.text
    await world.go(SUNDAY + timedelta(minutes=1))
    assert "A hint to talk to a doctor or nurse was sent." in weeks(bo)[0].body


async def test_names_stay_out_of_previews_unless_allowed(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    cy = await linked(world, ana, 1003, "Cy", ("Names in previews: no",))
    await world.go(SUNDAY + timedelta(minutes=1))

    def hidden(person: Human) -> set[str]:
        (week,) = weeks(person)
        marks = [mark for mark in week.entities if mark["type"] == "spoiler"]
        return {week.body[mark["offset"] : mark["offset"] + mark["length"]] for mark in marks}

    assert hidden(bo) == {"Ana", "Vitamin X"}
    assert hidden(cy) == set()


async def test_only_the_chosen_regimens_count(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 9:00")
    ticks = ("About: all I take", "All, new ones too: yes", "Iron: yes", "Back")
    bo = await linked(world, ana, ticks=ticks)
    await world.go(SUNDAY + timedelta(minutes=1))
    (week,) = weeks(bo)
    assert "0 of 5 doses" in week.body
    assert "Vitamin X" in week.body
    assert "Iron" not in week.body


async def test_it_is_in_the_readers_own_language(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    async with world.app.db.write() as tx:
        stored = await people.find(tx, bo.id)
        assert stored
        stored.language = "qps"
    await world.go(SUNDAY + timedelta(minutes=1))
    assert not weeks(bo)
    assert bo.last.text.startswith("⟦")


async def test_two_caregivers_in_two_zones_across_the_changes_of_the_clocks(world: World, ana: Human) -> None:
    bo, cy = await linked(world, ana), await linked(world, ana, 1003, "Cy")
    for person, zone in ((bo, "New York"), (cy, "Auckland")):
        await world.say(person, "/settings")
        await world.tap(person, "Time zone")
        await world.say(person, zone)
    await world.go(at("2026-04-06 23:00"))

    def when(person: Human, zone: str) -> list[str]:
        return [f"{each.date.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}" for each in weeks(person)]

    sundays = ("08 Mar", "15 Mar", "22 Mar", "29 Mar", "05 Apr")
    assert when(bo, "America/New_York") == [f"Sun {day} 08:00" for day in sundays]
    mondays = ("09 Mar", "16 Mar", "23 Mar", "30 Mar", "06 Apr")
    assert when(cy, "Pacific/Auckland") == [f"Mon {day} 08:00" for day in mondays]
    assert "Mon 9 Mar, 08:00 in Ana’s time, 04:00 in yours" in weeks(bo)[0].body


async def test_a_time_elsewhere_is_one_that_each_phone_shows(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.say(bo, "/settings")
    await world.tap(bo, "Time zone")
    await world.say(bo, "New York")
    await world.go(SUNDAY + timedelta(hours=2))
    (mark,) = [mark for mark in weeks(bo)[0].entities if mark["type"] == "date_time"]
    assert mark["unix_time"] == int(at("2026-03-09 08:00").timestamp())


async def test_the_patient_sees_it_before_it_goes_and_can_skip_it(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.tap(ana, "What Bo will read")
    assert "This is what Bo will read on Sun 8 Mar" in ana.last.text
    assert "No dose was due" in ana.last.text
    await world.tap(ana, "Skip this week")
    await world.tap(ana, "Send it after all")
    assert "This is what Bo will read" in ana.last.text
    await world.tap(ana, "Skip this week")
    assert "Bo will get no page" in ana.last.text
    await world.go(at("2026-03-15 12:00"))
    assert [f"{each.date:%d %b}" for each in weeks(bo)] == ["15 Mar"]


async def test_what_was_sent_when_is_listed(world: World, ana: Human) -> None:
    await linked(world, ana)
    await world.go(SUNDAY + timedelta(minutes=1))
    await world.say(ana, "/privacy")
    text = await world.tap(ana, "Who was sent what")
    assert "Sun 8 Mar, 11:00: Bo, got the week" in text


async def test_what_is_taken_back_before_it_goes_is_not_in_it(world: World, ana: Human) -> None:
    bo = await linked(world, ana, ticks=(AVERAGES,))
    await rate(world, ana, "fatigue", date(2026, 3, 2), [6] * 6)
    await world.tap(ana, "Change")
    await world.tap(ana, "Averages of symptoms: yes")
    await world.go(SUNDAY + timedelta(minutes=1))
    (week,) = weeks(bo)
    assert "average" not in week.body
    assert "Rated on" not in week.body
    assert week.photo is None


async def test_none_goes_once_the_link_has_ended(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.go(SUNDAY - timedelta(minutes=1))
    async with world.app.db.write() as tx:
        link = await tx.get(CareLink, (await links(world))[0].id)
        assert link
        link.state = "ended"  # between planning and sending: the notice waits still
    await world.go(timedelta(days=1))
    assert weeks(bo) == []


async def test_none_goes_before_the_patient_has_had_theirs(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.go(at("2026-03-08 08:59"))
    await world.outage(at("2026-03-08 11:30"))
    assert weeks(bo) == []
    await world.go(at("2026-03-08 13:29"))
    assert weeks(bo) == []
    await world.go(at("2026-03-08 13:31"))
    assert len(weeks(bo)) == 1


async def test_one_of_unknown_fate_is_offered_and_not_repeated(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.go(SUNDAY - timedelta(minutes=1))
    world.clock.set(SUNDAY)
    with pytest.raises(Killed):
        await Courier(world.app.db, world.clock, DiesAfterSending(post_of(world), strict=True)).lap()
    await world.restart()
    await world.go(timedelta(hours=8))
    assert len(weeks(bo)) == 1
    await world.say(bo, "/caregivers")
    assert "came through" in bo.last.text
    await world.tap(bo, "Show it")
    assert len(weeks(bo)) == 2
    await world.say(bo, "/caregivers")
    assert "came through" not in bo.last.text
    assert "got the week" in await log_of(world, ana)


async def log_of(world: World, ana: Human) -> str:
    await world.say(ana, "/privacy")
    return await world.tap(ana, "Who was sent what")


async def test_no_other_week_can_be_asked_for(world: World, ana: Human) -> None:
    bo = await linked(world, ana)
    await world.go(SUNDAY + timedelta(minutes=1))
    sent = len(weeks(bo))
    bo.tap_data(bo.last.id, "1cw|1|20260228")
    await world.settle()
    assert len(weeks(bo)) == sent
    assert "cannot be shown" in bo.last.text
