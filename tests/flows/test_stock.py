"""Supplies: counted down by what is taken and given back by undoing, refilled and corrected."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.counting import LOW, count, left, take, told
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DAILY)
    return ana


class TestCounting:
    async def test_nothing_is_counted_before_it_is_wanted(self, world: World, ana: Human) -> None:
        text = await world.say(ana, "/stock")
        assert "I count nothing yet" in text
        assert ana.last.labels == ["Count my supply · Vitamin X"]

    async def test_three_questions_and_it_is_counted(self, world: World, ana: Human) -> None:
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        assert "What do you count it in?" in await world.tap(ana, "Count my supply")
        assert "How many do you have now?" in await world.tap(ana, "Tablets")
        assert "one dose use" in await world.tap(ana, "28 tablets")
        text = await world.tap(ana, "1 tablet")
        assert "28 tablets left, enough up to Mon 30 Mar." in text
        assert "One dose uses 1 tablet." in text
        assert "I tell you 7 days before it runs out." in text
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        assert "28 tablets left" in await world.tap(ana, "My supply")

    async def test_taken_counts_down_and_undo_gives_back(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        await take(world, ana, "2026-03-03 08:00")
        assert "27 tablets left, enough up to Mon 30 Mar." in await left(world, ana)
        reminder = next(m.id for m in reversed(ana.chat) if "Undo" in m.labels)
        await world.tap(ana, "Undo", reminder)
        assert "28 tablets left, enough up to Mon 30 Mar." in await left(world, ana)
        await world.tap(ana, "Skip", reminder)
        assert "28 tablets left, enough up to Tue 31 Mar." in await left(world, ana)

    async def test_a_second_tap_counts_once(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        await world.go(at("2026-03-03 08:00"))
        ana.tap("Taken")
        ana.tap("Taken")
        await world.settle()
        assert "27 tablets left" in await left(world, ana)

    async def test_what_was_taken_before_the_count_is_in_it(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 08:10"))
        await count(world, ana, "28")
        await world.go(at("2026-03-03 08:20"))
        await world.say(ana, "/log vitamin x 8:05")
        assert "taken at 08:05" in (await world.say(ana, "/today"))
        assert "28 tablets left" in await left(world, ana)

    async def test_parts_and_words_of_ones_own(self, world: World, ana: Human) -> None:
        await world.say(ana, "/stock")
        await world.tap(ana, "Count my supply")
        assert "type one word" in await world.say(ana, "12")
        await world.say(ana, "sachet")
        assert "I did not get that number" in await world.say(ana, "a few")
        await world.say(ana, "10 sachets")
        assert "above 0" in await world.say(ana, "0")
        text = await world.say(ana, "½")
        assert "10 sachet left, enough up to Sun 22 Mar." in text
        assert "One dose uses 0.5 sachet." in text
        await take(world, ana, "2026-03-03 08:00")
        assert "9.5 sachet left" in await left(world, ana)

    async def test_as_needed_counts_without_a_date(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Paracetamol as needed")
        assert "3 tablets left, enough for 3 doses." in await count(world, bo, "3")
        await world.say(bo, "/today")
        await world.tap(bo, "Took one")
        assert "2 tablets left, enough for 2 doses." in await left(world, bo)
        for _ in range(2):
            await world.go(timedelta(hours=6))
            await world.say(bo, "/today")
            await world.tap(bo, "Took one")
        await world.go(timedelta(days=1))
        assert len(told(bo, "My count says none left. Is it right?")) == 1

    async def test_the_real_occurrences_tell_the_day(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Iron Mon, Wed, Fri 8:00")
        assert "4 tablets left, enough up to Wed 11 Mar." in await count(world, bo, "4")
        await world.take(bo, "Vitamin X 1 mg injection every other day 3 times then every 8 weeks at 10am")
        await world.say(bo, "/stock")
        await world.tap(bo, "Count my supply")
        await world.tap(bo, "Vials")
        await world.tap(bo, "5 vials")
        assert "5 vials left, enough up to Fri 26 Jun." in await world.tap(bo, "1 vial")
        assert "I tell you 14 days before it runs out." in bo.last.text


class TestRefilling:
    async def test_with_the_last_amount_or_a_typed_one(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        await world.tap(ana, "Refill")
        assert ana.last.labels == ["28 tablets", "Cancel"]
        assert "56 tablets left" in await world.tap(ana, "28 tablets")
        await world.tap(ana, "Refill")
        assert "66 tablets left" in await world.say(ana, "10")
        await world.tap(ana, "Refill")
        assert ana.last.labels == ["10 tablets", "Cancel"]

    async def test_a_second_tap_refills_once(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        await world.tap(ana, "Refill")
        ana.tap("28 tablets")
        ana.tap("28 tablets")
        await world.settle()
        assert "56 tablets left" in ana.last.text
        assert ana.toasts[-1] == "Nothing was changed"

    async def test_a_count_corrects_it(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        await take(world, ana, "2026-03-03 08:00")
        await world.say(ana, "/stock")
        await world.tap(ana, "Vitamin X")
        await world.tap(ana, "Correct the count")
        assert "12 tablets left, enough up to Sun 15 Mar." in await world.say(ana, "I have 12 left")

    async def test_a_restart_between_the_questions_loses_nothing(self, world: World, ana: Human) -> None:
        await world.say(ana, "/stock")
        await world.tap(ana, "Count my supply")
        await world.restart()
        await world.tap(ana, "Tablets")
        await world.restart()
        await world.say(ana, "28")
        await world.restart()
        assert "28 tablets left" in await world.say(ana, "1")

    async def test_stopping_asks_first_and_old_buttons_say_so(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        page = ana.last.id
        await world.tap(ana, "Stop counting")
        assert "What you recorded as taken stays." in ana.last.text
        await world.tap(ana, "Yes, stop counting")
        assert "I count nothing yet" in ana.last.text
        ana.tap_data(page, "1ka|1|refill")
        await world.settle()
        assert "I do not count that supply any more" in ana.last.text

    async def test_a_deleted_regimen_takes_its_supply_with_it(self, world: World, ana: Human) -> None:
        await count(world, ana, "9")
        await world.tap(ana, "Refill")
        question = ana.last.id
        ana.tap_data(question, "1ra|1|delete|1")
        await world.settle()
        assert "I cannot find that any more" in await world.say(ana, "28")
        assert "I did not get that" in await world.say(ana, "28")
        await world.go(at("2026-03-12 12:00"))
        assert told(ana, LOW) == []

    async def test_another_persons_supply_is_out_of_reach(self, world: World, ana: Human) -> None:
        await count(world, ana, "28")
        bo = await world.arrive("Bo", 1002)
        for data in ("1ko|1", "1ka|1|refill", "1ka|1|stopped", "1kp|1|refill|28000", "1kd|1|3", "1ka|1|count"):
            bo.tap_data(bo.last.id, data)
            await world.settle()
            assert "I cannot find that any more" in bo.last.text, data
        assert "28 tablets left" in await left(world, ana)
