"""What a rating leads to at once: the severe prompt, or a kind word, each once, with a way to the urgent signs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col

from journal import people
from journal.tables import DayTag, FindingLog, Tag
from simulator.people import Human
from tests.flows.counting import sleep, told
from tests.flows.seeds import rate
from tests.world import World, at

PROMPT = "7 or more on 3 of the last 7 days"
HARD = "Sorry it's a hard day."


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def rate_today(world: World, person: Human, *values: str, day: str = "") -> str:
    """Fatigue, then tingling, then cramps, as far as values go; the newest message."""
    await world.say(person, f"/checkin {day}".strip())
    sheet = person.last.id
    for value in values:
        await world.tap(person, value, sheet)
    return person.last.body


async def logs(world: World) -> list[FindingLog]:
    async with world.app.db.read() as tx:
        return list((await tx.execute(select(FindingLog).order_by(col(FindingLog.id)))).scalars())


async def summary(world: World, person: Human, moment: str) -> str:
    await sleep(world, f"{datetime.fromisoformat(moment) - timedelta(minutes=1):%Y-%m-%d %H:%M}")
    await world.go(at(moment))
    return [m.body for m in person.chat if m.from_bot and m.body.startswith("Your week")][-1]


class TestSevere:
    async def test_the_third_such_day_is_said_under_the_rating(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 8])
        text = await rate_today(world, ana, "7")
        assert text == (
            "You rated Fatigue 7 or more on 3 of the last 7 days.\n"
            "Please call your doctor or nurse in the next day or two. If you feel very unwell now, or have any sign "
            "on the urgent list, get help right away. Why: feelings this strong are worth a call.\n"
            "This is not a diagnosis."
        )
        assert ana.last.labels == [
            "I've booked", "I've been seen", "Remind me next week", "Don't ask about this symptom",
            "Urgent signs", "Why this?",
        ]  # fmt: skip
        (log,) = await logs(world)
        assert (log.rule, log.version, log.template, log.shown, log.at_once) == ("A-SEVERE", 1, "T-SEVERE", True, True)
        assert (log.evidence["t"], log.evidence["d"]) == (7, 3)
        assert told(ana, HARD) == []

    @pytest.mark.parametrize(("before", "today"), [([7, 6], "7"), ([7, None], "8"), ([7, 8], "Skip")])
    async def test_fewer_days_say_nothing(self, world: World, ana: Human, before: list[int | None], today: str) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 28), before)
        await rate_today(world, ana, today)
        assert told(ana, PROMPT) == []

    async def test_days_out_of_the_last_seven_do_not_count(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 23), [9, 9])
        await rate_today(world, ana, "9")
        assert told(ana, PROMPT) == []

    async def test_double_taps_and_rating_again_do_not_repeat_it(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 27), [2, 7, 7])
        await world.say(ana, "/checkin")
        sheet = ana.last.id
        ana.tap("7", sheet)
        ana.tap("7", sheet)
        await world.settle()
        for value in ("Skip", "Skip"):
            await world.tap(ana, value, sheet)
        await world.restart()
        for value in ("2", "10"):
            await world.tap(ana, "Change", sheet)
            await world.tap(ana, "Fatigue", sheet)
            await world.tap(ana, value, sheet)
        assert len(told(ana, PROMPT)) == 1
        assert [log.shown for log in await logs(world)] == [True]

    async def test_a_day_filled_in_later_counts_too(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 1), [7, 7])
        assert PROMPT in await rate_today(world, ana, "7", day="28 Feb")

    async def test_a_change_of_an_older_day_says_nothing(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 26), [1, None, None, 7, 7])
        await world.say(ana, "/checkin 26 Feb")
        for label in ("Change", "Fatigue", "9"):
            await world.tap(ana, label, ana.last.id)
        assert told(ana, "7 or more") == []

    async def test_the_next_ones_wait_two_weeks_then_four(self, world: World, ana: Human) -> None:
        asked = {0: 1, 13: 1, 14: 2, 41: 2, 42: 3, 97: 3, 98: 4}
        days = [7 if n - 2 not in asked else None for n in range(101)]
        await rate(world, ana, "fatigue", date(2026, 2, 28), days)
        for n, times in asked.items():
            await sleep(world, f"{at('2026-03-02 12:00') + timedelta(days=n):%Y-%m-%d %H:%M}")
            await rate_today(world, ana, "7")
            assert len(told(ana, "of the last 7 days")) == times, n

    async def test_while_everything_rests_it_is_not_said(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 7])
        await world.say(ana, "/pause")
        await world.tap(ana, "Everything")
        await world.tap(ana, "One week")
        await rate_today(world, ana, "7")
        assert told(ana, PROMPT) == []
        assert [(log.rule, log.shown) for log in await logs(world)] == [("A-SEVERE", False), ("A-SEV1", True)]


class TestWithTheSummary:
    async def test_the_summary_does_not_say_it_again(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 1), [2, 7, 7])
        await rate(world, ana, "tingling", date(2026, 2, 22), [5] * 14)
        await sleep(world, "2026-03-04 12:00")
        assert PROMPT in await rate_today(world, ana, "7")
        text = await summary(world, ana, "2026-03-08 09:00")
        assert "You rated Tingling 4 or more" in text
        assert "of the last 7 days" not in text

    async def test_it_is_not_taken_for_the_summarys_when_days_meet(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 5), [7, 7])
        await sleep(world, "2026-03-07 12:00")  # the last day of the summarised week
        assert PROMPT in await rate_today(world, ana, "7")
        assert "of the last 7 days" not in await summary(world, ana, "2026-03-08 09:00")

    async def test_one_that_was_not_logged_in_the_chat_is_said_with_the_summary(self, world: World, ana: Human) -> None:
        await rate(world, ana, "fatigue", date(2026, 3, 2), [7, 7, 7])
        assert PROMPT in await summary(world, ana, "2026-03-08 09:00")


class TestAnswers:
    @pytest.fixture
    async def asked(self, world: World, ana: Human) -> int:
        await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 8])
        await rate_today(world, ana, "7")
        return ana.last.id

    async def test_the_first_answer_counts_and_is_kept_with_its_moment(
        self, world: World, ana: Human, asked: int
    ) -> None:
        booked = dict(button for row in ana.last.buttons for button in row)
        await world.tap(ana, "I've booked", asked)
        assert "Noted: you've booked a visit. I'll leave this for 4 weeks" in ana.last.body
        assert ana.last.labels == ["Urgent signs", "Why this?"]
        ana.tap_data(asked, booked["I've been seen"])
        await world.settle()
        assert ana.toasts[-1] == "It is recorded already"
        (log,) = await logs(world)
        assert (log.answer, log.answered_at) == ("booked", world.clock.now())

    async def test_why_this_opens_the_rule_below(self, world: World, ana: Human, asked: int) -> None:
        text = await world.tap(ana, "Why this?", asked)
        assert text.startswith("Strong days")
        assert ana.last.id != asked

    async def test_the_urgent_signs_are_one_tap_away(self, world: World, ana: Human, asked: int) -> None:
        await world.tap(ana, "Urgent signs", asked)
        assert ana.last.id != asked

    async def test_somebody_elses_button_changes_nothing(self, world: World, ana: Human, asked: int) -> None:
        bo = await world.arrive("Bo", 1002)
        bo.tap_data(bo.last.id, "1ao|1|mute")
        await world.settle()
        assert "I cannot find that any more." in bo.last.text
        ana.tap_data(asked, "1ao|1|sing")
        await world.settle()
        assert [log.answer for log in await logs(world)] == [None]


class TestHardDay:
    async def test_one_high_rating_gets_a_kind_word_once_in_three_days(self, world: World, ana: Human) -> None:
        assert await rate_today(world, ana, "7", "8", "9") == HARD
        assert ana.last.labels == ["Urgent signs"]
        assert len(told(ana, HARD)) == 1
        await sleep(world, "2026-03-05 08:59")
        await rate_today(world, ana, "8")
        assert len(told(ana, HARD)) == 1
        await sleep(world, "2026-03-05 09:00")
        assert await rate_today(world, ana, "8") == HARD
        assert len(told(ana, HARD)) == 2

    async def test_not_for_less_nor_together_with_the_prompt(self, world: World, ana: Human) -> None:
        await rate_today(world, ana, "6", "0")
        await rate(world, ana, "cramps", date(2026, 2, 28), [7, 7])
        await world.tap(ana, "9")
        assert PROMPT in ana.last.text
        assert told(ana, HARD) == []

    async def test_the_urgent_signs_stand_on_the_sheet_each_time(self, world: World, ana: Human) -> None:
        await rate_today(world, ana, "7", "0", "0", day="yesterday")
        await rate_today(world, ana, "0", "7", "0")
        assert len(told(ana, "a hard day.")) == 1
        sheets = [message for message in ana.chat if message.from_bot and "Check-in saved" in message.text]
        assert ["Urgent signs" in sheet.labels for sheet in sheets] == [True, True]
        await rate_today(world, ana, day="28 Feb")
        for value in ("6", "6", "6"):
            await world.tap(ana, value)
        assert "Check-in saved" in ana.last.text
        assert "Urgent signs" not in ana.last.labels

    async def test_of_a_day_before_it_speaks_of_that_day(self, world: World, ana: Human) -> None:
        assert await rate_today(world, ana, "7", day="yesterday") == "Sorry it was a hard day."


async def test_a_tag_on_half_of_those_days_is_named_and_cancels_nothing(world: World, ana: Human) -> None:
    await rate(world, ana, "fatigue", date(2026, 2, 28), [7, 8])
    async with world.app.db.write() as tx:
        person = await people.find(tx, ana.id)
        assert person
        tag = Tag(person_id=people.ident(person), code="hard_exercise")
        tx.add(tag)
        await tx.flush()
        tx.add_all([DayTag(tag_id=tag.id or 0, local_date=date(2026, 2, day)) for day in (27, 28)])
        tx.add(DayTag(tag_id=tag.id or 0, local_date=date(2026, 3, 1)))
    text = await rate_today(world, ana, "7")
    assert text.splitlines()[-2:] == [
        "You tagged hard exercise on 2 of these days. Mention that too.",
        "This is not a diagnosis.",
    ]
    assert [log.rule for log in await logs(world)] == ["A-SEVERE", "A-CONFOUND"]
