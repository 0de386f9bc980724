"""/log: as needed, late and forgotten, by buttons and in one line."""

from __future__ import annotations

import pytest

from simulator.people import Human
from tests.world import World, at

DAILY = "Vitamin B12 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DAILY)
    await world.take(ana, "Paracetamol 500 mg tablet as needed")
    await world.go(at("2026-03-03 10:30"))
    return ana


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("b12 7:40", "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 07:40"),
        ("B12 at 8.05", "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 08:05"),
        ("vitamin b12", "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 10:30"),
        ("VITAMIN 20 min ago", "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 10:10"),
        ("7:40 vit", "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 07:40"),
        ("paracetamol", "Paracetamol, 500 mg: taken at 10:30"),
        ("para 20 min ago", "Paracetamol, 500 mg: taken at 10:10"),
        ("half an hour ago paracetamol", "Paracetamol, 500 mg: taken at 10:00"),
    ],
)
async def test_one_line_is_enough(world: World, ana: Human, line: str, shown: str) -> None:
    assert await world.say(ana, f"/log {line}") == shown
    assert ana.last.labels == ["Undo", "Change the time", "Back"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("zinc", "I do not find that name. You take: Vitamin B12 and Paracetamol. Which one did you take?"),
        ("7:40", "I do not find that name."),
        ("b12 tomorrow 8:00", "I did not get a time that is past.\nWhen did you take it? Vitamin B12, 1000 mcg"),
        ("b12 sometime", "I did not get a time that is past.\nWhen did you take it? Vitamin B12, 1000 mcg"),
        ("b12 20 Feb 8:00", "That is too long ago. I can take up to 7 days back."),
        ("🙂", "I do not find that name."),
    ],
)
async def test_what_is_not_understood_is_asked(world: World, ana: Human, line: str, answer: str) -> None:
    before = await world.say(ana, "/today")
    assert (await world.say(ana, f"/log {line}")).startswith(answer)
    assert await world.say(ana, "/today") == before


async def test_a_time_that_was_not_understood_can_be_typed_again(world: World, ana: Human) -> None:
    await world.say(ana, "/log b12 sometime")
    await world.restart()
    assert "I did not get that time" in await world.say(ana, "no idea")
    assert "08:00: Vitamin B12, 1000 mcg: taken at 07:40" in await world.say(ana, "7:40")


async def test_several_that_fit_are_asked_and_the_time_is_kept(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin D 1 drop every day at 8:00")
    assert await world.say(ana, "/log vitamin 7:40") == "Which one did you take?"
    assert ana.last.labels == ["Vitamin B12", "Vitamin D"]
    await world.go(at("2026-03-03 11:30"))
    await world.tap(ana, "Vitamin B12", ana.last.id)
    assert "taken at 07:40" in ana.last.text


async def test_a_full_name_wins_over_one_that_begins_so(world: World, ana: Human) -> None:
    await world.take(ana, "Vitamin B 1 tablet as needed")
    assert await world.say(ana, "/log vitamin b") == "Vitamin B, 1 tablet: taken at 10:30"


async def test_a_late_entry_ends_the_nudges(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 10:00")
    await world.go(at("2026-03-04 10:00"))
    await world.say(ana, "/log iron 9:50")
    before = len(ana.chat)
    await world.go(at("2026-03-04 19:00"))
    assert len(ana.chat) == before


async def test_what_belongs_to_no_planned_dose_is_one_besides(world: World, ana: Human) -> None:
    await world.say(ana, "/log b12 8:00")
    await world.go(at("2026-03-03 15:00"))
    assert await world.say(ana, "/log b12") == "Vitamin B12, 1000 mcg: taken at 15:00"
    await world.tap(ana, "Change the time")
    await world.say(ana, "14:30")
    text = await world.say(ana, "/today")
    assert "taken at 08:00" in text
    assert "taken at 14:30" in text
    await world.go(at("2026-03-04 08:00"))
    assert any(m.date == at("2026-03-04 08:00") and m.text.startswith("Dose due") for m in ana.chat)


async def test_one_too_near_is_asked_about_and_no_records_nothing(world: World, ana: Human) -> None:
    await world.say(ana, "/log b12 8:00")
    assert await world.say(ana, "/log b12") == "Vitamin B12 is recorded at 08:00 already. Did you mean to log two?"
    await world.tap(ana, "No")
    assert (await world.say(ana, "/today")).count("taken at") == 1
    await world.say(ana, "/log b12")
    await world.tap(ana, "Yes")
    assert (await world.say(ana, "/today")).count("taken at") == 2


async def test_a_coming_dose_is_settled_only_when_they_say_so(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 14:00")
    assert await world.say(ana, "/log iron") == "It is planned for 14:00: Iron, 1 tablet. Was it that one?"
    await world.tap(ana, "Yes, for 14:00")
    assert "Tue 3 Mar, 14:00: Iron, 1 tablet: taken at 10:30" in ana.last.text
    before = len(ana.chat)
    await world.go(at("2026-03-03 19:00"))
    assert len(ana.chat) == before


async def test_last_evening_is_not_this_morning_unless_they_say_so(world: World, ana: Human) -> None:
    text = await world.say(ana, "/log b12 yesterday 20:30")
    assert text == "It is planned for 08:00: Vitamin B12, 1000 mcg. Was it that one?"
    await world.tap(ana, "No, one besides")
    assert ana.last.text == "Vitamin B12, 1000 mcg: taken at 20:30 on Mon 2 Mar"
    assert "08:00: Vitamin B12, 1000 mcg, not recorded yet" in await world.say(ana, "/today")


async def test_a_forgotten_evening_is_settled(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 20:00")
    await world.go(at("2026-03-04 10:30"))
    text = await world.say(ana, "/log iron yesterday 20:30")
    assert text == "Tue 3 Mar, 20:00: Iron, 1 tablet: taken at 20:30"


async def test_or_it_is_one_besides(world: World, ana: Human) -> None:
    await world.take(ana, "Iron 1 tablet every day at 14:00")
    await world.say(ana, "/log iron")
    assert await world.tap(ana, "No, one besides") == "Iron, 1 tablet: taken at 10:30"
    await world.go(at("2026-03-03 14:00"))
    assert any(message.text.startswith("Dose due 14:00: Iron") for message in ana.chat)


class TestButtons:
    async def test_now(self, world: World, ana: Human) -> None:
        assert await world.say(ana, "/log") == "What did you take?"
        await world.tap(ana, "Paracetamol")
        assert ana.last.labels == ["Now", "Earlier", "Back"]
        assert await world.tap(ana, "Now") == "Paracetamol, 500 mg: taken at 10:30"
        await world.tap(ana, "Undo")
        assert "as needed" in await world.say(ana, "/today")
        assert "1 recorded today" not in ana.last.text

    async def test_earlier(self, world: World, ana: Human) -> None:
        await world.say(ana, "/log")
        await world.tap(ana, "Paracetamol")
        await world.tap(ana, "Earlier")
        assert ana.last.labels == ["Back"]
        assert "That time is still ahead" in await world.say(ana, "3 March 23:00") or "did not get" in ana.last.text
        assert await world.say(ana, "yesterday 22:00") == "Paracetamol, 500 mg: taken at 22:00 on Mon 2 Mar"

    async def test_a_planned_dose_of_the_last_days(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-05 10:30"))
        await world.say(ana, "/log")
        await world.tap(ana, "Vitamin B12", ana.last.id)
        open_ones = [label for label in ana.last.labels if label.startswith("For ")]
        assert open_ones == ["For 08:00", "For Wed 4 Mar, 08:00", "For Tue 3 Mar, 08:00"]
        await world.tap(ana, "For Wed 4 Mar, 08:00")
        await world.tap(ana, "Taken at 08:00")
        assert ana.last.text == "Wed 4 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 08:00"

    async def test_now_settles_the_dose_that_is_open(self, world: World, ana: Human) -> None:
        await world.say(ana, "/log")
        await world.tap(ana, "Vitamin B12", ana.last.id)
        assert "Tue 3 Mar, 08:00: Vitamin B12, 1000 mcg: taken at 10:30" in await world.tap(ana, "Now")

    async def test_tapped_twice_is_asked_about(self, world: World, ana: Human) -> None:
        await world.say(ana, "/log")
        await world.tap(ana, "Paracetamol")
        message = ana.last.id
        ana.tap("Now", message)
        ana.tap("Now", message)
        await world.settle()
        await world.tap(ana, "No")
        assert "1 recorded today" in await world.say(ana, "/today")

    async def test_nothing_to_log_yet(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        assert await world.say(bo, "/log") == "You have added nothing to take yet. Add it first with /add."
        assert await world.say(bo, "/log iron") == "You have added nothing to take yet. Add it first with /add."

    @pytest.mark.parametrize(
        "data",
        [
            "1lp|99",
            "1le|99",
            "1la|99|0|0|0",
            "1la|2|99999999999999|0|0",
            "1la|2|32503680000|1|1",
            "1ex|1|show",
            "1ex|9|x",
        ],
    )
    async def test_forged_and_foreign_buttons_change_nothing(self, world: World, ana: Human, data: str) -> None:
        await world.say(ana, "/log paracetamol")
        bo = await world.arrive("Bo", 1002)
        bo.tap_data(bo.last.id, data)
        await world.settle()
        assert not bo.unanswered
        assert "error" not in bo.last.text
        assert "1 recorded today" in await world.say(ana, "/today")
