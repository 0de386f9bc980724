"""Every kind of plan in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.views.plan_words import day, describe, moment
from journal.timing import Plan, plan_from_json
from locales import Words, pseudo

WORDS = Words("en", strict=True)
EIGHT, TWICE = ["08:00"], ["08:00", "20:00"]


def plan(*phases: dict[str, Any], **more: Any) -> Plan:
    """A plan of phases written as (timing fields plus "end" and "gap")."""
    return plan_from_json({"phases": [_phase(place, dict(phase)) for place, phase in enumerate(phases)]} | more)


def _phase(place: int, timing: dict[str, Any]) -> dict[str, Any]:
    start = timing.pop("start", None if place else "2026-03-02")
    return {
        "start": start,
        "end": timing.pop("end", None),
        "min_gap_days": timing.pop("gap", None),
        "timing": timing,
    }


def days(every: int = 1, **more: Any) -> dict[str, Any]:
    return {"every": every, "unit": "days", "times": EIGHT} | more


def weeks(every: int = 1, **more: Any) -> dict[str, Any]:
    return {"every": every, "unit": "weeks", "times": EIGHT} | more


def months(every: int = 1, **more: Any) -> dict[str, Any]:
    return {"every": every, "unit": "months", "times": EIGHT} | more


def hours(every: int, **more: Any) -> dict[str, Any]:
    return {"every": every, "unit": "hours", "times": ["07:00"]} | more


SINGLE = [
    (days(), "every day at 08:00"),
    (days(times=TWICE), "every day at 08:00 and 20:00"),
    (days(times=["08:00", "14:00", "20:00"]), "every day at 08:00, 14:00 and 20:00"),
    (days(2), "every other day at 08:00"),
    (days(3), "every 3 days at 08:00"),
    (days(except_weekdays=["tue"]), "every day except Tuesday at 08:00"),
    (days(except_weekdays=["sat", "sun"]), "every day except Sat and Sun at 08:00"),
    (days(weekdays=["mon", "fri"]), "every Mon and Fri at 08:00"),
    (days(2, weekdays=["mon"]), "every other day at 08:00, but only on Monday"),
    (days(cycle={"on": 21, "off": 7}), "every day at 08:00, 21 days on and 7 days off"),
    (days(cycle={"on": 1, "off": 1}), "every day at 08:00, 1 day on and 1 day off"),
    (weeks(), "every week at 08:00"),
    (weeks(12), "every 12 weeks at 08:00"),
    (weeks(weekdays=["mon", "wed", "fri"]), "every Mon, Wed and Fri at 08:00"),
    (weeks(weekdays=["thu"]), "every Thursday at 08:00"),
    (weeks(2, weekdays=["mon"]), "every 2 weeks on Monday at 08:00"),
    (weeks(weekdays=["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), "every day at 08:00"),
    (months(), "every month at 08:00"),
    (months(2), "every 2 months at 08:00"),
    (months(days_of_month=[31]), "every month on the 31st at 08:00"),
    (months(days_of_month=[1, 12, 22]), "every month on the 1st, 12th and 22nd at 08:00"),
    (months(last_day=True), "every month on the last day at 08:00"),
    (months(3, nth_weekday=[1, "mon"]), "every 3 months on the first Monday at 08:00"),
    (months(nth_weekday=[-1, "sun"]), "every month on the last Sunday at 08:00"),
    ({"offsets": [1, 3, 7], "times": EIGHT}, "on days 1, 3 and 7 at 08:00"),
    ({"offsets": [5], "times": EIGHT}, "on day 5 at 08:00"),
    (hours(8), "every 8 hours from 07:00"),
    (hours(1), "every hour from 07:00"),
    (hours(8, weekdays=["mon"]), "every 8 hours from 07:00, but only on Monday"),
    (hours(3, times=None, window={"from": "08:00", "to": "20:00"}), "every 3 hours from 08:00 to 20:00"),
    (days(end={"count": 6}), "every day at 08:00, 6 times"),
    (days(end={"count": 1}), "every day at 08:00, 1 time"),
    (days(end={"days": 112}), "every day at 08:00, for 16 weeks"),
    (days(end={"days": 10}), "every day at 08:00, for 10 days"),
    (days(end={"days": 7}), "every day at 08:00, for 7 days"),
    (days(end={"days": 1}), "every day at 08:00, for 1 day"),
    (days(end={"until": "2027-03-03"}), "every day at 08:00, until Wed, 3 Mar 2027"),
    (days(end={"clinic": True}), "every day at 08:00, until your clinic changes it"),
    (days(4, gap=3, end={"count": 10}), "every 4 days at 08:00, at least 3 days apart, 10 times"),
]


@pytest.mark.parametrize(("timing", "said"), SINGLE)
def test_one_phase(timing: dict[str, Any], said: str) -> None:
    assert describe(plan(timing), WORDS) == said


def test_as_needed() -> None:
    assert describe(Plan(), WORDS) == "as needed"


def test_phases_are_joined_in_order() -> None:
    loading = days(2, end={"clinic": True})
    course = plan(loading, weeks(end={"count": 4}), months(2))
    assert describe(course, WORDS) == (
        "every other day at 08:00, until your clinic changes it, "
        "then every week at 08:00, 4 times, then every 2 months at 08:00"
    )


def test_a_later_phase_with_a_date_says_it() -> None:
    course = plan(days(), weeks(8, start="2026-12-01"))
    assert describe(course, WORDS) == "every day at 08:00, then from Tue, 1 Dec 2026 every 8 weeks at 08:00"


def test_counting_from_the_last_dose_is_said() -> None:
    said = "every 12 weeks at 08:00, counted from the last one taken"
    assert describe(plan(weeks(12), anchor="actual"), WORDS) == said


def test_a_plan_with_gaps_says_what_is_known() -> None:
    assert describe(plan(days(3, times=None)), WORDS) == "every 3 days"
    assert describe(plan(hours(8, times=None)), WORDS) == "every 8 hours"


@pytest.mark.parametrize(("timing", "said"), SINGLE)
def test_every_word_can_be_translated(timing: dict[str, Any], said: str) -> None:
    assert not re.search("[A-Za-z]", describe(plan(timing), Words(pseudo.LANGUAGE, strict=True)))


def test_a_moment_of_another_year_says_the_year() -> None:
    now = datetime(2026, 12, 30, 9, tzinfo=UTC)
    assert moment(datetime(2026, 12, 31, 8, tzinfo=UTC), now, WORDS) == "Thu 31 Dec, 08:00"
    assert moment(datetime(2027, 1, 1, 8, tzinfo=UTC), now, WORDS) == "Fri, 1 Jan 2027, 08:00"
    assert day(now.date(), now.date(), WORDS) == "Wed 30 Dec"
