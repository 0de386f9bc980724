"""Changing one part, answers that are no answer at each of the further questions, and forged buttons."""

from __future__ import annotations

import re

import pytest

from handlers.presses import Change, Pick
from journal.errors import JournalError
from locales import pseudo
from tests.handlers.adding.talk import Talk

LOADING = "Loading, then maintenance"
COURSE = "A course that ends"


CHANGES = [
    ("End", "Iron every day at 8", ("After some doses", "5"), "every day at 08:00, 5 times"),
    ("End", "Iron every day at 8 for 2 weeks", ("It does not end",), "every day at 08:00\n"),
    ("Days left out", "Iron every 3 days at 8", ("Sunday", "Done"), "every 3 days except Sunday at 08:00"),
    ("Days left out", "Iron every day except Sun at 8", ("Sunday", "Done"), "every day at 08:00\n"),
    ("Days apart", "Iron Mon and Thu at 8", ("3",), "at least 3 days apart"),
    ("Days apart", "Iron Mon and Thu at 8 at least 3 days apart", ("No limit",), "every Mon and Thu at 08:00\n"),
]


@pytest.mark.parametrize(("field", "line", "taps", "when"), CHANGES)
def test_changes(field: str, line: str, taps: tuple[str, ...], when: str) -> None:
    talk = Talk(line)
    assert f"When: {when}" not in talk.text
    assert when in talk.tap("Change", field, *taps)
    assert talk.open == "preview"


def test_a_gap_that_does_not_fit_is_asked_again() -> None:
    talk = Talk("Iron every day at 8")
    text = talk.tap("Change", "Days apart", "3")
    assert "closer together" in text
    assert talk.open == "apart"
    talk.tap("No limit")
    assert talk.open == "preview"


TWO = "Iron daily at 8 for 3 days then weekly at 8"


def test_a_change_of_one_part_asks_which() -> None:
    talk = Talk(TWO)
    text = talk.tap("Change", "End")
    assert "Which part?" in text
    assert list(talk.keys) == [
        "Part 1: every day at 08:00, for 3 days",
        "Part 2: every week at 08:00",
        "Back",
        "Cancel",
    ]
    talk.tap("Part 2: every week at 08:00", "After some doses", "4")
    assert "for 3 days, then every week at 08:00, 4 times" in talk.text
    talk.tap("Change", "End", "Back", "Back")
    assert talk.open == "preview"


def test_times_of_one_part_or_of_every_part() -> None:
    talk = Talk(TWO)
    talk.tap("Change", "Times", "Part 2: every week at 08:00")
    talk.say("9")
    assert "every day at 08:00, for 3 days, then every week at 09:00" in talk.text
    talk.tap("Change", "Times", "Every part")
    talk.say("10")
    assert "every day at 10:00, for 3 days, then every week at 10:00" in talk.text


def test_a_later_part_can_start_on_a_date_or_right_after() -> None:
    talk = Talk(TWO)
    talk.tap("Change", "Start", "Part 2: every week at 08:00")
    talk.say("1 Dec 2026")
    assert talk.plan["phases"][1]["start"] == "2026-12-01"
    talk.tap("Change", "Start")
    talk.tap(next(label for label in talk.keys if label.startswith("Part 2")), "Right after the part before")
    assert talk.plan["phases"][1]["start"] is None


WAYS: dict[str, tuple[str, ...]] = {
    "shapes": ("More",),
    "except": ("More", "Every day except some"),
    "days_of_month": ("More", "Days of the month", "1"),
    "nth": ("More", "A weekday of the month", "1"),
    "cycle": ("More", "Days on, days off"),
    "offsets": ("More", "Certain days: 1, 3, 7 …"),
    "hours": ("More", "Every few hours", "3"),
    "end": (COURSE, "Every day", "08:00", "Done"),
    "end_doses": (COURSE, "Every day", "08:00", "Done", "After some doses"),
    "end_days": (COURSE, "Every day", "08:00", "Done", "After some days"),
    "end_weeks": (COURSE, "Every day", "08:00", "Done", "After some weeks"),
    "end_date": (COURSE, "Every day", "08:00", "Done", "On a date"),
    "more": (LOADING, "Every day", "08:00", "Done", "After some doses", "3", "Every few weeks", "8"),
}
WRONG = [
    ("shapes", "every few moons", "“every few moons”"),
    ("except", "Blursday", "I did not get those days"),
    ("except", "done", "choose a day first"),
    ("except", "Mon-Sun", "no dose would ever come up"),
    ("days_of_month", "32", "has the days 1 to 31"),
    ("days_of_month", "soon", "has the days 1 to 31"),
    ("nth", "sometimes", "“sometimes”"),
    ("cycle", "0", "must each be"),
    ("cycle", "5000", "must each be"),
    ("cycle", "a while", "“a while”"),
    ("offsets", "0", "Day 1 is the first day"),
    ("offsets", "horses", "Day 1 is the first day"),
    ("hours", "late", "I did not get those times"),
    ("hours", "25 to 70", "I did not get those times"),
    ("end", "never ever", "I did not get that end"),
    ("end", "until 31 Feb", "“31 Feb” is not a date"),
    ("end", "0 times", "“0 times” does not work"),
    ("end", "every 2 days for 3 weeks", "I did not get that end"),
    ("end", "💊", "I did not get that end"),
    ("end_doses", "0", "too low or too high"),
    ("end_doses", "99999", "too low or too high"),
    ("end_days", "\u200f", "I did not get that end"),
    ("end_weeks", "<b>", "I did not get that end"),
    ("end_date", "31 Feb", "is not a date"),
    ("end_date", "1 Jan 2020", "ends before it starts"),
    ("end_date", "whenever", "I did not get that end"),
    ("more", "perhaps", "tap one of the buttons"),
]


def reach(step: str) -> Talk:
    talk = Talk()
    talk.say("Vitamin X")
    talk.tap("Skip", "Skip", *WAYS[step])
    assert talk.open == step
    return talk


@pytest.mark.parametrize(("step", "typed", "said"), WRONG)
def test_what_is_no_answer_is_asked_again_with_the_reason(step: str, typed: str, said: str) -> None:
    talk = reach(step)
    keys = list(talk.keys)
    assert said in talk.say(typed)
    assert (talk.open, list(talk.keys)) == (step, keys)


@pytest.mark.parametrize("step", WAYS)
@pytest.mark.parametrize("value", ["", "x", "-1", "99999", "٣", "never", "2020-01-01"])
def test_forged_values_change_nothing(step: str, value: str) -> None:
    talk = reach(step)
    before = talk.sketch
    with pytest.raises(JournalError, match="bad_button"):
        talk.press(Pick(talk.sketch.id, step, value))
    assert talk.sketch == before


@pytest.mark.parametrize("value", ["end.2", "end.-1", "end.x", "name.0", "apart.9", "often.0", "change.end"])
def test_forged_changes_change_nothing(value: str) -> None:
    talk = Talk(TWO)
    with pytest.raises(JournalError, match="bad_button"):
        talk.press(Change(talk.sketch.id, value))


@pytest.mark.parametrize("step", WAYS)
def test_every_word_can_be_translated_and_is_short(step: str) -> None:
    english = reach(step)
    assert len(english.text.split()) <= 60
    talk = Talk(language=pseudo.LANGUAGE)
    talk.sketch = english.sketch
    said = [talk.page.text, *talk.keys]
    plain = re.sub(r"<[^>]*>|Vitamin X", "", " ".join(said))
    assert not re.findall(r"[A-Za-z]{3,}", plain)
