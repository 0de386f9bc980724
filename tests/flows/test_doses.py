"""A reminder's life: due, answered with one tap, put off, taken back; several at once; old and foreign buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.world import World, at

DAILY = "Vitamin X 1000 mcg tablet every day at 8:00"


@pytest.fixture
async def ana(world: World) -> Human:
    ana = await world.arrive()
    await world.take(ana, DAILY)
    return ana


def reminders(person: Human) -> list[str]:
    return [message.text for message in person.chat if message.from_bot and "due" in message.text]


def about(person: Human) -> int:
    return sum(message.from_bot and "Vitamin X" in message.text for message in person.chat)


async def test_it_comes_at_the_planned_time_once(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 07:59"))
    assert not any(message.text.startswith("Dose due") for message in ana.chat)
    await world.go(at("2026-03-03 08:00"))
    assert ana.last.text == "Dose due 08:00: Vitamin X, 1000 mcg"
    assert ana.last.labels == ["Taken", "Snooze", "Skip"]
    assert not ana.last.silent
    await world.go(at("2026-03-03 19:00"))
    assert sum(message.text.startswith("Dose due") for message in ana.chat) == 1


async def test_one_tap_records_and_shows_the_time(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:04"))
    text = await world.tap(ana, "Taken")
    assert "Vitamin X, 1000 mcg: taken at 08:04" in text
    assert ana.last.labels == ["Undo", "Change the time"]
    assert ana.toasts[-1] == "Recorded"


async def test_a_second_tap_changes_nothing(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:04"))
    ana.tap("Taken")
    ana.tap("Taken")
    await world.settle()
    assert "taken at 08:04" in ana.last.text
    assert ana.toasts[-2:] == ["Recorded", "It is recorded already"]


async def test_undo_opens_it_again(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:04"))
    await world.tap(ana, "Taken")
    await world.tap(ana, "Undo")
    assert ana.last.text == "Dose due 08:00: Vitamin X, 1000 mcg"
    assert ana.last.labels == ["Taken", "Snooze", "Skip"]
    await world.tap(ana, "Skip")
    assert "skipped at 08:04" in ana.last.text


async def test_snoozing_asks_again_later_and_not_otherwise(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:00"))
    await world.tap(ana, "Snooze")
    assert ana.last.labels == ["10 minutes", "1 hour", "This evening", "Back"]
    text = await world.tap(ana, "1 hour")
    assert "I will ask again at 09:00" in text
    before = about(ana)
    await world.go(at("2026-03-03 08:59"))
    assert about(ana) == before
    await world.go(at("2026-03-03 09:00"))
    assert about(ana) == before + 1
    assert ana.last.text.startswith("Dose due 08:00")
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-03 19:00"))
    assert about(ana) == before + 1


async def test_a_dose_taken_meanwhile_is_not_asked_again(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:00"))
    await world.tap(ana, "Snooze")
    await world.tap(ana, "10 minutes")
    await world.tap(ana, "Taken")
    before = about(ana)
    await world.go(at("2026-03-03 19:00"))
    assert about(ana) == before


async def test_doses_of_one_moment_are_one_message(world: World, ana: Human) -> None:
    await world.take(ana, "Folic acid 5 mg tablet every day at 8:00")
    await world.go(at("2026-03-03 07:59"))
    before = len(ana.chat)
    await world.go(at("2026-03-03 08:00"))
    assert len(ana.chat) == before + 1
    assert ana.last.text.startswith("2 doses due 08:00")
    assert ana.last.labels[0] == "All taken"
    await world.tap(ana, "Taken · Folic acid")
    assert "Folic acid, 5 mg: taken at 08:00" in ana.last.text
    assert "Vitamin X, 1000 mcg: not recorded yet" in ana.last.text
    await world.tap(ana, "Taken · Vitamin X")
    assert [label for label in ana.last.labels if label.startswith("Undo")] == ["Undo · Vitamin X", "Undo · Folic acid"]


async def test_all_taken_records_what_is_open(world: World, ana: Human) -> None:
    await world.take(ana, "Folic acid 5 mg tablet every day at 8:00")
    await world.go(at("2026-03-03 08:00"))
    await world.tap(ana, "Skip")
    await world.tap(ana, "Undo · Vitamin X")
    await world.tap(ana, "All taken")
    assert ana.last.text.count("taken at 08:00") == 2


async def test_taken_can_be_typed(world: World, ana: Human) -> None:
    assert "No dose is waiting" in await world.say(ana, "taken")
    await world.go(at("2026-03-03 08:30"))
    assert "taken at 08:30" in await world.say(ana, "Taken!")


async def test_an_old_button_of_an_ended_plan_changes_nothing(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:00"))
    message = ana.last.id
    await world.say(ana, "/regimens")
    for label in ("Vitamin X", "End", "Yes"):
        await world.tap(ana, label)
    ana.tap("Taken", message)
    await world.settle()
    assert "Your plan has changed" in ana.last.text
    assert "Nothing was recorded" in ana.last.text


async def test_another_person_cannot_press_my_button(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 08:00"))
    data = ana.last.buttons[0][0][1]
    bo = await world.arrive("Bo", 1002)
    bo.tap_data(bo.last.id, data)
    await world.settle()
    assert "I cannot find that" in bo.last.text
    await world.say(ana, "/today")
    assert "not recorded yet" in ana.last.text


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "1tk",
        "1tk|1|2|3|4",
        "1tk|1|20260303|0|zz",
        "1tk|99|20260303|0|d0",
        "0tk|1|20260303|0|d0",
        "1zz",
        "1tk|1|20269999|0|d0",
        "1tk|" + "9" * 30 + "|20260303|0|d0",
        "1rt|20260303|1|99",
        "1zo|Mars/Base",
        "1sd|x",
    ],
)
async def test_forged_buttons_are_answered_kindly(world: World, ana: Human, data: str) -> None:
    await world.go(at("2026-03-03 08:00"))
    reminder = ana.last.id
    ana.tap_data(reminder, data)
    await world.settle()
    assert not ana.unanswered
    assert "Nothing was" in ana.last.text or "nothing was" in ana.last.text
    assert "error" not in ana.last.text
    await world.say(ana, "/today")
    assert "not recorded yet" in ana.last.text


async def test_a_pause_is_quiet_and_resuming_starts_again(world: World, ana: Human) -> None:
    await world.say(ana, "/pause")
    await world.tap(ana, "Vitamin X")
    await world.tap(ana, "Until I resume it")
    before = len(reminders(ana))
    await world.go(at("2026-03-05 09:00"))
    assert len(reminders(ana)) == before
    await world.say(ana, "/pause")
    await world.tap(ana, "Resume")
    await world.go(at("2026-03-06 09:00"))
    assert len(reminders(ana)) == before + 1


async def test_downtime_is_one_message(world: World, ana: Human) -> None:
    await world.take(ana, "Folic acid 5 mg tablet every day at 9:00")
    await world.go(at("2026-03-03 06:00"))
    before = len(ana.chat)
    await world.outage(timedelta(days=1, hours=4))  # until Wednesday 10:00: four doses and a check-in fell due
    assert len(ana.chat) == before + 1
    assert ana.last.text.startswith("I was offline from Tue 3 Mar, 06:00 to Wed 4 Mar, 10:00")
    assert ana.last.text.count("not recorded yet") == 4
    assert ana.last.text.index("Tue 3 Mar, 08:00") < ana.last.text.index("Wed 4 Mar, 09:00")
    await world.tap(ana, "All taken")
    assert ana.last.text.count("taken at 10:00") == 4


async def test_a_short_outage_delivers_late_without_a_report(world: World, ana: Human) -> None:
    await world.go(at("2026-03-03 07:58"))
    await world.outage(timedelta(minutes=10))
    assert ana.last.text == "Dose due 08:00: Vitamin X, 1000 mcg"


async def test_today_shows_due_done_and_open(world: World, ana: Human) -> None:
    await world.take(ana, "Folic acid 5 mg tablet every day at 7:00")
    await world.take(ana, "Iron 1 tablet every day at 21:00")
    await world.take(ana, "Paracetamol as needed")
    await world.go(at("2026-03-03 07:30"))
    await world.tap(ana, "Taken")
    await world.go(at("2026-03-03 08:30"))
    text = await world.say(ana, "/today")
    assert "Folic acid, 5 mg: taken at 07:30" in text
    assert "08:00: Vitamin X, 1000 mcg, not recorded yet" in text
    assert "21:00: Iron, 1 tablet, later today" in text
    await world.tap(ana, "Took one · Paracetamol")
    assert "Paracetamol: as needed, 1 recorded today" in ana.last.text
    await world.tap(ana, "Taken · Vitamin X")
    assert "Vitamin X, 1000 mcg: taken at 08:30" in ana.last.text


class TestSummerTime:
    """Europe/London: 29 March 2026 skips 01:00-02:00, 25 October repeats it."""

    async def test_a_dose_at_eight_stays_at_eight(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-30 12:00"))
        dates = [message.date for message in ana.chat if message.text.startswith("Dose due 08:00")]
        assert dates[-3:] == [at("2026-03-28 08:00"), at("2026-03-29 07:00"), at("2026-03-30 07:00")]

    async def test_a_time_that_does_not_exist_comes_once_an_hour_later(self, world: World) -> None:
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Vitamin X 1 mg tablet every day at 1:30")
        await world.go(at("2026-03-30 12:00"))
        dates = [message.date for message in bo.chat if message.text.startswith("Dose due")]
        assert dates[-3:] == [at("2026-03-28 01:30"), at("2026-03-29 01:30"), at("2026-03-30 00:30")]

    async def test_a_time_that_happens_twice_comes_once(self, world: World) -> None:
        world.clock.set(at("2026-10-23 09:00"))
        bo = await world.arrive("Bo", 1002)
        await world.take(bo, "Vitamin X 1 mg tablet every day at 1:30")
        await world.go(at("2026-10-26 12:00"))
        dates = [message.date for message in bo.chat if message.text.startswith("Dose due")]
        assert dates == [at("2026-10-24 00:30"), at("2026-10-25 00:30"), at("2026-10-26 01:30")]
