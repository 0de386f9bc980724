"""The way by steps: each question, by button and by typing, and answers that are no answer."""

from __future__ import annotations

import re

import pytest

from handlers.presses import Pick
from journal.errors import JournalError
from locales import pseudo
from tests.handlers.adding.talk import Talk

NAMED = ("Vitamin X", "1 tablet", "tablet")


def at_often() -> Talk:
    talk = Talk()
    for answer in NAMED:
        talk.say(answer)
    return talk


def at_times() -> Talk:
    talk = at_often()
    talk.tap("Every day")
    return talk


def test_the_first_question_shows_an_example_line() -> None:
    text = Talk().text
    assert "Type its name" in text
    assert "Vitamin B12 1000 mcg tablet every day at 8:00" in text


def test_all_by_buttons() -> None:
    talk = Talk()
    talk.say("Vitamin X")
    talk.tap("Skip", "Injection", "Every few weeks", "12", "10:00", "Done", "Tomorrow")
    assert talk.open == "preview"
    assert talk.text == (
        "Is this right?\nVitamin X\nForm: Injection\nWhen: every 12 weeks at 10:00\nStarts: Tue 3 Mar\n"
        "Time zone: Europe/London\n\n"
        "Next dates:\nTue 3 Mar, 10:00\nTue 26 May, 10:00\nTue 18 Aug, 10:00\nTue 10 Nov, 10:00\n\n"
        "Nothing is saved yet."
    )
    assert list(talk.keys) == ["Save", "Change", "Cancel"]


def test_all_by_typing() -> None:
    talk = Talk()
    for answer in (*NAMED, "every 3 days", "8, 20:30", "1 Dec"):
        if talk.open != "preview":
            talk.say(answer)
    assert talk.timing == {"every": 3, "unit": "days", "times": ["08:00", "20:30"]}
    assert (talk.sketch.label, talk.sketch.dose_text, talk.sketch.route) == NAMED


def test_a_name_with_an_amount_does_not_ask_for_it_again() -> None:
    talk = Talk()
    talk.say("Vitamin X 1000 mcg")
    assert talk.open == "form"
    assert talk.text.startswith("Vitamin X, 1000 mcg\n")


def test_a_whole_line_as_the_first_answer_goes_to_the_preview() -> None:
    talk = Talk()
    talk.say("Vitamin X 1000 mcg tablet every day at 8:00")
    assert talk.open == "preview"


def test_a_line_without_a_form_asks_for_that_alone() -> None:
    talk = Talk()
    talk.say("Vitamin X 1000 mcg every day at 8:00")
    assert talk.open == "form"
    talk.tap("Skip")
    assert talk.open == "preview"


@pytest.mark.parametrize(
    ("shape", "more", "timing"),
    [
        ("Every day", (), {"every": 1, "unit": "days"}),
        ("Every few days", ("10",), {"every": 10, "unit": "days"}),
        ("Every few months", ("3",), {"every": 3, "unit": "months"}),
        ("Chosen weekdays", ("Friday", "Monday", "Done"), {"every": 1, "unit": "weeks", "weekdays": ["mon", "fri"]}),
    ],
)
def test_each_shape(shape: str, more: tuple[str, ...], timing: dict[str, object]) -> None:
    talk = at_often()
    talk.tap(shape, *more, "08:00", "Done", "Today")
    assert talk.timing == timing | {"times": ["08:00"]}
    assert talk.plan["phases"][0]["start"] == "2026-03-02"


def test_as_needed_asks_nothing_more() -> None:
    talk = at_often()
    text = talk.tap("As needed")
    assert talk.open == "preview"
    assert "When: as needed" in text
    assert "No reminders" in text
    assert talk.plan["phases"] == []


def test_chosen_buttons_are_said_in_words_and_can_be_taken_back() -> None:
    talk = at_times()
    assert "Nothing is chosen yet." in talk.text
    assert "Chosen: 08:00 and 20:00" in talk.tap("20:00", "08:00")
    assert "Chosen: 20:00" in talk.tap("08:00")


@pytest.mark.parametrize(
    ("typed", "times"),
    [("8:05", ["08:05"]), ("8, 20:30", ["08:00", "20:30"]), ("8pm", ["20:00"]), ("noon and 20.15", ["12:00", "20:15"])],
)
def test_typed_times(typed: str, times: list[str]) -> None:
    talk = at_times()
    talk.say(typed)
    talk.tap("Today")
    assert talk.timing["times"] == times


def test_labels_can_be_typed_too() -> None:
    talk = Talk()
    for answer in ("Vitamin X", "skip", "Skip"):
        talk.say(answer)
    assert talk.open == "often"
    talk.tap("Every day", "08:00")
    talk.say("done")
    assert talk.open == "start"


WRONG = [
    ("name", "💊", "no name"),
    ("name", "x" * 5000, "too long"),
    ("amount", "👍", "letters or digits"),
    ("amount", "1 " * 80, "up to 100 letters"),
    ("form", "horse", "I do not know that form"),
    ("often", "every few moons", "“every few moons”"),
    ("often", "every 0 days", "“every 0 days”"),
    ("often", "40 times a day", "too many times"),
    ("often", "5", "“5”"),
    ("every", "0", "from 1 to 1000"),
    ("every", "99999", "from 1 to 1000"),
    ("every", "often", "“often”"),
    ("weekdays", "Blursday", "I did not get those days"),
    ("weekdays", "done", "choose a day first"),
    ("times", "25:70", "I did not get that time"),
    ("times", "later", "I did not get that time"),
    ("times", "done", "choose a time first"),
    ("start", "31 Feb", "“31 Feb” is not a date"),
    ("start", "3/4", "more than one date"),
    ("start", "soon", "“soon”"),
    ("start", "\u200f", "“"),
]


def reach(step: str) -> Talk:
    """A talk with this question open."""
    talk = Talk()
    ways: dict[str, tuple[str, ...]] = {
        "often": (),
        "every": ("Every few days",),
        "weekdays": ("Chosen weekdays",),
        "times": ("Every day",),
        "start": ("Every day", "08:00", "Done"),
    }
    for answer in NAMED[: {"name": 0, "amount": 1, "form": 2}.get(step, 3)]:
        talk.say(answer)
    talk.tap(*ways.get(step, ()))
    assert talk.open == step
    return talk


@pytest.mark.parametrize(("step", "typed", "said"), WRONG)
def test_what_is_no_answer_is_asked_again_with_the_reason(step: str, typed: str, said: str) -> None:
    talk = reach(step)
    assert said in talk.say(typed)
    assert talk.open in (step, "words")
    assert talk.sketch.plan is None or step not in ("name", "amount", "form", "often")


@pytest.mark.parametrize("step", ["name", "amount", "form", "often", "every", "weekdays", "times", "start"])
@pytest.mark.parametrize("value", ["", "x", "-1", "99999", "٣", "done!", "2026-01-01"])
def test_forged_values_change_nothing(step: str, value: str) -> None:
    talk = reach(step)
    before = talk.sketch
    with pytest.raises(JournalError, match="bad_button"):
        talk.press(Pick(talk.sketch.id, step, value))
    assert talk.sketch == before


def test_an_ambiguous_start_offers_both_dates() -> None:
    talk = reach("start")
    talk.say("3/4")
    talk.tap("Fri, 3 Apr 2026")
    assert talk.plan["phases"][0]["start"] == "2026-04-03"


def test_the_timing_in_words_at_the_question_for_the_number() -> None:
    talk = reach("every")
    talk.say("every 10 weeks at 9")
    assert talk.timing == {"every": 10, "unit": "weeks", "times": ["09:00"]}


def test_every_word_can_be_translated() -> None:
    talk = Talk(language=pseudo.LANGUAGE)
    texts = [talk.page]
    for answer in ("1", "1", "tablet", "0", "every 2 days", "25:70"):
        talk.say(answer)
        texts.append(talk.page)
    labels = [key.label for page in texts for row in page.rows for key in row]
    said = " ".join([*(re.sub(r"<[^>]*>|/add", "", page.text) for page in texts), *labels])
    assert not re.findall(r"[A-Za-z]{3,}", said)
