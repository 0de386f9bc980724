"""The link of an invitation: whom it lets in, how long, and how many there can be."""

from __future__ import annotations

from datetime import timedelta

from journal.care_invitations import MOST_NEW, MOST_OPEN, MOST_WRONG
from journal.tables import CareLink
from tests.flows.care import DEAD, accept, invite, linked, links, open_link, states
from tests.world import World


async def test_a_token_alone_gives_nothing(world: World) -> None:
    ana, eve = await world.arrive(), world.sim.join(1003, "Eve", "en")
    link = await invite(world, ana)
    for guess in (link[:-1], link + "x", link.replace("care_", ""), "https://t.me/dosebook_bot?start=care_"):
        text = await world.say(eve, f"/start {guess.split('start=')[1]}")
        assert "Ana" not in text
    assert [each.caregiver_id for each in await links(world)] == [None]


async def test_a_second_person_learns_nothing_from_a_link_that_was_opened(world: World) -> None:
    ana, bo, eve = await world.arrive(), world.sim.join(1002, "Bo", "en"), world.sim.join(1003, "Eve", "en")
    link = await invite(world, ana)
    await open_link(world, bo, link)
    for _ in range(2):
        text = await open_link(world, eve, link)
        assert text.startswith(DEAD)
        assert eve.last.labels == []
    await accept(world, bo, link)
    assert (await open_link(world, eve, link)).startswith(DEAD)
    assert (await open_link(world, bo, link)).startswith(DEAD)


async def test_a_link_lives_24_hours(world: World) -> None:
    ana, bo, eve = await world.arrive(), world.sim.join(1002, "Bo", "en"), world.sim.join(1003, "Eve", "en")
    link, other = await invite(world, ana), await invite(world, ana)
    await open_link(world, bo, link)
    await world.go(timedelta(hours=24))
    assert "too old now" in await world.tap(bo, "Accept")
    assert (await open_link(world, eve, other)).startswith(DEAD)
    await world.say(ana, "/caregivers")
    assert ana.last.labels == ["Invite someone"]


async def test_who_reads_along_already_cannot_do_so_twice(world: World) -> None:
    ana = await world.arrive()
    bo = await linked(world, ana)
    await open_link(world, bo, await invite(world, ana))
    assert "already" in await world.tap(bo, "Accept")
    assert await states(world) == ["active", "invited"]


async def test_the_patients_own_link_is_not_spent_by_opening_it(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    assert "your own invitation" in await open_link(world, ana, link)
    assert "Ana asks you" in await open_link(world, bo, link)


async def test_a_link_opened_in_a_group_shows_nothing_there(world: World) -> None:
    ana, bo = await world.arrive(), world.sim.join(1002, "Bo", "en")
    link = await invite(world, ana)
    group = world.sim.group(-5, "Family", bo)
    bo.say(f"/start {link.split('start=')[1]}", group.id)
    await world.settle()
    said = [message.text for message in group.shown() if message.from_bot]
    assert said
    assert all("private chat" in text and "Ana" not in text for text in said)
    assert [each.caregiver_id for each in await links(world)] == [None]


async def test_guesses_end_although_the_sentence_stays_the_same(world: World) -> None:
    ana, eve = await world.arrive(), world.sim.join(1003, "Eve", "en")
    link = await invite(world, ana)
    for number in range(MOST_WRONG):
        assert (await world.say(eve, f"/start care_{number}")).startswith(DEAD)
    assert (await open_link(world, eve, link)).startswith(DEAD)
    await world.go(timedelta(hours=25))
    assert "Ana asks you" in await open_link(world, eve, await invite(world, ana))


async def test_invitations_have_limits(world: World) -> None:
    ana = await world.arrive()
    for _ in range(MOST_OPEN):
        await invite(world, ana)
    await world.say(ana, "/caregivers")
    assert "5 open invitations" in await world.tap(ana, "Invite someone")
    for _ in range(MOST_NEW - MOST_OPEN):
        await world.say(ana, "/caregivers")
        await world.tap(ana, "Someone")
        await world.tap(ana, "End it now")
        await invite(world, ana)
    await world.say(ana, "/caregivers")
    await world.tap(ana, "Someone")
    await world.tap(ana, "End it now")
    await world.say(ana, "/caregivers")
    assert "10 invitations within a day" in await world.tap(ana, "Invite someone")


async def test_ten_people_read_along_at_most(world: World) -> None:
    ana = await world.arrive()
    await linked(world, ana)
    async with world.app.db.write() as tx:
        one = (await links(world))[0].model_dump(exclude={"id"})
        tx.add_all([CareLink(**one) for _ in range(9)])
    await world.say(ana, "/caregivers")
    assert "10 people who read along" in await world.tap(ana, "Invite someone")
