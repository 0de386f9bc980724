"""/settings: every setting with its present value, each changed by two taps or by typing."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at

CHANGES = [
    ("Check-in", "18:00", "Check-in: 18:00"),
    ("Summary", "Wednesday", "Summary: Wednesday"),
    ("Quiet hours", "22:00 to 07:00", "Quiet hours: 22:00 to 07:00"),
    ("Quiet hours", "none", "Quiet hours: none"),
    ("Day starts", "04:00", "Day starts: 04:00"),
    ("Names of doses", "hidden", "Names of doses: hidden"),
    ("Emoji", "no", "Emoji: no"),
    ("Dark pictures", "yes", "Dark pictures: yes"),
    ("Language", "English", "Language: English"),
    ("Country", "New Zealand", "Country: New Zealand"),
    ("Time zone", "New York", "Time zone: America/New_York"),
]
TYPED = [
    ("Check-in", "8.30 pm", "Check-in: 20:30"),
    ("Summary", "mon", "Summary: Monday"),
    ("Quiet hours", "from 22:30 to 6:15", "Quiet hours: 22:30 to 06:15"),
    ("Quiet hours", "none", "Quiet hours: none"),
    ("Day starts", "3:00", "Day starts: 03:00"),
    ("Names of doses", "Hidden", "Names of doses: hidden"),
    ("Emoji", "off", "Emoji: no"),
    ("Dark pictures", "Yes", "Dark pictures: yes"),
    ("Language", "english", "Language: English"),
    ("Country", "germany", "Country: Germany"),
    ("Time zone", "Auckland", "Time zone: Pacific/Auckland"),
]
WRONG = [
    ("Check-in", "25:70"),
    ("Summary", "someday"),
    ("Quiet hours", "at night"),
    ("Day starts", "12:00"),
    ("Names of doses", "🙂"),
    ("Emoji", "x" * 4000),
    ("Dark pictures", "black"),
    ("Language", "Klingon"),
    ("Country", "<b>Atlantis</b>"),
    ("Time zone", "Atlantis"),
]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def labels(world: World, ana: Human) -> list[str]:
    await world.say(ana, "/settings")
    return ana.last.labels


async def test_each_is_shown_with_its_value(world: World, ana: Human) -> None:
    assert (await labels(world, ana))[:12] == [
        "Time zone: Europe/London",
        "Check-in: 20:00",
        "Summary: Sunday",
        "Quiet hours: 21:00 to 08:00",
        "Day starts: 00:00",
        "Names of doses: shown",
        "Emoji: yes",
        "Dark pictures: no",
        "Ask about injections: yes",
        "Weekly question: yes",
        "Language: English",
        "Country: not said",
    ]


@pytest.mark.parametrize(("setting", "choice", "shown"), CHANGES)
async def test_two_taps_change_it_and_a_restart_keeps_it(
    world: World, ana: Human, setting: str, choice: str, shown: str
) -> None:
    await world.say(ana, "/settings")
    await world.tap(ana, setting)
    await world.restart()
    await world.tap(ana, choice)
    assert shown in await labels(world, ana)


@pytest.mark.parametrize(("setting", "typed", "shown"), TYPED)
async def test_typing_changes_it(world: World, ana: Human, setting: str, typed: str, shown: str) -> None:
    await world.say(ana, "/settings")
    await world.tap(ana, setting)
    await world.say(ana, typed)
    assert shown in await labels(world, ana)


@pytest.mark.parametrize(("setting", "typed"), WRONG)
async def test_a_wrong_answer_gets_a_sentence_and_changes_nothing(
    world: World, ana: Human, setting: str, typed: str
) -> None:
    before = await labels(world, ana)
    await world.tap(ana, setting)
    said = await world.say(ana, typed)
    assert "I did not get that" in said or "I do not know that place" in said
    assert await labels(world, ana) == before


@pytest.mark.parametrize("data", ["1se|checkin|9999", "1se|language|xx", "1se|quiet|5", "1se|country|QQ", "1sq|shoe"])
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    before = await labels(world, ana)
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "out of date" in ana.last.text
    assert await labels(world, ana) == before


async def test_going_back_changes_nothing_and_ends_the_question(world: World, ana: Human) -> None:
    before = await labels(world, ana)
    await world.tap(ana, "Check-in")
    await world.tap(ana, "Back")
    assert ana.last.labels == before
    assert "I did not get that. /today" in await world.say(ana, "18:00")


async def test_the_check_in_and_the_summary_follow(world: World, ana: Human) -> None:
    await world.say(ana, "/settings")
    await world.tap(ana, "Check-in")
    await world.tap(ana, "18:00")
    await world.tap(ana, "Summary")
    await world.tap(ana, "Tuesday")
    await world.go(at("2026-03-02 18:00"))
    assert ana.last.text.startswith("Check-in for Mon 2 Mar")
    await world.go(at("2026-03-03 09:00"))
    assert "Your week" in ana.last.text


async def test_hidden_names_stand_under_a_spoiler_below_the_first_line(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin X 1000 mcg tablet every day at 10:00")
    await world.say(ana, "/settings")
    await world.tap(ana, "Names of doses")
    await world.tap(ana, "hidden")
    await world.go(at("2026-03-02 10:00"))
    first, second = ana.last.text.splitlines()
    assert first == "Dose due 10:00"
    (spoiler,) = (each for each in ana.last.entities if each["type"] == "spoiler")
    assert second == "Vitamin X, 1000 mcg"
    assert (spoiler["offset"], spoiler["length"]) == (len(first) + 1, len(second))


async def test_a_later_day_start_counts_the_night_for_the_day_before(world: World, ana: Human) -> None:
    await world.say(ana, "/settings")
    await world.tap(ana, "Day starts")
    await world.tap(ana, "04:00")
    await world.go(at("2026-03-03 02:00"))
    assert (await world.say(ana, "/today")).startswith("Mon 2 Mar")
