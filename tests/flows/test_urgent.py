"""/urgent: the fixed list for whoever asks, whatever else is open, with the numbers of their country."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.people import Human
from tests.flows.talk import do
from tests.world import World

# What of each entry of clinical.md 5.1 must stand in its tier; an entry of two tiers stands in both.
EMERGENCY = {
    "F-ANAPH": ["swollen lips, face, tongue or throat", "trouble breathing or a wheeze", "a rash all over", "hours"],
    "F-CHEST": ["chest pain", "short of breath", "passing out"],
    "F-HEART": ["heart that flutters, with chest pain or feeling faint"],
    "F-STROKE": ["drooping face", "weak arm", "trouble speaking", "one side that goes numb"],
    "F-SIGHT-S": ["sudden loss of sight"],
    "F-CAUDA": ["numb between the legs", "loss of bladder or bowel control", "both legs weak"],
    "F-ASCEND": ["spreads up over hours or days", "trouble breathing or swallowing"],
    "F-FIT": ["a fit", "sudden confusion"],
    "F-SUICIDE": ["thoughts of ending your life, or a plan"],
    "F-TUMMY": ["vomiting blood", "black stools"],
}
TODAY = {
    "F-HEART": ["heart that flutters, when you do not feel faint"],
    "F-GAIT": ["unsteady walking", "falls", "legs that get weak"],
    "F-SIGHT": ["sight that gets blurred or dim over days"],
    "F-CRAMP10": ["a cramp of more than 10 minutes"],
    "F-PALP": ["flutter of the heart since you started injections"],
    "F-N2O": ["numb or unsteady", "nitrous oxide"],
}
DAYS = {
    "F-PREG": ["pregnant or breastfeeding", "new or worse"],
    "F-TUMMY": ["stomach pain", "weight loss"],
    "F-METF": ["metformin", "tiredness", "sore tongue", "pins and needles"],
    "F-MIND": ["memory, thinking or mood"],
    "F-FOOT": ["numb foot that does not heal"],
}
GENERIC = ["Call your local emergency number now", "a local crisis line", "Call your doctor or local health line."]


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


@pytest.mark.parametrize(("tier", "entries"), [(0, EMERGENCY), (1, TODAY), (2, DAYS)])
async def test_every_sign_stands_in_its_tier(
    world: World, ana: Human, tier: int, entries: dict[str, list[str]]
) -> None:
    tiers = (await world.say(ana, "/urgent")).split("\n\n")
    assert {id: part for id, parts in entries.items() for part in parts if part not in tiers[tier]} == {}


async def test_it_says_what_to_do_and_that_it_sees_nothing(world: World, ana: Human) -> None:
    emergency, today, days, end = (await world.say(ana, "/urgent")).split("\n\n")
    assert emergency.startswith("Call your local emergency number now for:")
    assert today.startswith("Get medical help today for:")
    assert days.startswith("Call your doctor in the next few days for:")
    assert end == "I can't see or check your symptoms. A person can."


async def test_without_a_country_the_words_are_generic_and_a_button_asks(world: World, ana: Human) -> None:
    text = await world.say(ana, "/urgent")
    assert [words for words in GENERIC if words not in text] == []
    assert ana.last.labels == ["Choose your country"]


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("United Kingdom", ["Call 999 now", "call 116 123", "Call 111 or your doctor."]),
        ("United States", ["Call 911 now", "call 988", "Call your doctor or local health line."]),
        ("New Zealand", ["Call 111 now", "call 1737", "Call 0800 611 116 or your doctor."]),
        ("Ireland", ["Call 112 now", "call a local crisis line"]),
        ("Another country of the EU", ["Call 112 now", "call a local crisis line"]),
        ("Canada", ["Call your local emergency number now", "call 988"]),
        ("Another country", GENERIC),
    ],
)
async def test_a_country_brings_its_confirmed_numbers_and_is_kept(
    world: World, ana: Human, country: str, said: list[str]
) -> None:
    await do(world, ana, "/urgent", "[Choose your country]")
    await world.tap(ana, country)
    await world.restart()
    text = await world.say(ana, "/urgent")
    assert [words for words in said if words not in text] == []
    assert ana.last.labels == ["Change the country"]
    await world.say(ana, "/settings")
    assert f"Country: {country}" in ana.last.labels


async def test_numbers_that_nobody_has_read_for_long_are_not_shown(fresh_database: Path) -> None:
    world = World(fresh_database, start=datetime(2035, 1, 1, tzinfo=UTC))
    await world.open()
    ana = await world.arrive()
    await do(world, ana, "/urgent", "[Choose your country]", "[United Kingdom]")
    assert [words for words in GENERIC if words not in ana.last.text] == []
    await world.close()


async def test_before_consent_it_is_there_and_keeps_no_country(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await do(world, ana, "/urgent", "[Choose your country]")
    assert "Call 999 now" in await world.tap(ana, "United Kingdom")
    assert "Call your local emergency number now" in await world.say(ana, "/urgent")
    assert "Hello, I am Dosebook." in await world.say(ana, "/start")


async def test_in_first_contact_the_country_is_kept_and_the_question_stays_open(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await do(world, ana, "/start", "[I agree]", "/urgent", "[Choose your country]")
    assert "Call 999 now" in await world.tap(ana, "United Kingdom")
    assert "When shall I ask how you feel" in await world.say(ana, "Europe/London")
    assert "Call 999 now" in await world.say(ana, "/urgent")


async def test_a_closed_bot_shows_it_to_strangers_too(fresh_database: Path) -> None:
    world = World(fresh_database)
    await world.add_replica(access="invite")
    stranger = world.sim.join(1009, "Bo", "en")
    assert "This bot is private" in await world.say(stranger, "/help")
    await do(world, stranger, "/urgent", "[Choose your country]")
    assert "Call 911 now" in await world.tap(stranger, "United States")
    await world.close()


async def test_an_open_dialogue_stays_open(world: World, ana: Human) -> None:
    await do(world, ana, "/add", "Vitamin X")
    await do(world, ana, "/urgent", "[Choose your country]", "[United Kingdom]")
    assert "did not get that" not in await world.say(ana, "1 tablet")
    assert "closed now" not in "".join(message.text for message in ana.chat)


async def test_it_is_never_held_back(world: World, ana: Human) -> None:
    await do(world, ana, "/pause", "[Everything]", "[Until I resume it]")
    texts = [await world.say(ana, "/urgent") for _ in range(5)]
    assert len(set(texts)) == 1
    assert texts[0].startswith("Call ")
    assert len([message for message in ana.chat if message.from_bot and message.text == texts[0]]) == 5


async def test_the_button_on_another_page_opens_it_below_and_leaves_that_page(world: World, ana: Human) -> None:
    page = ana.last.id
    before = ana.last.text
    ana.tap_data(page, "1ur")
    await world.settle()
    assert ana.last.text.startswith("Call your local emergency number now")
    assert next(message for message in ana.chat if message.id == page).text == before


@pytest.mark.parametrize("data", ["1ui|QQ", "1ui|gb", "1ui", "1ur|x"])
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    await world.say(ana, "/urgent")
    ana.tap_data(ana.last.id, data)
    await world.settle()
    assert "out of date" in ana.last.text
    await world.say(ana, "/settings")
    assert "Country: not said" in ana.last.labels


async def test_help_names_it(world: World, ana: Human) -> None:
    assert "/urgent – Signs that need help fast, and whom to call" in await world.say(ana, "/help")
