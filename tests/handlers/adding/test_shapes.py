"""The rarer shapes: by buttons and by typing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.handlers.adding.talk import Talk

EIGHT = {"times": ["08:00"]}


def at_often() -> Talk:
    talk = Talk()
    talk.say("Vitamin X")
    talk.tap("Skip", "Skip")
    return talk


def test_the_way_to_more_shapes_and_back() -> None:
    talk = at_often()
    talk.tap("More")
    assert "Every few hours" in talk.keys
    talk.tap("Back")
    assert "Every day" in talk.keys
    talk.tap("More")
    talk.say("every day at 8")
    assert talk.open == "preview"


@pytest.mark.parametrize(
    ("shape", "answers", "timing"),
    [
        ("Every day except some", ("Tuesday", "Done", "08:00", "Done"), {"every": 1, "except_weekdays": ["tue"]}),
        ("Every few hours", ("3", "08:00", "20:00"), {"every": 3, "window": {"from": "08:00", "to": "20:00"}}),
        ("Every few hours", ("2", "22:00", "06:00"), {"every": 2, "window": {"from": "22:00", "to": "06:00"}}),
        ("Every few hours", ("8", "Day and night", "07:00"), {"every": 8, "times": ["07:00"]}),
        ("Every few weeks on set days", ("2", "Monday", "Done", "08:00", "Done"), {"every": 2, "weekdays": ["mon"]}),
        ("Days on, days off", ("21", "7", "08:00", "Done"), {"every": 1, "cycle": {"on": 21, "off": 7}}),
        ("Days of the month", ("3", "15", "1", "Done", "08:00", "Done"), {"every": 3, "days_of_month": [1, 15]}),
        ("Last day of the month", ("1", "08:00", "Done"), {"every": 1, "last_day": True}),
        ("A weekday of the month", ("1", "Last", "Friday", "08:00", "Done"), {"every": 1, "nth_weekday": [-1, "fri"]}),
    ],
)
def test_rare_shapes(shape: str, answers: tuple[str, ...], timing: dict[str, Any]) -> None:
    talk = at_often()
    talk.tap("More", shape, *answers, "Today")
    assert talk.open == "preview"
    assert (
        {key: value for key, value in talk.timing.items() if key != "unit"} == EIGHT | timing
        if ("window" not in timing)
        else timing
    )


@pytest.mark.parametrize(
    ("shape", "typed", "timing"),
    [
        ("Days on, days off", "3 weeks on 1 week off at 8", {"every": 1, "cycle": {"on": 21, "off": 7}}),
        ("Certain days: 1, 3, 7 …", "1, 3 and 12", {"offsets": [1, 3, 12]}),
        ("Certain days: 1, 3, 7 …", "days 2, 400", {"offsets": [2, 400]}),
        ("Every day except some", "except Tue and Wed", {"every": 1, "except_weekdays": ["tue", "wed"]}),
    ],
)
def test_rare_shapes_typed(shape: str, typed: str, timing: dict[str, Any]) -> None:
    talk = at_often()
    talk.tap("More", shape)
    talk.say(typed)
    if talk.open == "times":
        talk.say("8")
    if talk.open == "start":
        talk.tap("Today")
    assert {key: value for key, value in talk.timing.items() if key != "unit"} == EIGHT | timing


def test_more_typed_answers() -> None:
    talk = at_often()
    talk.tap("More", "Days on, days off")
    talk.say("3 weeks")
    talk.say("7")
    talk.say("8")
    assert talk.sketch.current
    assert talk.sketch.current.timing.cycle == (21, 7)
    talk = at_often()
    talk.tap("More", "A weekday of the month", "1", "First")
    talk.say("Monday")
    assert talk.sketch.current
    assert talk.sketch.current.timing.nth_weekday == (1, 0)
    talk = at_often()
    talk.tap("More", "A weekday of the month", "1")
    talk.say("last Friday")
    talk.say("8")
    assert talk.sketch.current
    assert talk.sketch.current.timing.nth_weekday == (-1, 4)
    talk = at_often()
    talk.tap("More", "Days of the month", "1")
    talk.say("the 1st and the 15th")
    assert talk.sketch.current
    assert talk.sketch.current.timing.days_of_month == (1, 15)
