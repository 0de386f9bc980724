"""The first late injection asks what the next date is counted from; until answered nothing moves."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.plans import plans, said
from tests.world import World, at

TWELVE_WEEKS = "Vitamin X 1 mg injection every 12 weeks from 9 Mar 2026 at 10:00"  # then 1 Jun, 24 Aug, 16 Nov
QUESTION = "later than planned"
PLAN, LAST = "Count from the plan", "Count from the last one"


@pytest.fixture
async def ana(world: World) -> Human:
    """Nineteen days after an injection was due on 9 March at 10:00, in summer time by now."""
    ana = await world.arrive()
    await world.take(ana, TWELVE_WEEKS)
    await world.go(at("2026-03-28 11:00"))
    return ana


def reminded(person: Human) -> list[str]:
    """The dates of the reminders so far."""
    return [f"{m.date:%d %b %H:%M}" for m in person.chat if m.from_bot and m.text.startswith("Dose due")]


async def take(world: World, person: Human) -> None:
    await world.say(person, "/log")
    label = next(each for each in person.last.labels if each.startswith(("Now", "Taken")))
    await world.tap(person, label)


async def test_both_dates_are_shown_and_nothing_moves_until_answered(world: World, ana: Human) -> None:
    await take(world, ana)
    assert QUESTION in ana.last.text
    assert "From the plan: Mon 1 Jun, 10:00" in ana.last.text
    assert "From the last one: Sat 20 Jun, 10:00" in ana.last.text
    assert "Usual for 14 days or more: from the last one" in ana.last.text
    assert "Nothing moves until you answer" in ana.last.text
    assert "Ask your clinic when your next one should be" in ana.last.text
    assert len(ana.last.text.split()) <= 60
    await world.go(at("2026-06-01 09:00"))
    assert reminded(ana)[-1] == "01 Jun 09:00"


async def test_from_the_last_one_moves_two_intervals_on(world: World, ana: Human) -> None:
    await take(world, ana)
    text = await world.tap(ana, LAST)
    assert "counts from the last one taken" in text
    assert "Sat 20 Jun, 10:00\nSat 12 Sept, 10:00" in text
    await world.go(at("2026-06-20 09:30"))
    assert reminded(ana) == ["09 Mar 10:00", "20 Jun 09:00"]
    await world.tap(ana, "Taken")
    assert not said(ana, QUESTION)[1:]
    await world.go(at("2026-09-12 10:00"))
    assert reminded(ana)[-1] == "12 Sep 09:00"


async def test_from_the_plan_keeps_the_dates_and_is_not_asked_again(world: World, ana: Human) -> None:
    await take(world, ana)
    text = await world.tap(ana, PLAN)
    assert "Mon 1 Jun, 10:00" in text
    await world.go(at("2026-06-25 09:30"))
    await take(world, ana)
    await world.go(at("2026-08-24 09:30"))
    assert reminded(ana) == ["09 Mar 10:00", "01 Jun 09:00", "24 Aug 09:00"]
    assert not said(ana, QUESTION)


async def test_undo_moves_it_back_and_closes_the_question(world: World, ana: Human) -> None:
    await take(world, ana)
    question = ana.last.id
    recorded = next(m for m in reversed(ana.chat) if "Undo" in m.labels)
    await world.tap(ana, LAST, question)
    await world.tap(ana, "Undo", recorded.id)
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "Mon 1 Jun, 10:00" in ana.last.text
    await take(world, ana)
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "Sat 20 Jun, 10:00" in ana.last.text


async def test_a_question_that_is_out_of_date_changes_nothing(world: World, ana: Human) -> None:
    await take(world, ana)
    question = ana.last.id
    recorded = next(m for m in reversed(ana.chat) if "Undo" in m.labels)
    await world.tap(ana, "Undo", recorded.id)
    assert "That question is closed" in await world.tap(ana, LAST, question)
    assert (await plans(world))[0].anchor == "planned"


async def test_a_changed_time_moves_the_next_one_too(world: World, ana: Human) -> None:
    await take(world, ana)
    await world.tap(ana, LAST)
    recorded = next(m for m in reversed(ana.chat) if "Change the time" in m.labels)
    await world.tap(ana, "Change the time", recorded.id)
    await world.say(ana, "27 March 10:00")
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "Fri 19 Jun, 10:00" in ana.last.text


async def test_a_late_one_typed_through_log_asks_as_well(world: World, ana: Human) -> None:
    await world.say(ana, "/log Vitamin X yesterday 10:00")
    (question,) = said(ana, QUESTION)
    assert "From the last one: Fri 19 Jun, 10:00" in question


async def test_it_can_be_answered_and_changed_from_the_page(world: World, ana: Human) -> None:
    await take(world, ana)
    for n, (label, words) in enumerate(((LAST, "Sat 20 Jun"), (PLAN, "Mon 1 Jun"), (LAST, "Sat 20 Jun"))):
        await world.say(ana, "/regimens")
        await world.tap(ana, "Vitamin X")
        await world.tap(ana, "Count from …")
        assert ("Nothing moves until you answer" in ana.last.text) == (n == 0)
        assert words in await world.tap(ana, label)
        await world.restart()
    assert "counted from the last one taken" in await world.say(ana, "/regimens")


async def test_skipping_and_being_on_time_do_not_ask(world: World, ana: Human) -> None:
    await world.tap(ana, "Skip", next(m for m in reversed(ana.chat) if "Skip" in m.labels).id)
    await world.go(at("2026-06-05 09:00"))
    await take(world, ana)
    assert not said(ana, QUESTION)


@pytest.mark.parametrize("rule", ["Mon, Thu 10:00", "monthly on the last day 10:00"])
async def test_rules_that_name_days_do_not_ask(world: World, rule: str) -> None:
    ana = await world.arrive()
    await world.take(ana, f"Vitamin X 1 mg injection {rule}")
    await world.go(at("2026-04-02 08:00"))
    await take(world, ana)
    assert not said(ana, QUESTION)
    await world.say(ana, "/regimens")
    await world.tap(ana, "Vitamin X")
    assert "Count from …" not in ana.last.labels


async def test_a_tablet_does_not_ask(world: World) -> None:
    ana = await world.arrive()
    await world.take(ana, "Vitamin X 1 tablet every 4 weeks from 3 Mar 2026 at 10:00")
    await world.go(at("2026-03-10 11:00"))
    await take(world, ana)
    assert not said(ana, QUESTION)


async def test_an_ended_regimen_answers_kindly(world: World, ana: Human) -> None:
    await take(world, ana)
    question = ana.last.id
    await world.say(ana, "/regimens")
    for label in ("Vitamin X", "End", "Yes"):
        await world.tap(ana, label)
    assert "Your plan has changed" in await world.tap(ana, LAST, question)


async def test_the_parts_of_a_plan_follow_the_last_one_taken(world: World) -> None:
    ana = await world.arrive()
    await world.take(
        ana, "Vitamin X 1 mg injection every 7 days 3 times from 3 Mar 2026 at 10:00 then every 8 weeks at 9am"
    )
    await world.go(at("2026-03-05 10:00"))
    await take(world, ana)
    await world.tap(ana, LAST)
    for day in ("2026-03-12 10:30", "2026-03-19 10:30"):
        await world.go(at(day))
        await take(world, ana)
    await world.go(at("2026-05-14 12:00"))
    assert reminded(ana) == ["03 Mar 10:00", "12 Mar 10:00", "19 Mar 10:00", "14 May 08:00"]


async def test_a_time_that_is_changed_to_a_late_one_asks(world: World, ana: Human) -> None:
    await world.say(ana, "/log Vitamin X 12 March 10:05")
    assert not said(ana, QUESTION)
    recorded = next(m for m in reversed(ana.chat) if "Change the time" in m.labels)
    await world.tap(ana, "Change the time", recorded.id)
    await world.say(ana, "27 March 10:00")
    assert "From the last one: Fri 19 Jun, 10:00" in said(ana, QUESTION)[-1]
