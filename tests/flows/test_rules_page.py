"""`/rules`: every rule with its numbers, changed within limits, switched off and on, and what is muted."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from journal.rules import RULES
from journal.tables import FindingLog, RuleChoice
from simulator.people import Human
from tests.flows.counting import sleep
from tests.flows.seeds import rate
from tests.world import World, at

SUNDAY = "2026-03-29 08:00"  # the summary of 22 to 28 March


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def open_rule(world: World, person: Human, title: str) -> str:
    await world.say(person, "/rules")
    while not any(label == title for label in person.last.labels):
        await world.tap(person, "More rules")
    return await world.tap(person, title)


async def summary(world: World, person: Human) -> str:
    await sleep(world, "2026-03-29 07:59")
    await world.go(at(SUNDAY))
    return [m.body for m in person.chat if m.from_bot and m.body.startswith("Your week")][-1]


async def fired(world: World) -> list[tuple[str, int, bool]]:
    async with world.app.db.read() as tx:
        return [(log.rule, log.version, log.shown) for log in (await tx.execute(select(FindingLog))).scalars()]


class TestReading:
    async def test_every_rule_is_there_with_its_numbers(self, world: World, ana: Human) -> None:
        text, titles = await world.say(ana, "/rules"), list[str]()
        assert "The list of urgent signs cannot be switched off: /urgent." in text
        while True:
            titles += [label for label in ana.last.labels if label not in ("Back", "More rules")]
            if "More rules" not in ana.last.labels:
                break
            text += await world.tap(ana, "More rules")
        assert len(set(titles)) == len(titles) == len(RULES)
        assert all(title in text for title in titles)
        assert "If 3 of them are 7 or more" in text
        assert "Weeks: Fatigue 3, Tingling 2 and Cramps 2." in text
        await world.tap(ana, "Back")
        assert "(3 of 4)" in ana.last.text

    async def test_each_opens_with_limits_and_what_is_fixed(self, world: World, ana: Human) -> None:
        text = await open_rule(world, ana, "Strong days")
        assert "A day counts from: 7 (6 to 9)" in text
        assert "Days I look at: 7 (fixed)" in text
        assert "Days I look at: 7" not in ana.last.labels
        assert "Urgent signs" in ana.last.labels
        await world.tap(ana, "All rules")
        assert "(1 of 4)" in ana.last.text

    async def test_an_open_question_stays_while_rules_are_read(self, world: World, ana: Human) -> None:
        await world.say(ana, "/add")
        await open_rule(world, ana, "Strong days")
        assert not any("closed" in m.text for m in ana.chat if m.from_bot)


class TestChanging:
    async def test_a_button_changes_what_fires(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 15), [4] * 14)
        await open_rule(world, ana, "Something that lasts")
        await world.tap(ana, "A day counts from: 4")
        assert ana.last.labels == ["3", "4", "5", "6", "Back"]
        text = await world.tap(ana, "5")
        assert "A symptom is 5 or more on 4 days" in text
        assert "A day counts from: 5" in ana.last.labels
        assert "not a diagnosis" not in await summary(world, ana)
        assert await fired(world) == []

    async def test_each_symptom_has_its_own_number_of_weeks(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 15), [5] * 14)
        await open_rule(world, ana, "Something that lasts")
        await world.tap(ana, "Weeks in a row, Fatigue: 3")
        await world.tap(ana, "2")
        assert "Weeks: Fatigue 2, Tingling 2 and Cramps 2." in ana.last.text
        assert "4 or more on 14 of 14 days, 2 weeks in a row" in await summary(world, ana)
        assert await fired(world) == [("A-PERSIST", 1, True)]

    async def test_a_typed_number_and_what_is_none(self, world: World, ana: Human) -> None:
        await open_rule(world, ana, "A clear rise")
        await world.tap(ana, "Points above your usual weeks: 2")
        for wrong in ("9", "1.7", "two", "-2", "1e1"):
            assert (await world.say(ana, wrong)).startswith("I need a number from 1.5 to 4")
        await world.restart()
        assert "Points above your usual weeks: 2.5 (1.5 to 4)" in await world.say(ana, "2,5")

    async def test_the_usual_numbers_come_back_with_one_tap(self, world: World, ana: Human) -> None:
        await open_rule(world, ana, "Strong days")
        assert "Back to the usual numbers" not in ana.last.labels
        await world.tap(ana, "Days needed: 3")
        await world.tap(ana, "2")
        assert "If 2 of them" in ana.last.text
        assert "If 3 of them" in await world.tap(ana, "Back to the usual numbers")
        assert "Back to the usual numbers" not in ana.last.labels

    async def test_cancel_leaves_the_question(self, world: World, ana: Human) -> None:
        await open_rule(world, ana, "Strong days")
        await world.tap(ana, "Days needed: 3")
        await world.say(ana, "/cancel")
        await world.say(ana, "2")
        assert "If 3 of them" in await open_rule(world, ana, "Strong days")

    @pytest.mark.parametrize(
        "data",
        [
            "1rv|A-SEVERE|need|0|9",
            "1rv|A-SEVERE|window|0|7",
            "1rv|A-SEVERE|need|0|x",
            "1rv|A-NONE|need|0|3",
            "1rv|A-PERSIST|k|99|3",
            "1rn|A-SEVERE|window|0",
            "1rn|A-NONE|need|0",
            "1rz|A-NONE|0",
            "1rb|A-NONE",
            "1rx|A-NONE",
            "1um|99",
        ],
    )
    async def test_forged_buttons_change_nothing(self, world: World, ana: Human, data: str) -> None:
        ana.tap_data(ana.last.id, data)
        await world.settle()
        assert "Nothing was changed." in ana.last.text
        async with world.app.db.read() as tx:
            assert (await tx.execute(select(RuleChoice))).all() == []

    async def test_what_one_person_changes_is_not_anothers(self, world: World, ana: Human) -> None:
        bo = await world.arrive("Bo", 1002)
        await open_rule(world, ana, "Strong days")
        await world.tap(ana, "Switch this rule off")
        assert "Switched off." not in await open_rule(world, bo, "Strong days")


class TestSwitching:
    @pytest.mark.parametrize("on_again", [False, True])
    async def test_off_is_silent_and_on_speaks_again(self, world: World, ana: Human, on_again: bool) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 15), [5] * 14)
        await open_rule(world, ana, "Something that lasts")
        assert "Switched off." in await world.tap(ana, "Switch this rule off")
        if on_again:
            assert "Switched off." not in await world.tap(ana, "Switch this rule on")
        assert ("not a diagnosis" in await summary(world, ana)) is on_again

    @pytest.mark.parametrize(("title", "told"), [("Strong days", "of the last 7 days"), ("One hard day", "Sorry it")])
    async def test_what_is_said_at_once_can_be_switched_off(
        self, world: World, ana: Human, title: str, told: str
    ) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 7] if title == "Strong days" else [])
        await open_rule(world, ana, title)
        await world.tap(ana, "Switch this rule off")
        await world.say(ana, "/checkin")
        await world.tap(ana, "7")
        assert not any(told in m.text for m in ana.chat if m.from_bot)


class TestMuted:
    async def test_a_muted_symptom_can_be_asked_about_again(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 7])
        await world.say(ana, "/checkin")
        await world.tap(ana, "7")
        await world.tap(ana, "Don't ask about this symptom")
        assert "I don't ask about: Fatigue." in await world.say(ana, "/rules")
        bo = await world.arrive("Bo", 1002)
        bo.tap_data(bo.last.id, "1um|1")
        await world.settle()
        assert "I don't ask about: Fatigue." in await world.say(ana, "/rules")
        assert "I don't ask about" not in await world.tap(ana, "Ask again about: Fatigue")
        await sleep(world, "2026-03-16 12:00")
        await rate(world, ana, "fatigue", date(2026, 3, 14), [7, 7])
        await world.say(ana, "/checkin")
        await world.tap(ana, "7")
        assert len([m for m in ana.chat if "of the last 7 days" in m.text and m.from_bot]) == 2


async def test_without_its_rule_the_daily_question_goes_on(world: World, ana: Human) -> None:
    await open_rule(world, ana, "No ratings for a while")
    await world.tap(ana, "Switch this rule off")
    await world.go(at("2026-04-05 12:00"))
    assert not any("I stop" in m.text for m in ana.chat if m.from_bot and "Switched off" not in m.text)
    asked = [m for m in ana.chat if m.from_bot and m.text.startswith("Check-in for Sat 4 Apr")]
    assert [m.silent for m in asked][:1] == [False]


async def test_without_its_rule_cramps_after_an_injection_say_nothing(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks at 10am")
    await world.say(ana, "/settings")
    await world.tap(ana, "About the treatment")
    await world.tap(ana, "Say when it started")
    await world.say(ana, "1 March 2026")
    await world.go(at("2026-03-02 10:00"))
    await world.tap(ana, "Taken")
    await open_rule(world, ana, "Cramps after an injection")
    await world.tap(ana, "Switch this rule off")
    await world.say(ana, "/checkin")
    for label in ("Skip", "Skip", "5"):
        await world.tap(ana, label)
    assert not any("Tell your clinic about it" in m.text for m in ana.chat if m.from_bot)


@pytest.mark.parametrize("off", [False, True])
async def test_without_its_rule_an_overdue_injection_names_no_clinic(world: World, ana: Human, off: bool) -> None:
    await world.take(ana, "Vitamin X 1 mg injection every 12 weeks from 2 March 2026 at 10am")
    await open_rule(world, ana, "An injection that waits")
    if off:
        await world.tap(ana, "Switch this rule off")
    before = len(ana.chat)
    await world.go(at("2026-03-24 12:00"))
    assert any("ask your clinic" in m.text for m in ana.chat[before:] if m.from_bot) is not off
