from __future__ import annotations

from datetime import date, time

import pytest

from handlers.plain_words import Ask, Given, Habits, Understood, read_regimen

TODAY = date(2026, 11, 20)
NOTHING = Given()
LOADING = "Vitamin X 3 times a week for 2 weeks then every 3 months"


def asked(text: str, given: Given = NOTHING) -> Ask:
    found = read_regimen(text, TODAY, given=given)
    assert isinstance(found, Ask)
    return found


def understood(text: str, given: Given) -> Understood:
    found = read_regimen(text, TODAY, given=given)
    assert isinstance(found, Understood), found
    return found


def test_a_question_says_what_is_known_already() -> None:
    ask = asked("Vitamin X 5 mg tablet twice a day")
    assert (ask.code, ask.needed, ask.label, ask.dose_text, ask.route) == ("no_time", 2, "Vitamin X", "5 mg", "tablet")
    assert len(ask.timings) == 1


def test_answers_complete_the_same_line() -> None:
    assert (asked(LOADING).code, asked(LOADING).needed) == ("twice_a_week", 3)
    days = Given(weekdays=((0, 2, 4),))
    assert asked(LOADING, days).code == "no_time"
    plan = understood(LOADING, Given(times=(time(9),), weekdays=((0, 2, 4),))).plan
    assert [phase.timing.weekdays for phase in plan.phases] == [(0, 2, 4), ()]
    assert [phase.timing.times for phase in plan.phases] == [(time(9),), (time(9),)]


def test_an_answer_of_the_wrong_number_is_asked_again() -> None:
    assert asked("Vitamin X twice a day", Given(times=(time(8),))).code == "no_time"
    assert asked(LOADING, Given(weekdays=((0, 2),))).code == "twice_a_week"


def test_a_missing_name_can_be_given() -> None:
    assert asked("every day at 8:00").code == "no_name"
    assert understood("every day at 8:00", Given(label="Vitamin X")).label == "Vitamin X"


def test_the_phase_that_is_asked_about_is_named() -> None:
    ask = asked("Vitamin X every day for 10 days at 9 then twice a week")
    assert (ask.code, ask.phase, ask.needed) == ("twice_a_week", 1, 2)


def test_parts_of_the_day_are_the_persons_own() -> None:
    found = read_regimen("Vitamin X every morning", TODAY, Habits(morning=time(6, 15)))
    assert isinstance(found, Understood)
    assert found.plan.phases[0].timing.times == (time(6, 15),)
    assert "morning_at" in found.assumed


@pytest.mark.parametrize("text", ["x" * 501, "Vitamin X daily at 8 " * 250])
def test_a_very_long_text_is_not_read(text: str) -> None:
    assert asked(text).code == "too_long"
