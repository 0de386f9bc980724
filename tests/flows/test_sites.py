"""Where an injection was given, by whom and of which batch: offered after `Taken`, never demanded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.seeds import rate_nothing
from tests.world import World

INJECTION = "Vitamin X 1 mg injection every 7 days at 10:00"
STANDARD = [
    "Left upper arm",
    "Right upper arm",
    "Left thigh",
    "Right thigh",
    "Left buttock",
    "Right buttock",
]
WEEK = timedelta(days=7)


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.say(ana, "/settings")
    await world.tap(ana, "Ask about injections: yes")
    await world.tap(ana, "no")
    await world.take(ana, INJECTION)
    await rate_nothing(world)
    return ana


async def given(world: World, person: Human, *labels: str, message: str = "Dose due") -> str:
    """Take the next injection and tap these details."""
    await until(world, person, message)
    for label in ("Taken", *labels):
        await world.tap(person, label, person.last.id)
    return person.last.text


async def until(world: World, person: Human, begins: str) -> None:
    """Live until a message that begins so."""
    for _ in range(20):
        if person.last.text.startswith(begins):
            return
        due = await world.next_due()
        assert due
        await world.go(due)
    raise AssertionError(f"no {begins!r}, but {person.last.text!r}")


def offered(person: Human) -> list[str]:
    return person.last.labels[:6]


async def test_one_tap_is_enough(world: World, ana: Human) -> None:
    text = await given(world, ana)
    assert text == "Vitamin X, 1 mg: taken at 10:00"
    assert ana.last.labels == [*STANDARD, "Other place", "Other details", "Undo", "Change the time"]


async def test_place_then_giver_then_only_the_rest(world: World, ana: Human) -> None:
    text = await given(world, ana, "Left thigh")
    assert text == "Vitamin X, 1 mg: taken at 10:00, left thigh"
    givers = ["At the clinic", "By me", "Someone else"]
    assert ana.last.labels == [*givers, "Batch", "Change details", "Undo", "Change the time"]
    before = len(ana.chat)
    await world.tap(ana, "At the clinic")
    assert len(ana.chat) == before
    assert ana.last.labels == ["Batch", "Change details", "Undo", "Change the time"]
    await world.tap(ana, "Batch")
    await world.say(ana, "A12")
    assert ana.last.text == "Vitamin X, 1 mg: taken at 10:00, left thigh, at the clinic, batch A12"
    assert ana.last.labels == ["Change details", "Undo", "Change the time"]


async def test_the_longest_rested_come_first_with_their_dates(world: World, ana: Human) -> None:
    await given(world, ana, "Left upper arm")
    await given(world, ana, "Left thigh")
    await given(world, ana)
    assert offered(ana) == ["Right upper arm", *STANDARD[3:], "Left side of belly", "Right side of belly"]
    await world.tap(ana, "Other place")
    days = [label for label in ana.last.labels if "·" in label]
    assert [day.split(" · ")[0] for day in days] == ["Left upper arm", "Left thigh"]
    await world.tap(ana, days[0])
    assert ana.last.text.endswith(", left upper arm")
    await given(world, ana)
    await world.tap(ana, "Other place")
    assert [label.split(" · ")[0] for label in ana.last.labels if "·" in label] == ["Left thigh", "Left upper arm"]


async def test_rest_is_counted_over_every_injection_and_nobody_elses(world: World, ana: Human) -> None:
    bo = await world.arrive("Bo", 1002)
    await world.take(bo, INJECTION)
    await given(world, ana, "Left upper arm")
    await given(world, bo)
    assert offered(bo) == STANDARD
    await world.take(ana, "Vitamin Y 1 mg injection every 7 days at 12:00")
    await until(world, ana, "Dose due 12:00")
    await world.tap(ana, "Taken", ana.last.id)
    assert "Left upper arm" not in offered(ana)


async def test_a_place_of_ones_own_is_offered_again(world: World, ana: Human) -> None:
    await given(world, ana, "Other place")
    await world.say(ana, "Left <b>hip</b>")
    assert ana.last.text.endswith("taken at 10:00, Left <b>hip</b>")
    await given(world, ana, "Other place")
    again = next(label for label in ana.last.labels if label.startswith("Left <b>hip</b> · "))
    await world.tap(ana, again)
    assert ana.last.text.endswith(", Left <b>hip</b>")


async def test_a_standard_place_that_is_typed_is_that_place(world: World, ana: Human) -> None:
    await given(world, ana, "Other place")
    await world.say(ana, "left thigh.")
    await given(world, ana)
    assert "Left thigh" not in offered(ana)


async def test_the_same_place_twice_is_one_place(world: World, ana: Human) -> None:
    await given(world, ana, "Left thigh")
    await given(world, ana, "Other place", "Left thigh")
    assert ana.last.text.endswith(", left thigh")
    await given(world, ana, "Other place")
    assert sum("Left thigh" in label for label in ana.last.labels) == 1


@pytest.mark.parametrize("what", ["Other place", "Batch"])
async def test_what_cannot_be_kept_is_refused_with_one_sentence(world: World, ana: Human, what: str) -> None:
    await given(world, ana, *(["Left thigh", "Batch"] if what == "Batch" else ["Other place"]))
    assert "up to 100 letters and signs, and yours has 200" in await world.say(ana, "x" * 200)
    assert "I need a word" in await world.say(ana, "💉💉")
    await world.say(ana, "/cancel")
    text = await world.say(ana, "/today")
    assert "xxx" not in text
    assert "💉" not in text
    assert "taken at 10:00" in text


async def test_undo_clears_everything(world: World, ana: Human) -> None:
    await given(world, ana, "Left thigh", "By me")
    await world.tap(ana, "Undo")
    assert await world.tap(ana, "Taken") == "Vitamin X, 1 mg: taken at 10:00"
    assert offered(ana) == STANDARD


async def test_an_old_button_of_an_injection_taken_back_changes_nothing(world: World, ana: Human) -> None:
    await given(world, ana)
    reminder = ana.last.id
    old = {label: data for row in ana.last.buttons for label, data in row}
    await world.tap(ana, "Undo")
    for label in ("Left thigh", "Other details", "Other place"):
        ana.tap_data(reminder, old[label])
        await world.settle()
        assert ana.toasts[-1] == "Nothing was changed"
        assert ana.last.labels == ["Taken", "Snooze", "Skip"]
    assert "not get that" in await world.say(ana, "left thigh")


async def test_a_double_tap_changes_nothing_more(world: World, ana: Human) -> None:
    await given(world, ana)
    ana.tap("Left thigh")
    ana.tap("Left thigh")
    await world.settle()
    assert ana.last.text.endswith("10:00, left thigh")
    assert not ana.unanswered


async def test_details_can_be_changed_and_cleared(world: World, ana: Human) -> None:
    await given(world, ana, "Left thigh", "By me")
    for label in ("Change details", "Place", "Right thigh", "Change details", "Who gave it", "Someone else"):
        await world.tap(ana, label)
    assert ana.last.text.endswith("10:00, right thigh, by someone else")
    await world.tap(ana, "Change details")
    await world.tap(ana, "Clear details")
    assert ana.last.text == "Vitamin X, 1 mg: taken at 10:00"


async def test_back_leads_out_of_every_question(world: World, ana: Human) -> None:
    await given(world, ana)
    shown = ana.last.labels
    for label in ("Other details", "Other place"):
        await world.tap(ana, label)
        await world.tap(ana, "Back")
        assert ana.last.labels == shown
    assert "not get that" in await world.say(ana, "A12")


async def test_a_restart_between_question_and_answer_loses_nothing(world: World, ana: Human) -> None:
    await given(world, ana, "Left thigh", "Batch")
    asked = ana.last.id
    await world.restart()
    assert (await world.say(ana, "A <12>")).endswith("left thigh, batch A <12>")
    assert next(message for message in ana.chat if message.id == asked).labels == []


async def test_an_injection_taken_back_while_asked_ends_the_question(world: World, ana: Human) -> None:
    await given(world, ana, "Left thigh")
    reminder = ana.last.id
    undo = next(data for row in ana.last.buttons for label, data in row if label == "Undo")
    await world.tap(ana, "Batch")
    ana.tap_data(reminder, undo)
    await world.settle()
    assert "not get that" in await world.say(ana, "A12")


async def test_each_injection_of_several_has_its_own_details(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin Y 1 mg injection every 7 days at 10:00")
    await until(world, ana, "2 doses due")
    await world.tap(ana, "All taken")
    assert "Details · Vitamin X" in ana.last.labels
    await world.tap(ana, "Details · Vitamin Y")
    assert "Who gave it?" in await world.tap(ana, "Left thigh")
    await world.tap(ana, "By me")
    await world.tap(ana, "Back")
    assert "Vitamin Y, 1 mg: taken at 10:00, left thigh, by me" in ana.last.text
    assert "Vitamin X, 1 mg: taken at 10:00" in ana.last.text.splitlines()
