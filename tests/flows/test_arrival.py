"""First contact: consent, the four questions, and who may come in."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from journal.tables import Person, TrackedSymptom
from tests.flows.talk import do
from tests.world import World

PURPOSE = (
    "A diary and reminder tool. It shows what you logged and reminds you to talk to a health professional. "
    "It does not diagnose, monitor disease or advise on treatment."
)


async def count(world: World, table: type) -> int:
    async with world.app.db.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def test_the_first_page_says_what_it_is_and_is_not(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    text = await world.say(ana, "/start")
    assert PURPOSE in text
    assert "16 or over" in text
    assert "not end-to-end encrypted" in text
    assert ana.last.labels == ["I agree"]


async def test_nothing_about_health_is_stored_before_consent(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    for attempt in ("/add Vitamin X 1 mg every day at 8:00", "/checkin", "/today", "taken", "my feet tingle"):
        assert PURPOSE in await world.say(ana, attempt)
    assert await count(world, TrackedSymptom) == 0


async def test_six_taps_lead_to_where_things_stand(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    await world.tap(ana, "I agree")
    await world.tap(ana, "London")
    await world.tap(ana, "20:00")
    text = await world.tap(ana, "Sunday")
    assert "Check-in every day at 20:00. Summary on Sunday." in text
    assert "Europe/London" in text
    assert len(ana.chat) == 2  # one message of Ana's, one of the bot's, edited step by step


@pytest.mark.parametrize("after", range(5))
async def test_a_restart_at_any_step_loses_nothing(world: World, after: int) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    ana.say("/start")
    for step, label in enumerate(("", "I agree", "London", "20:00", "Sunday")):
        if label:
            ana.tap(label)
        if step == after:
            await world.restart()
        await world.settle()
    assert "Where things stand" in await world.say(ana, "/start")


async def test_answers_can_be_typed(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    await world.tap(ana, "I agree")
    await world.say(ana, "Auckland")
    await world.say(ana, "8.30 pm")
    text = await world.say(ana, "monday")
    assert "Check-in every day at 20:30. Summary on Monday." in text
    assert "Pacific/Auckland" in text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Atlantis", "I do not know that place"),
        ("UTC+2", "I do not know that place"),
        ("🙂", "I do not know that place"),
    ],
)
async def test_an_unknown_place_gets_a_sentence_and_the_question_stays(world: World, typed: str, answer: str) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    await world.tap(ana, "I agree")
    assert answer in await world.say(ana, typed)
    assert "When shall I ask" in await world.say(ana, "Berlin")


async def test_a_shared_location_sets_the_zone(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    await world.tap(ana, "I agree")
    ana.share_location(-36.85, 174.76)
    await world.settle()
    assert "Pacific/Auckland" in ana.last.text


async def test_wrong_times_and_days_are_asked_again(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await world.say(ana, "/start")
    await world.tap(ana, "I agree")
    await world.tap(ana, "London")
    assert "I did not get that time" in await world.say(ana, "25:70")
    assert "On which day" in await world.say(ana, "20:00")
    assert "I did not get that day" in await world.say(ana, "someday")
    assert "Where things stand" in await world.say(ana, "Sunday")


class TestAClosedBot:
    async def test_lets_in_nobody_without_a_link(self, closed: World) -> None:
        ana = closed.sim.join(1001, "Ana", "en")
        for attempt in ("/start", "/start guessed-token", "/add Vitamin X 1 mg every day at 8:00", "hello"):
            text = await closed.say(ana, attempt)
            assert "invitation" in text or "new one" in text
        assert await count(closed, TrackedSymptom) == 0

    async def test_admits_one_person_per_invitation(self, closed: World) -> None:
        ana, bo, eve = (closed.sim.join(n, name, "en") for n, name in ((1, "Ana"), (2, "Bo"), (3, "Eve")))
        ana.open(await link(closed))
        await closed.settle()
        assert "I agree" in ana.last.labels
        await closed.tap(ana, "Make an invitation link")
        invitation = ana.last.text.split()[-1]
        bo.open(invitation)
        await closed.settle()
        assert bo.last.labels == ["I agree"]
        eve.open(invitation)
        await closed.settle()
        assert "does not work any more" in eve.last.text

    async def test_is_opened_by_its_operator_alone(self, closed: World) -> None:
        ana, bo = closed.sim.join(1, "Ana", "en"), closed.sim.join(2, "Bo", "en")
        ana.open(await link(closed))
        await closed.settle()
        await closed.tap(ana, "Open to everyone")
        await closed.say(bo, "/start")
        assert bo.last.labels == ["I agree"]
        bo.tap_data(bo.last.id, "1ac|invite")
        await closed.settle()
        assert "Only the person who runs this bot" in bo.last.text

    async def test_keeps_whoever_came_while_it_was_open(self, closed: World) -> None:
        ana, bo = closed.sim.join(1, "Ana", "en"), closed.sim.join(2, "Bo", "en")
        ana.open(await link(closed))
        await closed.settle()
        await closed.tap(ana, "Open to everyone")
        await do(closed, bo, "/start", "[I agree]", "[London]", "[20:00]", "[Sunday]")
        await closed.tap(ana, "Invitations only")
        assert "Nothing is planned today" in await closed.say(bo, "/today")
        assert "private" in await closed.say(closed.sim.join(3, "Eve", "en"), "/start")

    async def test_has_one_operator_link_at_a_time(self, closed: World) -> None:
        first, second = await link(closed), await link(closed)
        eve, ana = closed.sim.join(3, "Eve", "en"), closed.sim.join(1, "Ana", "en")
        eve.open(first)
        ana.open(second)
        await closed.settle()
        assert "does not work any more" in eve.last.text
        assert "You run this bot" in ana.chat[1].text


@pytest.fixture
async def closed(fresh_database):  # type: ignore[no-untyped-def]
    world = World(fresh_database)
    await world.add_replica(access="invite")
    yield world
    await world.close()


async def link(world: World) -> str:
    from bot import operator_link

    found = await operator_link(world.app)
    assert found
    return found


async def test_deleting_removes_every_row(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 mg tablet every day at 8:00")
    await world.say(ana, "/delete")
    await world.tap(ana, "No, keep it")
    assert await count(world, Person) == 1
    await world.say(ana, "/delete")
    text = await world.tap(ana, "Yes, delete everything")
    assert "is deleted" in text
    async with world.app.db.read() as tx:
        for table in Person.metadata.sorted_tables:
            held = (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            assert held == 0 or table.name in ("inboxupdate", "heartbeat", "keycheck", "keyuse", "downtime"), table.name
        rows = (await tx.execute(select(Person.metadata.tables["inboxupdate"]))).mappings().all()
    assert {row["chat_id"] for row in rows} <= {0, 1001}
    assert all(not row["payload"] for row in rows)
