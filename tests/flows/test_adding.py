"""/add as a conversation: one line, the way by steps, old buttons, restarts, and what comes to nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from journal import regimens
from journal.tables import Draft, Regimen
from journal.timing import plan_to_json
from simulator.people import Human
from tests.world import World, at

LINES = [
    ("Vitamin B12 1000 mcg tablet every day at 8:00", "Next: Tue 3 Mar, 08:00"),
    ("Hydroxocobalamin 1 mg injection every 12 weeks from 1 Dec 2026 at 10:00", "Next: Tue 1 Dec, 10:00"),
    (
        "Hydroxocobalamin 1 mg injection every other day 6 times then every 8 weeks at 9am",
        "Next: Wed 4 Mar, 09:00",
    ),
    ("Folic acid 5 mg every day except Tue at 9:00 for 16 weeks", "Next: Wed 4 Mar, 09:00"),
    ("Iron Mon, Wed, Fri 20:00", "Next: Mon 2 Mar, 20:00"),
    ("Vitamin D monthly on the last day 9:00", "Next: Tue 31 Mar, 09:00"),
    ("Paracetamol as needed", "without reminders"),
]
STEPS = ("Skip", "Tablet", "Chosen weekdays", "Monday", "Thursday", "Done", "08:00", "20:00", "Done", "Tomorrow")


@pytest.fixture
async def ana(world: World) -> Human:
    world.clock.set(at("2026-03-02 09:30"))
    return await world.arrive()


async def stored(world: World) -> list[Regimen]:
    async with world.app.db.read() as tx:
        return list((await tx.execute(select(Regimen).order_by(Regimen.id))).scalars())  # type: ignore[arg-type]


async def drafts(world: World) -> int:
    async with world.app.db.read() as tx:
        return len(list((await tx.execute(select(Draft))).scalars()))


@pytest.mark.parametrize(("line", "after"), LINES)
async def test_one_line_is_shown_and_saved(world: World, ana: Human, line: str, after: str) -> None:
    text = await world.say(ana, f"/add {line}")
    assert text.startswith("Is this right?")
    assert ana.last.labels == ["Save", "Change", "Cancel"]
    assert await stored(world) == []
    text = await world.tap(ana, "Save")
    assert text.startswith(f"Saved: {line.split()[0]}")
    assert after in text
    assert ana.last.labels == []
    assert len(await stored(world)) == 1
    assert await drafts(world) == 0


async def test_by_steps_with_a_new_process_between_every_two(world: World, ana: Human) -> None:
    await world.say(ana, "/add")
    await world.restart()
    await world.say(ana, "Vitamin X")
    asked = ana.last.id
    for label in STEPS:
        await world.restart()
        await world.tap(ana, label)
        assert ana.last.id == asked
    assert "When: every Mon and Thu at 08:00 and 20:00" in ana.last.text
    await world.restart()
    await world.tap(ana, "Save")
    (saved,) = await stored(world)
    assert (saved.label, saved.dose_text, saved.route) == ("Vitamin X", "", "tablet")
    async with world.app.db.read() as tx:
        (phase,) = plan_to_json(await regimens.plan_of(tx, saved))["phases"]
    assert phase["start"] == "2026-03-03"
    assert phase["timing"]["weekdays"] == ["mon", "thu"]


async def test_a_typed_answer_gets_a_new_message(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron")
    asked = ana.last.id
    await world.say(ana, "every day at 8")
    assert ana.last.id > asked
    assert ana.last.labels == ["Save", "Change", "Cancel"]


async def test_saving_twice_saves_once(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron every day at 8")
    ana.tap("Save")
    ana.tap("Save")
    await world.settle()
    assert len(await stored(world)) == 1
    assert "That question is closed" in ana.last.text


async def test_cancel_saves_nothing(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron every day at 8")
    assert await world.tap(ana, "Cancel") == "Stopped. Nothing was saved. /add starts again."
    assert await stored(world) == []
    assert await drafts(world) == 0


async def test_the_cancel_command_stops_it_too(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron")
    await world.say(ana, "/cancel")
    await world.say(ana, "every day at 8")
    assert await stored(world) == []
    assert await drafts(world) == 0


async def test_a_button_of_an_earlier_question_changes_nothing(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron")
    question = ana.last.id
    await world.say(ana, "every day at 8")
    text = await world.tap(ana, "As needed", question)
    assert "That question is closed, so nothing was changed." in text
    assert ana.toasts[-1] == "Nothing was changed"
    await world.tap(ana, "Save")
    (saved,) = await stored(world)
    async with world.app.db.read() as tx:
        assert not (await regimens.plan_of(tx, saved)).as_needed


async def test_buttons_of_an_earlier_draft_change_nothing(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron every day at 8")
    old = ana.last.id
    await world.say(ana, "/add Zinc every day at 9")
    for label in ("Save", "Change", "Cancel"):
        assert "That question is closed" in await world.tap(ana, label, old)
    assert await stored(world) == []
    assert await drafts(world) == 1


async def test_a_preview_saves_only_what_it_shows(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron every day at 8")
    first = ana.last.id
    assert "Please tap Save, Change or Cancel." in await world.say(ana, "yes please")
    await world.tap(ana, "Change")
    await world.tap(ana, "Name")
    await world.say(ana, "Zinc")
    assert "That question is closed" in await world.tap(ana, "Save", first)
    assert await stored(world) == []


async def test_change_keeps_the_rest(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron 14 mg every day at 8")
    await world.tap(ana, "Change")
    await world.tap(ana, "Times")
    await world.tap(ana, "20:00")
    await world.tap(ana, "Done")
    assert "Iron\nHow much: 14 mg\nWhen: every day at 08:00 and 20:00" in ana.last.text


async def test_another_persons_buttons_do_nothing_here(world: World, ana: Human) -> None:
    await world.say(ana, "/add Iron every day at 8")
    data = next(data for row in ana.last.buttons for label, data in row if label == "Save")
    bo = await world.arrive("Bo", 1002)
    await world.say(bo, "/add Zinc every day at 9")
    bo.tap_data(bo.last.id, data)
    await world.settle()
    assert "That question is closed" in bo.last.text
    assert await stored(world) == []


@pytest.mark.parametrize(
    "data", ["1pk|{id}|often|nonsense", "1pk|{id}|times|9", "1pk|{id}||", "1ch|{id}|times", "1sv|{id}", "1sv|"]
)
async def test_forged_buttons_change_nothing(world: World, ana: Human, data: str) -> None:
    await world.say(ana, "/add Iron")
    ident = ana.last.buttons[0][0][1].split("|")[1]
    ana.tap_data(ana.last.id, data.format(id=ident))
    await world.settle()
    assert "nothing was changed" in ana.last.text.lower()
    assert await stored(world) == []
    await world.say(ana, "every day at 8")
    assert ana.last.labels == ["Save", "Change", "Cancel"]


BAD = [
    "/add Iron every day at 8 from 31 Feb",
    "/add Iron every day at 8 from 1 Dec until 1 Nov",
    "/add Iron every day at 8, 0 times",
    "/add Iron every day at 25:70",
    "/add Iron every 0 days at 8",
    "/add Iron 40 times a day",
    "/add " + "x" * 4000,
    "/add \u200f\u202e\u200e",
    "/add 💊💊💊",
    "/add <b>",
]


@pytest.mark.parametrize("line", BAD)
async def test_bad_input_gets_one_clear_message_and_saves_nothing(world: World, ana: Human, line: str) -> None:
    before = len(ana.chat)
    text = await world.say(ana, line)
    assert len(ana.chat) == before + 2  # what Ana wrote and one answer
    assert "Cancel" in ana.last.labels
    assert len(text.split()) <= 60
    assert await stored(world) == []
    await world.tap(ana, "Cancel")
    assert await drafts(world) == 0


async def test_too_many_are_refused_with_the_number(world: World, ana: Human) -> None:
    async with world.app.db.write() as tx:
        for place in range(regimens.MOST):
            tx.add(Regimen(person_id=1, label=f"R{place}", dose_text="", planned_from=at("2026-03-02 09:00"),
                           created_at=at("2026-03-02 09:00")))  # fmt: skip
    await world.say(ana, "/add Iron as needed")
    assert "You have 40 things" in await world.tap(ana, "Save")
    assert len(await stored(world)) == regimens.MOST
