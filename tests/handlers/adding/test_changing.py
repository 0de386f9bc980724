"""Changing one field of the preview keeps the rest."""

from __future__ import annotations

import pytest

from handlers.presses import Change
from journal.errors import JournalError
from tests.handlers.adding.talk import Talk

LINE = "Iron 14 mg tablet every day at 8 and 20 from 1 Dec 2026"


def changing(field: str, line: str = LINE) -> Talk:
    talk = Talk(line)
    talk.tap("Change", field)
    return talk


def test_the_fields_are_offered() -> None:
    talk = Talk(LINE)
    talk.tap("Change")
    what = ["Name", "Amount", "Form", "How often"]
    assert list(talk.keys) == [*what, "Times", "Start", "End", "Days left out", "Days apart", "Back", "Cancel"]
    talk.tap("Back")
    assert talk.open == "preview"


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Iron as needed", ["Own limits"]),
        ("Iron every 3 hours from 8 to 20", ["Start", "End", "Days left out", "Days apart"]),
        ("Iron every Mon at 9", ["Times", "Start", "End", "Days apart"]),
        ("Iron daily at 8 for 3 days then weekly at 9", ["Times", "Start", "End", "Days left out", "Days apart"]),
        ("Iron every 8 hours from 7:00", ["Times", "Start", "End", "Days left out", "Days apart"]),
    ],
)
def test_only_fields_that_there_are(line: str, fields: list[str]) -> None:
    talk = Talk(line)
    if talk.open == "times":
        talk.say("7")
    talk.tap("Change")
    assert list(talk.keys)[4:-2] == fields


@pytest.mark.parametrize(
    ("field", "answer", "before", "after"),
    [
        ("Name", "Vitamin X", "Iron\n", "Vitamin X\n"),
        ("Amount", "2 tablets", "14 mg", "2 tablets"),
        ("Form", "drops", "Tablet", "Drops"),
        ("How often", "every 3 days", "every day at", "every 3 days at"),
        ("Times", "9", "08:00 and 20:00", "09:00"),
        ("Start", "2 Dec 2026", "Tue 1 Dec\n", "Wed 2 Dec\n"),
    ],
)
def test_one_field_changes_and_the_rest_stays(field: str, answer: str, before: str, after: str) -> None:
    original = Talk(LINE).text.split("\n\n")[0]
    talk = changing(field)
    talk.say(answer)
    assert talk.open == "preview"
    assert talk.text.split("\n\n")[0] + "\n" == f"{original}\n".replace(before, after, 1)


def test_another_number_of_times_is_asked_for() -> None:
    talk = changing("How often")
    assert "At which 3 times of day?" in talk.say("3 times a day")
    talk.say("8, 14, 20")
    assert "When: every day at 08:00, 14:00 and 20:00\nStarts: Tue 1 Dec" in talk.text


def test_how_often_by_button_keeps_times_and_start() -> None:
    talk = changing("How often")
    talk.tap("Chosen weekdays", "Monday", "Done")
    assert "When: every Monday at 08:00 and 20:00\nStarts: Tue 1 Dec" in talk.text


def test_the_times_that_are_set_are_chosen_already() -> None:
    talk = changing("Times")
    assert "Chosen: 08:00 and 20:00" in talk.text
    talk.tap("20:00", "Done")
    assert "When: every day at 08:00\n" in talk.text


def test_an_end_goes_with_the_rhythm_that_it_was_said_with() -> None:
    talk = changing("How often", LINE + " for 16 weeks")
    talk.tap("Every few days", "3")
    assert "When: every 3 days at 08:00 and 20:00\n" in talk.text


def test_to_as_needed_and_back() -> None:
    talk = changing("How often")
    talk.tap("As needed")
    assert "When: as needed" in talk.text
    talk.tap("Change", "How often", "Every day", "07:00", "Done", "Today")
    assert "When: every day at 07:00\nStarts: Mon 2 Mar" in talk.text


def test_an_assumed_start_is_no_longer_assumed_once_given() -> None:
    talk = changing("Start", "Iron every day at 8")
    talk.tap("Today")
    assert "Starts: Mon 2 Mar" in talk.text
    assert "Assumed" not in talk.text


def test_an_assumed_start_stays_marked_when_the_rhythm_changes() -> None:
    talk = changing("How often", "Iron every day at 8")
    talk.tap("Every few days", "3")
    assert "Assumed: it starts today." in talk.text
    talk.tap("Change", "How often")
    assert talk.say("every 4 days").count("Assumed: it starts today.") == 1


def test_a_field_that_is_not_offered_is_refused() -> None:
    talk = Talk("Iron as needed")
    with pytest.raises(JournalError, match="bad_button"):
        talk.press(Change(talk.sketch.id, "times"))
