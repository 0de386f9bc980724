"""A part that goes on until the clinic changes it: the question, the switch with its date, and old questions."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlmodel import col

from journal import notices
from journal.tables import Notice
from simulator.people import Human
from tests.flows.plans import names, plan, said
from tests.world import World, at

# It began a fortnight ago, so the question comes at noon.
OPEN = (
    "Vitamin X 1 mg injection every other day from 16 Feb 2026 until my clinic changes it then every 2 months at 10:00"
)
ALONE = "Vitamin X every day at 10:00 from 16 Feb 2026 until my clinic changes it"
SELDOM = "Vitamin X every 3 weeks at 10:00 from 9 Feb 2026 until my clinic changes it then every 2 months"
ASKED = "Has your clinic told you to change the plan?"


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))  # a Monday
    return await world.arrive()


async def waiting(world: World) -> list[datetime]:
    """When the clinic's word is asked for next."""
    query = select(col(Notice.due_at)).where(col(Notice.kind) == notices.CLINIC, col(Notice.state) == notices.WAITING)
    async with world.app.db.read() as tx:
        return list((await tx.execute(query)).scalars())


async def test_the_clinics_word_is_asked_for_every_fortnight(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 11:59"))
    assert not said(ana, ASKED)
    await world.restart()
    await world.go(at("2026-03-02 12:00"))
    assert ana.last.body == f"Vitamin X, 1 mg\nNow: every other day at 10:00, until your clinic changes it\n{ASKED}"
    assert ana.last.labels == ["Yes", "Not yet"]
    text = await world.tap(ana, "Not yet")
    assert "the plan goes on as it is. I will ask again on Mon 16 Mar." in text
    await world.go(at("2026-03-03 12:30"))
    assert not said(ana, ASKED)
    assert await waiting(world) == [at("2026-03-16 12:00")]
    assert (await plan(world))[0]["end"] == {"clinic": True}


@pytest.mark.slow
async def test_it_is_asked_again_and_only_the_newest_question_has_buttons(world: World, ana: Human) -> None:
    await world.take(ana, SELDOM)
    await world.go(at("2026-03-23 12:00"))
    asked = [message for message in ana.chat if message.from_bot and ASKED in message.body]
    assert [message.labels for message in asked] == [[], ["Yes", "Not yet"]]


async def test_a_yes_opens_the_next_part_from_a_day(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    question = ana.last.id
    text = await world.tap(ana, "Yes")
    assert "Next part: every 2 months at 10:00" in text
    assert ana.last.labels == ["Stop now and count from the last dose", "Today", "Tomorrow", "Cancel"]
    await world.restart()
    text = await world.tap(ana, "Tomorrow")
    assert "Next dates:\nTue 3 Mar, 10:00\nSun 3 May, 10:00\nFri 3 Jul, 10:00\nThu 3 Sept, 10:00" in text
    await world.tap(ana, "Another day")
    await world.say(ana, "5 March")
    assert "Next dates:\nWed 4 Mar, 10:00\nThu 5 Mar, 10:00\nTue 5 May, 10:00" in ana.last.text
    assert (await plan(world))[0]["end"] == {"clinic": True}
    await world.restart()
    text = await world.tap(ana, "Save")
    assert "until Wed, 4 Mar 2026, then from Thu, 5 Mar 2026 every 2 months at 10:00" in text
    first, second = await plan(world)
    assert (first["start"], first["end"], second["start"]) == ("2026-02-16", {"until": "2026-03-04"}, "2026-03-05")
    assert "then from Thu, 5 Mar 2026 every 2 months" in await world.say(ana, "/regimens")
    assert question != ana.last.id


async def test_stopping_now_counts_from_the_last_dose(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    before = len(said(ana, "Dose due"))
    await world.tap(ana, "Yes")
    assert "Counted from its last dose, the next one is on Sat 2 May." in ana.last.text
    text = await world.tap(ana, "Stop now and count from the last dose")
    assert "Next dates:\nSat 2 May, 10:00\nThu 2 Jul, 10:00" in text
    await world.tap(ana, "Save")
    await world.go(at("2026-03-05 12:00"))
    assert len(said(ana, "Dose due")) == before
    assert not said(ana, "is over,")


async def test_what_is_open_today_is_not_asked_twice(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    question = ana.last.id
    await world.tap(ana, "Yes")
    await world.tap(ana, "Tomorrow")
    await world.tap(ana, "Save")
    assert len(said(ana, "Dose due")) == 1
    await world.tap(ana, "Taken")
    assert said(ana, "Vitamin X, 1 mg: taken at 12:00")
    await world.go(at("2026-03-03 10:00"))
    assert len(said(ana, "Dose due 10:00")) == 1
    assert ana.last.id > question


async def test_a_switch_can_be_asked_for_at_any_time(world: World, ana: Human) -> None:
    await world.take(ana, OPEN.replace("16 Feb", "2 Mar"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "My clinic changed the plan" not in ana.last.labels
    await world.go(at("2026-03-02 10:30"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "My clinic changed the plan")
    await world.say(ana, "tomorrow")
    await world.tap(ana, "Save")
    assert (await plan(world))[1]["start"] == "2026-03-03"
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "My clinic changed the plan" not in ana.last.labels


async def test_double_taps_and_old_questions_change_nothing(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    question, data = ana.last.id, {label: data for row in ana.last.buttons for label, data in row}
    ana.tap("Yes")
    ana.tap_data(question, data["Yes"])
    await world.settle()
    tomorrow = next(data for row in ana.last.buttons for label, data in row if label == "Tomorrow")
    await world.tap(ana, "Tomorrow")
    save = next(data for row in ana.last.buttons for label, data in row if label == "Save")
    ana.tap_data(question, save)
    ana.tap_data(question, save)
    await world.settle()
    assert "That question is closed" in ana.last.text
    saved = await plan(world)
    for old in (data["Yes"], data["Not yet"], tomorrow, save):
        ana.tap_data(question, old)
        await world.settle()
        assert "That question is closed" in ana.last.text
    assert await plan(world) == saved


@pytest.mark.parametrize(
    "forged", ["1cs|{id}|7|1", "1sw|{draft}|day|2020-01-01", "1sw|{draft}|save|", "1sw|{draft}|x|"]
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, forged: str) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    await world.tap(ana, "Yes")
    draft = ana.last.buttons[0][0][1].split("|")[1]
    ana.tap_data(ana.last.id, forged.format(id=1, draft=draft))
    await world.settle()
    assert (await plan(world))[0]["end"] == {"clinic": True}
    assert ana.toasts[-1] == "Nothing was changed"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 Feb", "“31 Feb” is not a date"),
        ("soon", "“soon”"),
        ("1 Jan 2020", "before the plan began"),
        ("💊", "“💊”"),
    ],
)
async def test_wrong_days_are_asked_again(world: World, ana: Human, typed: str, words: str) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 12:00"))
    await world.tap(ana, "Yes")
    assert words in await world.say(ana, typed)
    await world.say(ana, "3/4")
    await world.tap(ana, "Fri, 3 Apr 2026")
    assert "then from Fri, 3 Apr 2026" in ana.last.text
    assert "Please tap" in await world.say(ana, "yes")
    await world.tap(ana, "Cancel")
    assert (await plan(world))[0]["end"] == {"clinic": True}


async def test_a_plan_without_a_next_part_can_be_changed_or_ended(world: World, ana: Human) -> None:
    await world.take(ana, ALONE)
    await world.go(at("2026-03-02 12:00"))
    await world.tap(ana, "Yes")
    assert said(ana, "does not say what comes next")
    await world.tap(ana, "End")
    await world.tap(ana, "Yes, end it")
    assert await names(world) == []


async def test_a_pause_asks_nothing(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    await world.go(at("2026-03-03 12:00"))
    assert not said(ana, ASKED)
    await world.tap(ana, "Resume")
    assert await waiting(world) == [at("2026-03-16 12:00")]


async def test_a_deleted_one_is_not_asked_about(world: World, ana: Human) -> None:
    await world.take(ana, OPEN)
    await world.go(at("2026-03-02 10:30"))
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Delete")
    await world.tap(ana, "Yes, delete it")
    await world.go(at("2026-03-02 13:00"))
    assert not said(ana, ASKED)
