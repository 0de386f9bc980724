"""What leads to the prompt of a summary beside the ratings: answers, the date of a check, and tags."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col

from journal import people
from journal.tables import DayTag, FindingLog, Tag
from simulator.people import Human
from tests.flows.counting import sleep, told
from tests.flows.seeds import rate
from tests.world import World, at

SUNDAY = at("2026-03-15 09:00")  # the summary of 8 to 14 March


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def summary(world: World, person: Human, weeks: int = 0) -> str:
    moment = SUNDAY + timedelta(days=7 * weeks)
    if moment >= at("2026-03-29 00:00"):
        moment -= timedelta(hours=1)  # summer time has begun
    await sleep(world, f"{moment - timedelta(minutes=1):%Y-%m-%d %H:%M}")
    await world.go(moment + timedelta(minutes=10))
    return [m.body for m in person.chat if m.from_bot and m.body.startswith("Your week")][-1]


async def tag(world: World, person: Human, days: list[date], code: str = "hard_exercise", label: str = "") -> None:
    async with world.app.db.write() as tx:
        stored = await people.find(tx, person.id)
        assert stored
        row = Tag(person_id=people.ident(stored), code=code, label=label)
        tx.add(row)
        await tx.flush()
        tx.add_all([DayTag(tag_id=row.id or 0, local_date=day) for day in days])


async def fired(world: World) -> list[tuple[str, str, bool]]:
    async with world.app.db.read() as tx:
        logs = (await tx.execute(select(FindingLog).order_by(col(FindingLog.id)))).scalars()
        return [(log.rule, log.template, log.shown) for log in logs]


IN_THE_WAY = "got in the way of daily life"


class TestInterference:
    @pytest.mark.parametrize(
        ("answers", "said"),
        [(["Quite a bit"], [1]), (["Somewhat", "Somewhat"], [0, 1]), (["Somewhat"], [0]), (["A little"] * 2, [0, 0])],
    )
    async def test_an_answer_leads_to_a_prompt_at_once(
        self, world: World, ana: Human, answers: list[str], said: list[int]
    ) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 8), [2] * 28)
        for week, answer in enumerate(answers):
            await summary(world, ana, week)
            await world.tap(ana, answer)
            assert ana.last.text.count(IN_THE_WAY) == said[week]
        assert IN_THE_WAY not in await summary(world, ana, len(answers))

    async def test_it_is_one_message_for_all_symptoms_and_takes_one_answer(self, world: World, ana: Human) -> None:
        for code, value in (("tingling", 3), ("fatigue", 2)):
            await rate(world, ana, code, date(2026, 3, 8), [value] * 7)
        await summary(world, ana)
        assert IN_THE_WAY not in await world.tap(ana, "Very much")
        await world.restart()
        assert await world.tap(ana, "Quite a bit") == (
            "You said that Tingling got in the way of daily life: very much (4 of 4).\n"
            "You said that Fatigue got in the way of daily life: quite a bit (3 of 4).\n"
            "Please tell your doctor or nurse. Why: there may be things they can change.\n"
            "This is not a diagnosis."
        )
        assert ana.last.labels[-3:] == ["Don't ask about these symptoms", "Urgent signs", "Why this?"]
        assert await fired(world) == [("A-INTERFERE", "T-INTERFERE", True)] * 2
        await world.tap(ana, "I've booked")
        assert "Noted: you've booked a visit." in ana.last.text
        async with world.app.db.read() as tx:
            assert set((await tx.execute(select(col(FindingLog.answer)))).scalars()) == {"booked"}

    async def test_a_change_of_the_answer_does_not_repeat_it(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 8), [2] * 7)
        await summary(world, ana)
        sheet = ana.last.id
        for label in ("Very much", "Change", "Tingling", "Quite a bit"):
            await world.tap(ana, label, sheet)
        assert len(told(ana, IN_THE_WAY)) == 1

    async def test_after_a_prompt_of_the_summary_it_waits_for_the_next_one(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 1), [5] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 8), [2] * 7)
        assert "not a diagnosis" in await summary(world, ana)
        await world.tap(ana, "Skip")
        await world.tap(ana, "Very much")
        assert told(ana, IN_THE_WAY) == []
        assert "Fatigue got in the way of daily life: very much" in await summary(world, ana, 1)

    async def test_asked_to_remind_it_comes_with_the_next_summary(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 8), [2] * 7)
        await summary(world, ana)
        await world.tap(ana, "Very much")
        await world.tap(ana, "Remind me next week")
        assert IN_THE_WAY in await summary(world, ana, 1)

    async def test_switched_off_it_says_nothing(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 8), [2] * 7)
        ana.tap_data(ana.last.id, "1rz|A-INTERFERE|0")
        await world.settle()
        await summary(world, ana)
        assert "Noted for the 7 days" in await world.tap(ana, "Very much")

    async def test_not_asked_about_any_more_it_says_nothing(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 8), [2] * 21)
        await summary(world, ana)
        await world.tap(ana, "Very much")
        await world.tap(ana, "Don't ask about this symptom")
        await summary(world, ana, 2)
        assert "Noted for the 7 days" in await world.tap(ana, "Very much")


class TestReview:
    async def give(self, world: World, person: Human, text: str) -> str:
        await world.say(person, "/settings")
        await world.tap(person, "About the treatment")
        await world.tap(person, "Say when my check is")
        return await world.say(person, text)

    async def start(self, world: World, person: Human, text: str) -> None:
        await world.say(person, "/settings")
        await world.tap(person, "About the treatment")
        await world.tap(person, "Say when it started")
        await world.say(person, text)

    async def test_the_date_that_the_clinic_gave_is_asked_kept_and_changed(self, world: World, ana: Human) -> None:
        await world.say(ana, "/settings")
        assert "Check with the clinic: no date yet" in await world.tap(ana, "About the treatment")
        assert "On which day is your check" in await world.tap(ana, "Say when my check is")
        assert "I did not get that." in await world.say(ana, "some day")
        assert "That day is over." in await world.say(ana, "1 March 2026")
        await world.restart()
        assert "Check with the clinic: Wed 11 Mar" in await world.say(ana, "11 March")
        assert "Change the date of my check" in ana.last.labels
        await world.tap(ana, "Delete this")
        assert "Check with the clinic: no date yet" in ana.last.text

    async def test_it_wins_over_three_months_after_the_start(self, world: World, ana: Human) -> None:
        await self.start(world, ana, "12 December 2025")  # three months are over on 12 March
        await rate(world, ana, "fatigue", date(2025, 12, 12), [6] * 14)
        await rate(world, ana, "fatigue", date(2026, 3, 8), [6] * 14)
        await self.give(world, ana, "17 March")
        assert "since you started" not in await summary(world, ana)
        text = await summary(world, ana, 1)
        assert "It is about 3 months since you started treatment." in text
        assert "about the same as when you started: 6.0 then, 6.0 now" in text
        assert ("A-REVIEW", "T-REVIEW", True) in await fired(world)

    async def test_without_a_start_only_what_gets_in_the_way_counts(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 8), [6] * 14)
        await self.give(world, ana, "17 March")
        await summary(world, ana)
        await world.tap(ana, "Somewhat")
        text = await summary(world, ana, 1)
        assert "The date of your check has come. You said that Fatigue still gets in the way" in text


class TestTags:
    async def test_a_tag_on_half_the_days_is_named_and_cancels_nothing(self, world: World, ana: Human) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 1), [5] * 14)
        await tag(world, ana, [date(2026, 3, day) for day in range(2, 9)])
        text = await summary(world, ana)
        assert "4 or more on 14 of 14 days" in text
        assert "You tagged hard exercise on 7 of these days. Mention that too.\nThis is not a diagnosis." in text
        assert await fired(world) == [("A-PERSIST", "T-PERSIST", True), ("A-CONFOUND", "T-CONFOUND", True)]

    @pytest.mark.parametrize(("days", "off"), [(6, False), (14, True)])
    async def test_not_on_fewer_days_nor_when_switched_off(
        self, world: World, ana: Human, days: int, off: bool
    ) -> None:
        await rate(world, ana, "tingling", date(2026, 3, 1), [5] * 14)
        await tag(world, ana, [date(2026, 3, 1) + timedelta(days=n) for n in range(days)])
        if off:
            ana.tap_data(ana.last.id, "1rz|A-CONFOUND|0")
            await world.settle()
        text = await summary(world, ana)
        assert "4 or more on 14 of 14 days" in text
        assert "You tagged" not in text

    async def test_ones_own_tag_and_several_symptoms(self, world: World, ana: Human) -> None:
        for code in ("tingling", "cramps"):
            await rate(world, ana, code, date(2026, 3, 1), [5] * 14)
        await tag(world, ana, [date(2026, 3, day) for day in range(1, 15)], "own9", "Night shift <3>")
        text = await summary(world, ana)
        assert "Tingling: you tagged “Night shift <3>” on 14 of these days. Mention that too." in text
        assert "Cramps: you tagged “Night shift <3>” on 14 of these days. Mention that too." in text
        assert text.count("not a diagnosis") == 1
