"""One line: what is understood is shown, what is missing is asked alone, and what is unclear is asked again."""

from __future__ import annotations

import pytest

from tests.handlers.adding.talk import Talk

LINES = [  # DESIGN's own
    ("Vitamin B12 1000 mcg tablet every day at 8:00", "every day at 08:00", "Tue 3 Mar, 08:00"),
    (
        "Hydroxocobalamin 1 mg injection every 12 weeks from 1 Dec 2026 at 10:00",
        "every 12 weeks at 10:00",
        "Tue 1 Dec, 10:00",
    ),
    (
        "Hydroxocobalamin 1 mg injection every other day 6 times then every 8 weeks at 9am",
        "every other day at 09:00, 6 times, then every 8 weeks at 09:00",
        "Mon 2 Mar, 09:00",
    ),
    (
        "Folic acid 5 mg every day except Tue at 9:00 for 16 weeks",
        "every day except Tuesday at 09:00, for 16 weeks",
        "Mon 2 Mar, 09:00",
    ),
    ("Iron Mon, Wed, Fri 20:00", "every Mon, Wed and Fri at 20:00", "Mon 2 Mar, 20:00"),
    ("Vitamin D monthly on the last day 9:00", "every month on the last day at 09:00", "Tue 31 Mar, 09:00"),
    ("Paracetamol as needed", "as needed", "No reminders"),
]


@pytest.mark.parametrize(("line", "when", "first"), LINES)
def test_a_whole_line_goes_to_the_preview(line: str, when: str, first: str) -> None:
    talk = Talk(line)
    assert talk.open == "preview"
    assert f"\nWhen: {when}\n" in talk.text
    assert first in talk.text.split("\n\n")[1]
    assert talk.text.startswith("Is this right?\n" + line.split()[0])


def test_four_dates_are_shown_and_fewer_when_the_plan_ends() -> None:
    assert Talk("Iron every day at 8").text.count(", 08:00") == 4
    assert Talk("Iron days 1, 3, 7 at 8").text.count(", 08:00") == 2


def test_what_was_assumed_is_marked() -> None:
    text = Talk("Iron every morning until 1 Nov").text
    assert "Assumed: the morning is 08:00." in text
    assert "Assumed: it starts today." in text
    assert "Assumed: the last day you gave counts as well." in text
    assert "Assumed" not in Talk("Iron every day at 8 from 1 Dec 2026").text


MISSING = [
    ("Iron", "often", "every day at 8", "every day at 08:00"),
    ("Iron 14 mg tablet", "often", "every day at 8", "every day at 08:00"),
    ("Iron every 3 days", "times", "8, 20:30", "every 3 days at 08:00 and 20:30"),
    ("Iron twice a day", "times", "8am and 8pm", "every day at 08:00 and 20:00"),
    ("Iron every 8 hours", "times", "7", "every 8 hours from 07:00"),
    ("Iron 3 times a week at 8", "weekdays", "Mon, Wed, Fri", "every Mon, Wed and Fri at 08:00"),
    ("every day at 8", "name", "Iron", "every day at 08:00"),
    ("Iron at 8 from tomorrow", "often", "every 3 days", "every 3 days at 08:00"),
]


@pytest.mark.parametrize(("line", "step", "answer", "when"), MISSING)
def test_only_what_is_missing_is_asked(line: str, step: str, answer: str, when: str) -> None:
    talk = Talk(line)
    assert talk.open == step
    talk.say(answer)
    assert talk.open == "preview"
    assert f"\nWhen: {when}\n" in talk.text
    assert talk.sketch.label == "Iron"
    assert "from tomorrow" not in line or "Starts: Tue 3 Mar" in talk.text


def test_what_is_missing_can_be_tapped() -> None:
    talk = Talk("Iron at 8:00 from tomorrow")
    talk.tap("Every few days", "3")
    assert "When: every 3 days at 08:00\nStarts: Tue 3 Mar" in talk.text


@pytest.mark.parametrize("way", ["Every day", "every day"])
def test_what_a_line_without_a_rhythm_says_is_kept(way: str) -> None:
    talk = Talk("Iron in the morning from 1 Dec for 2 weeks")
    assert talk.open == "often"
    text = talk.tap(way) if way in talk.keys else talk.say(way)
    assert "When: every day at 08:00, for 2 weeks\nStarts: Tue 1 Dec" in text
    assert "Assumed: the morning is 08:00." in text
    assert "Assumed: the date is the next one" in text
    assert "starts today" not in text


def test_a_number_from_the_line_does_not_reach_later_questions() -> None:
    talk = Talk("Iron 3 times a week on Mon and Fri at 8")
    talk.tap("Ask me step by step", "Skip", "Skip", "Chosen weekdays", "Monday", "Done", "08:00", "Done", "Today")
    assert talk.open == "preview"


def test_the_number_of_answers_must_fit() -> None:
    talk = Talk("Iron twice a day, 3 times a week")
    while talk.open != "preview":
        before = talk.open
        assert "please " in talk.say("Mon" if before == "weekdays" else "8")
        assert talk.open == before
        talk.say("Mon, Wed, Fri" if before == "weekdays" else "8, 20")
    assert "When: every Mon, Wed and Fri at 08:00 and 20:00" in talk.text


UNCLEAR = [
    ("Iron every day at 25:70", "“25:70” is not a time", "20:30", "every day at 20:30"),
    ("Iron every day at 8 until 31 Feb", "“31 Feb” is not a date", "28 Feb 2027", "until Sun, 28 Feb 2027"),
    ("Iron every 0 days at 8", "“every 0 days” does not work", "every 2 days", "every other day at 08:00"),
    ("Iron every day at 8 for 0 days", "“for 0 days” does not work", "for 3 days", "for 3 days"),
    ("Iron 40 times a day", "up to 24 times", "Iron every day at 8", "every day at 08:00"),
    ("Iron daily from 1 Dec until 1 Nov at 8", "ends before it starts", "Iron daily at 8", "every day at 08:00"),
    ("Iron every 12 weeks or 3 months at 10", "in two ways", "every 12 weeks", "every 12 weeks at 10:00"),
    ("Iron twice a month at 8", "on which days", "on the 1st and 15th of the month", "on the 1st and 15th"),
    ("Iron daily then weekly at 8", "when each part ends", "Iron daily 6 times then weekly at 8", "6 times, then"),
    ("Iron evry day at 8", "I do not understand", "Iron every day at 8", "every day at 08:00"),
    ("Iron twice a day for 2 weeks then daily", "2 times of day", "8, 20", "2 weeks, then every day at 08:00 and"),
    (
        "Iron twice a day for 2 weeks then once a day",
        "different numbers of times",
        "Iron twice a day at 8 and 20 for 2 weeks then once a day at 9",
        "for 2 weeks, then every day at 09:00",
    ),
    ("Iron 3 times a week on Mon and Fri at 8", "does not fit", "Iron Mon and Fri at 8", "every Mon and Fri"),
]


@pytest.mark.parametrize(("line", "said", "answer", "when"), UNCLEAR)
def test_what_is_unclear_is_asked_again_and_mended(line: str, said: str, answer: str, when: str) -> None:
    talk = Talk(line)
    assert talk.open != "preview"
    assert said in talk.text
    text = talk.say(answer)
    assert when in text
    assert talk.open == "preview"
    assert talk.sketch.label == "Iron"


def test_an_answer_that_mends_nothing_leaves_the_question() -> None:
    talk = Talk("Iron every day at 25:70")
    before = talk.text
    for answer in ("what?", "26:00 or so", "x" * 5000, "💊"):
        talk.say(answer)
        assert talk.open == "words"
    assert talk.say("no idea") == before
    talk.say("9:00")
    assert talk.open == "preview"


def test_one_trouble_after_the_other() -> None:
    talk = Talk("Iron from 31 Feb every day at 25:70")
    assert "“25:70”" in talk.text
    talk.say("8:00")
    assert talk.open == "words"
    assert "“31 Feb”" in talk.text
    talk.say("1 Mar 2027")
    assert talk.open == "preview"


def test_an_ambiguous_date_offers_both() -> None:
    talk = Talk("Iron from 3/4 every day at 8")
    assert "“3/4” can be more than one date" in talk.text
    talk.tap("Fri, 3 Apr 2026")
    assert "Starts: Fri 3 Apr" in talk.text


def test_step_by_step_is_always_a_way_out() -> None:
    talk = Talk("Iron every blue moon at 8")
    talk.tap("Ask me step by step")
    assert talk.open in ("name", "amount")
    assert not talk.sketch.line


def test_an_odd_name_can_be_all_of_it() -> None:
    talk = Talk()
    talk.say("Day nurse")
    assert "Day nurse" in talk.text
    talk.tap("All of it is the name")
    assert (talk.open, talk.sketch.label) == ("amount", "Day nurse")


@pytest.mark.parametrize("line", ["x" * 5000, "💊💊💊", "\u200f\u200e", "/", "<b>", "🙂 every 🙂 day"])
def test_a_line_with_nothing_in_it_asks_for_the_name_or_more(line: str) -> None:
    talk = Talk(line)
    assert talk.open in ("name", "words", "often")
    assert talk.sketch.plan is None


def test_marks_of_direction_are_left_out_and_html_is_shown_as_typed() -> None:
    talk = Talk("\u200f<i>Iron</i> & co every day at 8\u200e")
    assert talk.open == "preview"
    assert "<b>&lt;i&gt;Iron&lt;/i&gt; &amp; co</b>" in talk.page.text
    assert "\u200f" not in talk.sketch.label


def test_a_plan_that_is_over_asks_for_another_start() -> None:
    talk = Talk("Iron every day at 8 from 1 Jan 2020 for 10 days")
    assert talk.open == "start"
    assert "over already" in talk.text
    talk.tap("Today")
    assert talk.open == "preview"


def test_what_cannot_be_saved_is_asked_before_the_preview() -> None:
    talk = Talk("Iron every day at 8 from 1 Jan 2020 until 3 Mar 2020")
    talk.tap("Today")
    assert talk.open == "often"
    assert "That end does not work" in talk.text
    talk.tap("Every day")
    assert talk.open == "preview"
