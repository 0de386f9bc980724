"""The day after an injection: any reaction there? Asked once, quietly, and nothing is concluded from the answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.plans import said
from tests.flows.seeds import rate_nothing
from tests.world import World, at

INJECTION = "Vitamin X 1 mg injection every 4 weeks from 3 Mar 2026 at 10:00"
ASKED = "any reaction"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, INJECTION)
    await rate_nothing(world)
    return ana


async def given(world: World, person: Human, at_site: str = "Left thigh", moment: str = "2026-03-03 10:00") -> int:
    """Take the injection of 3 March; returns the message."""
    await world.go(at(moment))
    message = person.last.id
    await world.tap(person, "Taken", message)
    await world.tap(person, at_site, message)
    return message


async def asked(world: World, person: Human) -> str:
    """Live until the question."""
    await given(world, person)
    await world.go(at("2026-03-04 10:00"))
    return person.last.text


async def test_it_is_asked_once_a_day_later_without_a_sound(world: World, ana: Human) -> None:
    await given(world, ana)
    await world.go(at("2026-03-04 09:59"))
    assert said(ana, ASKED) == []
    await world.go(at("2026-03-04 10:00"))
    assert ana.last.text == "Yesterday's injection (left thigh): did you see or feel any reaction there?"
    assert ana.last.labels == ["No", "Yes"]
    assert ana.last.silent
    await world.go(at("2026-03-20 10:00"))
    assert len(said(ana, ASKED)) == 1


async def test_without_a_place(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 10:00"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-04 10:00"))
    assert ana.last.text == "Yesterday's injection: did you see or feel any reaction where it was given?"


async def test_no_is_one_tap(world: World, ana: Human) -> None:
    await asked(world, ana)
    text = await world.tap(ana, "No")
    assert text == "Injection of Tue 3 Mar, left thigh: no reaction."
    assert "emergency" not in text
    assert ana.last.labels == ["There was a reaction", "Show the injection"]


async def test_yes_asks_what_and_says_the_fixed_words(world: World, ana: Human) -> None:
    await asked(world, ana)
    text = await world.tap(ana, "Yes")
    assert "emergency help now" in text
    assert "swollen lips" in text
    assert "Tell your doctor or nurse if it gets worse or worries you." in text
    assert len(text.split()) <= 60
    assert "Urgent signs" in ana.last.labels
    await world.tap(ana, "Redness")
    await world.tap(ana, "Itch")
    assert ana.last.text.startswith("Injection of Tue 3 Mar, left thigh: redness, itch.")
    assert "Redness" not in ana.last.labels
    await world.tap(ana, "Something else")
    await world.say(ana, "pain, a small <i>lump</i>")
    assert ana.last.text.startswith("Injection of Tue 3 Mar, left thigh: redness, itch, pain, a small <i>lump</i>.")
    await world.tap(ana, "Start again")
    assert ana.last.text.startswith("Injection of Tue 3 Mar, left thigh: a reaction.")


async def test_a_double_tap_is_one(world: World, ana: Human) -> None:
    await asked(world, ana)
    await world.tap(ana, "Yes")
    ana.tap("Pain")
    ana.tap("Pain")
    await world.settle()
    assert "left thigh: pain." in ana.last.text
    assert not ana.unanswered


async def test_what_cannot_be_kept_is_refused_with_one_sentence(world: World, ana: Human) -> None:
    await asked(world, ana)
    await world.tap(ana, "Yes")
    question = ana.last.id
    await world.tap(ana, "Something else")
    assert "up to 200 letters" in await world.say(ana, "x" * 201)
    assert "I need a word" in await world.say(ana, "💥")
    await world.say(ana, "/cancel")
    await world.tap(ana, "Back", question)
    assert "left thigh: a reaction." in next(m.text for m in ana.chat if m.id == question)


async def test_a_restart_between_question_and_answer(world: World, ana: Human) -> None:
    await asked(world, ana)
    await world.tap(ana, "Yes")
    await world.tap(ana, "Something else")
    await world.restart()
    assert "left thigh: warm." in await world.say(ana, "warm")


class TestWhen:
    async def test_not_in_quiet_hours(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin Y 1 mg injection every 4 weeks from 3 Mar 2026 at 22:30")
        await given(world, ana, moment="2026-03-03 22:30")
        await world.go(at("2026-03-05 07:59"))
        assert len(said(ana, ASKED)) == 0
        await world.go(at("2026-03-05 08:00"))
        assert ana.last.text.startswith("Your injection of Tue 3 Mar (left thigh)")

    async def test_a_day_is_24_hours_when_the_clocks_change(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin Y 1 mg injection every 8 weeks from 28 Mar 2026 at 12:00")
        await given(world, ana, moment="2026-03-28 12:00")
        await world.go(at("2026-03-29 11:59"))
        assert said(ana, ASKED) == []
        await world.go(at("2026-03-29 12:00"))
        assert ana.last.text.startswith("Yesterday's injection")

    async def test_undo_cancels_it(self, world: World, ana: Human) -> None:
        message = await given(world, ana)
        await world.tap(ana, "Undo", message)
        await world.go(at("2026-03-06 10:00"))
        assert said(ana, ASKED) == []

    async def test_a_changed_time_moves_it(self, world: World, ana: Human) -> None:
        message = await given(world, ana)
        await world.go(at("2026-03-03 15:00"))
        await world.tap(ana, "Change the time", message)
        await world.say(ana, "14:00")
        await world.go(at("2026-03-04 13:59"))
        assert said(ana, ASKED) == []
        await world.go(at("2026-03-04 14:00"))
        assert len(said(ana, ASKED)) == 1

    async def test_not_about_an_old_entry(self, world: World, ana: Human) -> None:
        await world.take(ana, "Vitamin Z 1 mg injection as needed")
        await world.say(ana, "/log vitamin z 3 days ago 10:00")
        await world.say(ana, "/log vitamin z yesterday 22:00")
        await world.go(timedelta(days=1))
        assert len(said(ana, "taken at")) == 2
        assert said(ana, ASKED) == ["Your injection of Sun 1 Mar: did you see or feel any reaction where it was given?"]

    async def test_not_in_a_pause_of_everything(self, world: World, ana: Human) -> None:
        await given(world, ana)
        await world.say(ana, "/pause")
        await world.tap(ana, "Everything")
        await world.tap(ana, "One week")
        await world.go(at("2026-03-12 12:00"))
        assert said(ana, ASKED) == []

    async def test_not_when_it_is_switched_off(self, world: World, ana: Human) -> None:
        await given(world, ana)
        await world.say(ana, "/settings")
        await world.tap(ana, "Ask about injections: yes")
        await world.tap(ana, "no")
        assert "Ask about injections: no" in ana.last.labels
        await world.go(at("2026-03-06 10:00"))
        assert said(ana, ASKED) == []

    async def test_not_when_it_was_recorded_already(self, world: World, ana: Human) -> None:
        await given(world, ana)
        await world.say(ana, "/history")
        for label in ("Tue 3 Mar", "10:00 Vitamin X", "Reaction", "No"):
            await world.tap(ana, label)
        before = len(ana.chat)
        await world.go(at("2026-03-06 10:00"))
        assert len(ana.chat) == before

    async def test_late_after_a_short_outage(self, world: World, ana: Human) -> None:
        await given(world, ana)
        await world.go(timedelta(hours=1))
        await world.outage(timedelta(days=1, hours=3))
        assert ana.last.text.startswith("Yesterday's injection")
        assert len(said(ana, ASKED)) == 1

    async def test_dropped_after_a_long_outage(self, world: World, ana: Human) -> None:
        await given(world, ana)
        await world.go(timedelta(hours=1))
        await world.outage(timedelta(days=2))
        await world.go(timedelta(days=3))
        assert said(ana, ASKED) == []


class TestLater:
    async def test_history_has_it_for_a_week(self, world: World, ana: Human) -> None:
        await asked(world, ana)
        question = ana.last.id
        await world.tap(ana, "No")
        await world.tap(ana, "Show the injection")
        assert "taken at 10:00, left thigh" in ana.last.text
        await world.tap(ana, "Reaction")
        await world.tap(ana, "There was a reaction")
        await world.tap(ana, "Swelling")
        old = next(data for row in ana.last.buttons for label, data in row if label == "Pain")
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        assert "left thigh, reaction: swelling" in await world.tap(ana, "Last injections")
        await world.go(at("2026-03-12 10:00"))
        ana.tap_data(question, old)
        await world.settle()
        assert "can be changed for 7 days" in ana.last.text
        await world.say(ana, "/history")
        await world.tap(ana, "Week before")
        await world.tap(ana, "Tue 3 Mar")
        await world.tap(ana, "10:00 Vitamin X")
        assert "Reaction" not in ana.last.labels

    async def test_undo_takes_the_answer_along(self, world: World, ana: Human) -> None:
        await asked(world, ana)
        question = ana.last.id
        await world.tap(ana, "Yes")
        yes = {label: data for row in ana.last.buttons for label, data in row}
        await world.tap(ana, "Show the injection")
        await world.tap(ana, "Undo")
        ana.tap_data(question, yes["Pain"])
        await world.settle()
        assert "cannot find" in ana.last.text
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        assert "None is recorded yet" in await world.tap(ana, "Last injections")

    async def test_nobody_answers_for_another(self, world: World, ana: Human) -> None:
        await asked(world, ana)
        data = [data for row in ana.last.buttons for _, data in row]
        bo = await world.arrive("Bo", 1002)
        for each in data:
            bo.tap_data(bo.last.id, each)
            await world.settle()
            assert "cannot find" in bo.last.text
        assert ana.last.labels == ["No", "Yes"]
