"""What is rated: switched on and off in two taps, own symptoms, and what an old summary keeps saying."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.people import Human
from tests.flows.talk import do
from tests.world import World, at


@pytest.fixture
async def ana(world: World) -> Human:
    return await world.arrive()


async def own(world: World, ana: Human, name: str) -> str:
    return await do(world, ana, "/symptoms", "[Add my own]", name)


def shown(ana: Human, label: str) -> bool:
    return any(each.startswith(label) for each in ana.last.labels)


class TestSwitching:
    async def test_the_list_has_every_built_in_symptom(self, world: World, ana: Human) -> None:
        await world.say(ana, "/symptoms")
        assert ana.last.labels[:5] == [
            "Fatigue: on",
            "Tingling: on",
            "Cramps: on",
            "Numbness: off",
            "Muscle weakness: off",
        ]
        assert len([label for label in ana.last.labels if label.endswith((": on", ": off"))]) == 12

    async def test_two_taps_switch_one_on_in_place_and_it_is_asked(self, world: World, ana: Human) -> None:
        await world.say(ana, "/settings")
        before = len(ana.chat)
        await do(world, ana, "[What you rate]", "[Numbness]")
        assert len(ana.chat) == before
        assert shown(ana, "Numbness: on")
        await world.restart()
        await do(world, ana, "/checkin", "[1]", "[1]", "[1]")
        assert "how strong was your numbness" in ana.last.text

    async def test_a_double_tap_switches_once(self, world: World, ana: Human) -> None:
        await world.say(ana, "/symptoms")
        ana.tap("Cramps")
        ana.tap("Cramps")
        await world.settle()
        assert shown(ana, "Cramps: off")
        assert ana.toasts[-2:] == ["Done", "It is recorded already"]

    async def test_history_stays_and_comes_back_in_its_place(self, world: World, ana: Human) -> None:
        await do(world, ana, "/checkin", "[7]", "[2]", "[1]", "/symptoms", "[Fatigue]")
        await world.go(timedelta(days=1))
        await do(world, ana, "/checkin", "[1]", "[1]")
        assert "Check-in saved for Tue 3 Mar\nTingling 1 · Cramps 1" in ana.last.text
        assert "Fatigue 7 · Tingling 2" in await world.say(ana, "/history")
        await do(world, ana, "/symptoms", "[Fatigue]", "/checkin")
        assert "fatigue" in ana.last.text
        assert "Same as yesterday" in ana.last.labels

    async def test_todays_open_check_in_follows(self, world: World, ana: Human) -> None:
        await do(world, ana, "/checkin", "[6]")
        message, five = ana.last.id, dict(button for row in ana.last.buttons for button in row)["5"]
        await do(world, ana, "/symptoms", "[Tingling]")
        ana.tap_data(message, five)  # the question that is still shown is about tingling
        await world.settle()
        assert ana.toasts[-1] == "Nothing was changed"
        sheet = next(each for each in ana.chat if each.id == message)
        assert "cramps" in sheet.text
        assert "Tingling" not in sheet.text

    async def test_with_none_the_asking_stops_with_a_word_and_starts_again(self, world: World, ana: Human) -> None:
        await do(world, ana, "/symptoms", "[Fatigue]", "[Tingling]", "[Cramps]")
        assert "All are off, so I do not ask each day" in ana.last.text
        assert "You rate nothing at the moment" in await world.say(ana, "/checkin")
        before = len(ana.chat)
        await world.go(at("2026-03-04 21:00"))
        assert len(ana.chat) == before
        await do(world, ana, "[What you rate]", "[Cramps]")
        await world.go(at("2026-03-05 20:00"))
        assert "how strong were your cramps" in ana.last.text

    async def test_at_most_twelve_are_on(self, world: World, ana: Human) -> None:
        await world.say(ana, "/symptoms")
        for label in [each.removesuffix(": off") for each in ana.last.labels if each.endswith(": off")]:
            await world.tap(ana, label)
        assert "12 can be on at once" in await do(world, ana, "[Add my own]")
        assert "I did not get that" in await world.say(ana, "Headache")
        await world.tap(ana, "Mood" if shown(ana, "Mood") else "Low or anxious mood")
        assert "Headache" in str((await own(world, ana, "Headache"), ana.last.labels))

    @pytest.mark.parametrize(
        "data", ["1yb|shoe|1", "1yb|own99|1", "1so|99|open", "1so|99|sure", "1so|0|frob", "1so|99|rename"]
    )
    async def test_forged_buttons_change_nothing(self, world: World, ana: Human, data: str) -> None:
        await world.say(ana, "/symptoms")
        before = ana.last.labels
        ana.tap_data(ana.last.id, data)
        await world.settle()
        assert "went wrong" not in ana.last.text
        await world.say(ana, "/symptoms")
        assert ana.last.labels == before


class TestOwn:
    async def test_it_is_added_asked_and_shown(self, world: World, ana: Human) -> None:
        assert "Saved." in await own(world, ana, "  Brain\u202e   <fog> ")
        assert shown(ana, "Brain <fog>: on")
        await do(world, ana, "/checkin", "[1]", "[1]", "[1]")
        assert "how strong was “Brain <fog>” on average" in ana.last.text
        await world.tap(ana, "4")
        assert "Cramps 1 · Brain <fog> 4" in ana.last.text

    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("x" * 41, "up to 40"),
            ("🙂🎉", "no letters"),
            ("fatigue", "is there already"),
            ("brain FOG", "is there already"),
        ],
    )
    async def test_a_name_that_does_not_do_can_be_typed_again(
        self, world: World, ana: Human, name: str, answer: str
    ) -> None:
        await own(world, ana, "Brain fog")
        assert answer in await own(world, ana, name)
        await world.restart()
        assert "Saved." in await world.say(ana, "x" * 40)

    async def test_it_is_renamed_with_its_ratings(self, world: World, ana: Human) -> None:
        await own(world, ana, "Brain fog")
        await do(world, ana, "/checkin", "[1]", "[1]", "[1]", "[4]")
        await do(world, ana, "/symptoms", "[Rename or delete my own]", "[Brain fog]", "[Rename]", "Slow head")
        assert "Slow head 4" in await world.say(ana, "/history")

    async def test_deleting_asks_first_and_takes_its_ratings_along(self, world: World, ana: Human) -> None:
        await own(world, ana, "Brain fog")
        await do(world, ana, "/checkin", "[1]", "[1]", "[1]", "[4]")
        text = await do(world, ana, "/symptoms", "[Rename or delete my own]", "[Brain fog]", "[Delete]")
        assert "Its rating of 1 day goes too" in text
        await world.tap(ana, "Back")
        assert "Brain fog 4" in await world.say(ana, "/history")
        await do(world, ana, "/symptoms", "[Rename or delete my own]", "[Brain fog]", "[Delete]", "[Yes, delete it]")
        assert not shown(ana, "Brain fog")
        assert "Brain fog" not in await world.say(ana, "/history")

    async def test_an_old_button_never_means_a_newer_one(self, world: World, ana: Human) -> None:
        await own(world, ana, "Brain fog")
        old, data = ana.last.id, next(d for row in ana.last.buttons for label, d in row if label.startswith("Brain"))
        await do(world, ana, "[Rename or delete my own]", "[Brain fog]", "[Delete]", "[Yes, delete it]")
        await own(world, ana, "Slow head")
        ana.tap_data(old, data)
        await world.settle()
        await world.say(ana, "/symptoms")
        assert shown(ana, "Slow head: on")

    async def test_somebody_elses_stays_theirs(self, world: World, ana: Human) -> None:
        await own(world, ana, "Brain fog")
        await do(world, ana, "[Rename or delete my own]", "[Brain fog]", "[Delete]")
        sure = ana.last.buttons[0][0][1]
        bo = await world.arrive("Bo", 1002)
        await world.say(bo, "/symptoms")
        assert not shown(bo, "Brain fog")
        bo.tap_data(bo.last.id, sure)
        await world.settle()
        await world.say(ana, "/symptoms")
        assert shown(ana, "Brain fog: on")


class TestTyped:
    async def test_a_number_word_answers_the_check_in(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-02 20:00"))
        assert "tingling" in await world.say(ana, "Six.")
        await do(world, ana, "3", "2/10")
        assert "Fatigue 6 · Tingling 3 · Cramps 2" in ana.last.text

    @pytest.mark.parametrize("typed", ["eleven", "11", "7.5", "-1", "100"])
    async def test_another_number_gets_the_scale(self, world: World, ana: Human, typed: str) -> None:
        await world.go(at("2026-03-02 20:00"))
        assert "A rating is a number from 0 to 10" in await world.say(ana, typed)
        assert "fatigue" in await world.say(ana, "/checkin")

    async def test_it_rates_the_day_that_was_opened_last(self, world: World, ana: Human) -> None:
        await world.go(at("2026-03-03 20:00"))
        await do(world, ana, "/checkin yesterday", "5")
        assert "Check-in for Mon 2 Mar" in ana.last.text
        assert "Fatigue 5" in ana.last.text

    async def test_without_a_check_in_it_is_no_rating(self, world: World, ana: Human) -> None:
        assert "I did not get that" in await world.say(ana, "seven")
        await do(world, ana, "/checkin", "[1]", "[1]", "[1]")
        assert "I did not get that" in await world.say(ana, "seven")
        await do(world, ana, "/symptoms", "[Numbness]")
        await world.go(at("2026-03-04 19:00"))
        assert "I did not get that" in await world.say(ana, "I took seven")


class TestSummary:
    async def test_an_old_summary_says_the_same_whatever_is_switched(self, world: World, ana: Human) -> None:
        for _ in range(5):
            await do(world, ana, "/checkin", "[5]", "[3]", "[Skip]")
            await world.go(timedelta(days=1))
        await world.go(at("2026-03-08 09:00"))
        said = summary(ana)
        assert "Fatigue: 5.0" in said
        assert "Cramps: not enough entries" in said
        await world.go(at("2026-03-16 10:00"))
        await do(world, ana, "/symptoms", "[Fatigue]", "[Cramps]", "[Numbness]")
        await world.go(timedelta(days=1))
        await do(world, ana, "/symptoms", "[Cramps]", "[Numbness]", "[Numbness]", "[Balance problems]")
        ana.tap_data(ana.last.id, "1ss|20260307")
        await world.settle()
        # What lies ahead is no part of an old week.
        assert summary(ana) == said.removesuffix("\nNo next dose is planned.")

    async def test_this_weeks_has_what_was_rated_and_not_what_is_off(self, world: World, ana: Human) -> None:
        await do(world, ana, "/checkin", "[5]", "[3]", "[Skip]", "/symptoms", "[Fatigue]", "[Cramps]")
        await world.go(at("2026-03-08 09:00"))
        assert "Fatigue: not enough entries, 1 of 7 days" in summary(ana)
        assert "Cramps" not in summary(ana)


def summary(ana: Human) -> str:
    return next(message.body for message in reversed(ana.chat) if message.body.startswith("Your week"))
