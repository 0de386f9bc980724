"""Commands as people type them, and two dialogues at once: nothing ends in silence."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.flows.talk import do
from tests.world import World

DROPPED = "The question from before is closed now, and nothing of it was saved."
LINE = "/add Vitamin X 1 mg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


def said_since(person: Human, before: int) -> list[str]:
    return [message.text for message in person.chat[before:] if message.from_bot]


@pytest.mark.parametrize(
    "typed",
    ["/today", "/TODAY", "/Today@dosebook_bot", "/today@DOSEBOOK_BOT", "/today and more", "/today\nplease", "/ today"],
)
async def test_a_command_is_understood_however_it_is_written(world: World, ana: Human, typed: str) -> None:
    assert "Nothing is planned today" in await world.say(ana, typed)


async def test_a_line_may_follow_on_the_next_line(world: World, ana: Human) -> None:
    text = await world.say(ana, "/ADD@Dosebook_bot\nVitamin X 1 mg tablet every day at 8:00")
    assert "Is this right" in text


@pytest.mark.parametrize("typed", ["/frobnicate", "/", "//", "/today2", "/startx", "/add-something", "/тест", "/🙂"])
async def test_an_unknown_command_points_to_help(world: World, ana: Human, typed: str) -> None:
    assert await world.say(ana, typed) == "I do not know that command. /help shows all I can do."


@pytest.mark.parametrize("typed", ["/today@other_bot", "/delete@OtherBot", "/nonsense@other_bot", "/start@other_bot x"])
async def test_a_command_of_another_bot_is_left_alone(world: World, ana: Human, typed: str) -> None:
    assert "for another bot" in await world.say(ana, typed)


async def test_start_in_the_middle_says_where_things_stand(world: World, ana: Human) -> None:
    await do(world, ana, "/add", "Vitamin X")
    before = len(ana.chat)
    assert "Where things stand" in await world.say(ana, "/start")
    assert said_since(ana, before)[0] == DROPPED
    assert "I did not get that" in await world.say(ana, "1 tablet")


@pytest.mark.parametrize("command", ["/add", LINE, "/checkin", "/regimens", "/add@dosebook_bot"])
async def test_the_newer_dialogue_wins_and_the_person_is_told(world: World, ana: Human, command: str) -> None:
    await do(world, ana, "/add", "Vitamin X")
    await world.restart()
    before = len(ana.chat)
    await world.say(ana, command)
    said = said_since(ana, before)
    assert said[0] == DROPPED
    assert len(said) == 2
    await world.say(ana, "/regimens")
    assert "nothing yet" in ana.last.text


async def test_a_dialogue_begun_by_a_button_wins_as_well(world: World, ana: Human) -> None:
    await do(world, ana, "/checkin", "[3]", "[2]", "[1]")
    await do(world, ana, "/add", "Vitamin X")
    before = len(ana.chat)
    await do(world, ana, "[Add a note]")
    assert said_since(ana, before)[0] == DROPPED
    assert "Your note: slept well" in await world.say(ana, "slept well")


async def test_buttons_of_the_dropped_dialogue_change_nothing(world: World, ana: Human) -> None:
    await world.say(ana, LINE)
    preview = ana.last
    save = preview.buttons[0][0][1]
    await world.say(ana, "/add")
    ana.tap_data(preview.id, save)
    await world.settle()
    assert "That question is closed" in ana.last.text
    assert "How much is one dose" in await world.say(ana, "Iron")  # the newer one goes on


@pytest.mark.parametrize(
    "command", ["/help", "/today", "/status", "/privacy", "/trends", "/frobnicate", "/x@other_bot"]
)
async def test_looking_something_up_leaves_the_question_open(world: World, ana: Human, command: str) -> None:
    await do(world, ana, "/add", "Vitamin X")
    before = len(ana.chat)
    await world.say(ana, command)
    assert DROPPED not in said_since(ana, before)
    assert "What form" in await world.say(ana, "1 tablet")


@pytest.mark.parametrize("command", ["/add", LINE, "/today", "/checkin", "/cancel", "/regimens", "/trends"])
async def test_questions_of_first_contact_come_first(world: World, command: str) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await do(world, ana, "/start", "[I agree]")
    before = len(ana.chat)
    await world.say(ana, command)
    said = said_since(ana, before)
    assert said[0] == "I need one answer from you before that:"
    assert "Where do you live" in said[1]
    assert "When shall I ask" in await world.say(ana, "Europe/London")


async def test_help_and_delete_work_during_first_contact(world: World) -> None:
    ana = world.sim.join(1001, "Ana", "en")
    await do(world, ana, "/start", "[I agree]")
    assert "What I can do" in await world.say(ana, "/help")
    assert "late dose? Check the leaflet or ask a pharmacist. Don't take two at once." in ana.last.text
    assert "Delete everything" in await world.say(ana, "/delete")


async def test_a_button_of_an_answered_question_changes_nothing(world: World, ana: Human) -> None:
    for data in ("1ci|540", "1sd|2"):
        ana.tap_data(ana.last.id, data)
        await world.settle()
        assert ana.toasts[-1] == "Nothing was changed"
    assert "Check-in every day at 20:00. Summary on Sunday." in ana.last.text


async def test_a_phone_that_goes_on_sharing_its_place_is_not_answered_at_each_step(world: World, ana: Human) -> None:
    place = ana.share_location(51.5, -0.12)
    await world.settle()
    before = len(ana.chat)
    for _ in range(3):
        ana.edit(place.id, "")
    await world.settle()
    assert len(ana.chat) == before
