"""Plans in parts, and courses that end: by buttons and by typing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.handlers.adding.talk import Talk

LOADING = "Loading, then maintenance"
COURSE = "A course that ends"
EIGHT = {"times": ["08:00"]}


def at_often() -> Talk:
    talk = Talk()
    talk.say("Vitamin X")
    talk.tap("Skip", "Skip")
    return talk


def phase(talk: Talk, place: int) -> dict[str, Any]:
    found: dict[str, Any] = talk.plan["phases"][place]
    return found


def test_loading_then_maintenance() -> None:
    talk = at_often()
    assert "The first part: how often?" in talk.tap(LOADING)
    assert "As needed" not in talk.keys
    talk.tap("Every few days", "2", "08:00", "Done")
    assert "How does this part end?" in talk.text
    assert "After how many doses?" in talk.tap("After some doses")
    text = talk.tap("6")
    assert "The next part: how often?" in text
    assert "So far: every other day at 08:00, 6 times" in text
    talk.tap("Every few weeks", "8")
    assert list(talk.keys) == ["That is all", "Add another part", "This part ends too", "Cancel"]
    text = talk.tap("That is all", "Today")
    assert "When: every other day at 08:00, 6 times, then every 8 weeks at 08:00\nStarts: Mon 2 Mar" in text
    assert "Assumed: the time is the same for each part." in text
    assert "Next dates:\nMon 2 Mar, 09:00" not in text


def test_more_parts_and_a_last_one_that_ends() -> None:
    talk = at_often()
    talk.tap(LOADING, "Every day", "08:00", "Done", "After some days", "10", "Every few weeks", "1")
    talk.tap("Add another part", "After some doses", "4", "Every few months", "1")
    talk.tap("This part ends too", "After some doses", "3")
    assert list(talk.keys) == ["That is all", "Add another part", "Cancel"]
    text = talk.tap("That is all", "Today")
    assert "for 10 days, then every week at 08:00, 4 times, then every month at 08:00, 3 times" in text


def test_typed_answers_for_each_part() -> None:
    talk = at_often()
    talk.tap(LOADING)
    talk.say("every other day at 9 until no further improvement")
    assert "The next part" in talk.text
    talk.say("every 2 months")
    assert talk.open == "more"
    talk.say("no")
    assert talk.open == "preview"
    assert [each["end"] for each in talk.plan["phases"]] == [{"clinic": True}, None]
    assert phase(talk, 1)["timing"] == {"every": 2, "unit": "months", "times": ["09:00"]}
    assert "Assumed: the time is the same for each part." in talk.text


def test_the_whole_plan_typed_at_the_first_part() -> None:
    talk = at_often()
    talk.tap(LOADING)
    talk.say("every other day 6 times then every 8 weeks at 9am")
    assert talk.open == "preview"
    assert len(talk.plan["phases"]) == 2


def test_a_later_part_with_its_own_times_and_start() -> None:
    talk = at_often()
    talk.tap(LOADING, "Every day", "08:00", "20:00", "Done", "After some weeks", "2")
    talk.say("every Monday at 9 from 1 Dec 2026")
    talk.tap("That is all", "Today")
    assert phase(talk, 1)["start"] == "2026-12-01"
    assert [each["timing"]["times"] for each in talk.plan["phases"]] == [["08:00", "20:00"], ["09:00"]]


def test_a_course() -> None:
    talk = at_often()
    talk.tap(COURSE)
    assert LOADING not in talk.keys
    talk.tap("Every day", "08:00", "Done")
    assert "How does it end?" in talk.text
    talk.say("16 weeks")
    talk.tap("Today")
    assert talk.plan["phases"][0]["end"] == {"days": 112}


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("6 times", {"count": 6}),
        ("10 doses", {"count": 10}),
        ("2 weeks", {"days": 14}),
        ("for 10 days", {"days": 10}),
        ("until 3 March 2027", {"until": "2027-03-03"}),
        ("3 March 2027", {"until": "2027-03-03"}),
        ("until my clinic changes it", {"clinic": True}),
    ],
)
def test_typed_ends(typed: str, end: dict[str, Any]) -> None:
    talk = at_often()
    talk.tap(COURSE, "Every day", "08:00", "Done")
    talk.say(typed)
    assert talk.open == "start"
    talk.tap("Today")
    assert talk.plan["phases"][0]["end"] == end


def test_an_ambiguous_end_offers_both_dates() -> None:
    talk = at_often()
    talk.tap(COURSE, "Every day", "08:00", "Done", "On a date")
    talk.say("3/4")
    talk.tap("Fri, 3 Apr 2026", "Today")
    assert phase(talk, 0)["end"] == {"until": "2026-04-03"}
    assert "Assumed: the last day you gave counts as well." in talk.text


def test_months_need_a_first_day() -> None:
    talk = at_often()
    talk.tap(COURSE, "Every day", "08:00", "Done")
    assert "I need the first day" in talk.say("for 3 months")
    talk = Talk("Iron every day at 8 from 1 Dec 2026")
    talk.tap("Change", "End")
    talk.say("for 3 months")
    assert phase(talk, 0)["end"] == {"until": "2027-02-28"}


def test_listed_days_end_by_themselves() -> None:
    talk = at_often()
    talk.tap(
        LOADING, "More", "Certain days: 1, 3, 7 …", "7", "3", "1", "Done", "08:00", "Done", "Every few months", "1"
    )
    talk.tap("That is all", "Today")
    assert phase(talk, 0)["timing"] == {"offsets": [1, 3, 7], "times": ["08:00"]}
    assert phase(talk, 0)["end"] == {"count": 3}
