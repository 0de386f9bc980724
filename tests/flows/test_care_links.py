"""Care links: invited, accepted, confirmed by the patient, and changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from journal.tables import Person
from tests.flows.care import DOSE, accept, invite, linked, links, open_link, rows, states
from tests.flows.talk import do
from tests.world import World


async def test_an_invitation_leads_to_a_link_that_the_patient_confirms(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    assert len(link.split("start=")[1]) <= 64
    text = await open_link(world, bo, link)
    assert "Ana asks you to read along" in text
    assert "doses done" in text
    assert "averages" not in text
    assert bo.last.labels == ["Accept", "Decline"]
    assert "16 or over" in await world.tap(bo, "Accept")
    assert await states(world) == ["invited"]
    await world.tap(bo, "I agree")
    assert "Where do you live" in bo.last.text
    assert await states(world) == ["accepted"]
    assert "Bo has accepted. Is that who you meant?" in ana.last.text
    await world.say(bo, "London")
    await world.tap(ana, "Confirm")
    assert await states(world) == ["active"]
    assert "Bo gets:" in ana.last.text
    assert "Ana has confirmed" in bo.last.text


async def test_a_caregiver_who_takes_nothing_gets_no_onboarding(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    assert not any("how you feel" in message.text or "weekly summary" in message.text for message in bo.chat)
    for said in ("/add Vitamin X 1 mg every day at 8:00", "/checkin", "/today", "taken", "hello"):
        assert "You do not keep one here" in await world.say(bo, said)
    assert "You read along" not in bo.last.text
    assert "You read along with Ana" in bo.last.labels
    await world.go(timedelta(days=8))
    assert not any(word in message.text for message in bo.chat for word in ("Check-in", "Tiredness"))


async def test_a_caregiver_can_keep_a_diary_later(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await world.say(bo, "/start")
    await world.tap(bo, "Keep a diary of my own")
    await world.tap(bo, "I agree")
    await world.tap(bo, "20:00")
    assert "Where things stand" in await world.tap(bo, "Sunday")
    assert "You read along with Ana" in (await world.say(bo, "/caregivers"), *bo.last.labels)


async def test_a_caregiver_sets_place_and_quiet_hours_and_nothing_else(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await world.say(bo, "/caregivers")
    await world.tap(bo, "My place and quiet hours")
    assert len(bo.last.labels) == 4
    await world.tap(bo, "Time zone")
    await world.say(bo, "Auckland")
    assert "Pacific/Auckland" in {person.zone for person in await rows(world, Person)}
    bo.tap_data(bo.last.id, "1se|checkin|480")
    await world.settle()
    assert "out of date" in bo.last.text


async def test_what_is_ticked_is_what_is_shown(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    await world.take(ana, DOSE)
    ticks = ("Averages of symptoms: no", "My notes: no", "Tell of an open dose: never", "Tell of an open dose: after 2")
    link = await invite(world, ana, *ticks, "About: all", "All, new ones too: yes", "Vitamin X: yes", "Back")
    text = await open_link(world, bo, link)
    for line in ("doses done, averages of symptoms and notes", "2 hours later", "About nothing"):
        assert line in text
    assert "Vitamin X" not in text
    found = (await links(world))[0]
    assert (sorted(found.sees), found.missed_after, found.regimens) == (["averages", "doses", "notes"], 120, [])


async def test_the_name_can_be_typed_and_has_limits(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    await world.say(ana, "/caregivers")
    await world.tap(ana, "Invite someone")
    await world.tap(ana, "Next")
    assert "1 to 40 letters" in await world.say(ana, "x" * 41)
    text = await world.say(ana, "Mum <b>")
    assert "Mum <b> asks you" in await open_link(world, bo, text.split()[-1])


async def test_the_link_can_be_sent_with_telegram(world: World) -> None:
    ana = await world.arrive()
    link = await invite(world, ana)
    button = (ana.last.markup or {})["inline_keyboard"][0][0]
    assert button["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me")
    assert link.split("start=")[1] in button["url"]
    assert link.split("start=")[1] not in str([row.token_hash for row in await links(world)])


async def test_a_refused_person_never_gets_anything(world: World) -> None:
    ana, eve = await world.arrive(), world.sim.join(1003, "Eve", "en")
    await accept(world, eve, await invite(world, ana))
    assert "Someone gets nothing" not in await world.tap(ana, "No, end it")
    assert await states(world) == ["ended"]
    assert "does not share with you any more" in eve.last.text


async def test_an_invitation_can_be_declined(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    await open_link(world, bo, link)
    assert "You have declined" in await world.tap(bo, "Decline")
    assert "Your invitation was declined" in ana.last.text
    assert "Bo" not in ana.last.text
    assert "does not work" in await open_link(world, bo, link)


async def test_more_is_asked_and_less_holds_at_once(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana, ticks=("My notes: no",))
    await world.tap(ana, "Change")
    await world.tap(ana, "My notes: yes")
    assert (await links(world))[0].sees == ["doses"]
    text = await world.tap(ana, "Lab values: no")
    assert "Bo will also get this: “Lab values: yes”" in text
    assert (await links(world))[0].sees == ["doses"]
    await world.tap(ana, "Yes")
    assert sorted((await links(world))[0].sees) == ["doses", "labs"]
    heard = len(bo.chat)
    await world.go(timedelta(minutes=2))
    assert [message.text for message in bo.chat[heard:]] == ["Ana has changed what you get."]
    assert "lab values" in await world.tap(bo, "Show it")


async def test_later_and_fewer_is_less_sooner_and_forwarding_is_more(world: World) -> None:
    ana = await world.arrive()
    await linked(world, ana, ticks=("Tell of an open dose: never", "Tell of an open dose: after 2", "No forwarding"))
    await world.tap(ana, "Change")
    await world.tap(ana, "Tell of an open dose")
    await world.tap(ana, "Tell of an open dose: after 4")
    assert (await links(world))[0].missed_after == 240
    await world.tap(ana, "Tell of an open dose")
    await world.tap(ana, "Tell of an open dose: after 1")
    assert "Is that right?" in ana.last.text
    await world.tap(ana, "No, leave it")
    assert "Is that right?" in await world.tap(ana, "No forwarding or saving: yes")
    found = (await links(world))[0]
    assert (found.missed_after, found.protect) == (240, True)


async def test_who_hides_names_has_none_in_the_preview_of_news(world: World) -> None:
    """Also when the patient would let them be seen."""
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await do(world, bo, "/settings", "[Names of doses]", "[hidden]")
    await open_link(world, bo, await invite(world, ana, "Names in previews: no"))
    await world.tap(bo, "Accept")
    await world.tap(ana, "Confirm")
    assert bo.last.body.startswith("Ana has confirmed")
    assert [mark["type"] for mark in bo.last.entities] == ["spoiler"]


async def test_someone_can_be_both_patient_and_caregiver(world: World) -> None:
    ana, bo = await world.arrive(), await world.arrive("Bo", 1002)
    await open_link(world, bo, await invite(world, ana))
    assert "now has to confirm" in await world.tap(bo, "Accept")
    await world.tap(ana, "Confirm")
    await world.say(bo, "/caregivers")
    assert bo.last.labels == ["Invite someone", "You read along with Ana"]


class TestAClosedBot:
    @pytest.fixture
    async def closed(self, fresh_database):  # type: ignore[no-untyped-def]
        world = World(fresh_database)
        await world.add_replica()
        yield world
        await world.close()

    async def test_lets_a_caregiver_in_once_the_patient_confirms(self, closed: World) -> None:
        ana, bo = await closed.arrive(), closed.sim.join(1002, "Bo", "en")
        async with closed.app.db.write() as tx:
            for person in (await tx.execute(select(Person))).scalars():
                person.admitted_at = closed.clock.now()
        await closed.close()
        closed.replicas.clear()
        await closed.add_replica(access="invite")
        await accept(closed, bo, await invite(closed, ana))
        assert "private" in await closed.say(bo, "/add Vitamin X 1 mg every day at 8:00")
        await closed.tap(bo, "Keep a diary of my own")
        assert "private" in await closed.tap(bo, "I agree")
        await closed.tap(ana, "Confirm")
        assert "You do not keep one here" in await closed.say(bo, "/today")
        assert all(person.admitted_at for person in await rows(closed, Person))
