from __future__ import annotations

from datetime import date, datetime, time

import pytest

from handlers.plain_words import Ask, Habits, read_date, read_moment, read_times, read_weekdays

FRIDAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 0)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("8", (time(8),)),
        ("at 8", (time(8),)),
        ("8:05", (time(8, 5),)),
        ("20.30", (time(20, 30),)),
        ("8pm", (time(20),)),
        ("8 p.m.", (time(20),)),
        ("20h", (time(20),)),
        ("8 am and 8 pm", (time(8), time(20))),
        ("8:00, 20:00", (time(8), time(20))),
        ("20:00 8:00", (time(8), time(20))),
        ("8, 14 and 20", (time(8), time(14), time(20))),
        ("noon", (time(12),)),
        ("Midnight", (time(0),)),
        ("nine", (time(9),)),
        ("8 in the evening", (time(20),)),
        ("morning", (time(7, 30),)),
        ("morning and 20:00", (time(7, 30), time(20))),
    ],
)
def test_times_are_read(text: str, times: tuple[time, ...]) -> None:
    assert read_times(text, Habits(morning=time(7, 30))) == times


@pytest.mark.parametrize(
    "text", ["", "25:70", "24:00", "8:5", "13pm", "8 or 9", "8 and 10 pm", "9 and 5", "8-10", "soon", "-8"]
)
def test_unclear_times_are_not(text: str) -> None:
    assert read_times(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 Dec 2026", date(2026, 12, 1)),
        ("1 Dec", date(2026, 12, 1)),
        ("20 Nov", FRIDAY),
        ("19 Nov", date(2027, 11, 19)),
        ("29 Feb", date(2028, 2, 29)),
        ("December 1st, 2026", date(2026, 12, 1)),
        ("the 3rd of March", date(2027, 3, 3)),
        ("2026-12-01", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("25/12", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
        ("5/5", date(2027, 5, 5)),
        ("today", FRIDAY),
        ("tomorrow", date(2026, 11, 21)),
        ("the day after tomorrow", date(2026, 11, 22)),
        ("in two weeks", date(2026, 12, 4)),
        ("Monday", date(2026, 11, 23)),
        ("on Thu", date(2026, 11, 26)),
        ("Tue, 1 Dec", date(2026, 12, 1)),
        ("the 15th", date(2026, 12, 15)),
        ("the 31st", date(2026, 12, 31)),
    ],
)
def test_dates_are_read(text: str, day: date) -> None:
    assert read_date(text, FRIDAY) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3/4", "ambiguous_date"),
        ("3/4/2027", "ambiguous_date"),
        ("next Monday", "ambiguous_date"),
        ("Friday", "ambiguous_date"),
        ("31 Feb", "bad_date"),
        ("29 Feb 2027", "bad_date"),
        ("2026-13-01", "bad_date"),
        ("32/1", "bad_date"),
        ("Mon, 1 Dec", "bad_date"),
        ("0 Dec", "bad_date"),
        ("1 Dec 0026", "bad_date"),
        ("in 99999 days", "bad_date"),
        ("", "not_understood"),
        ("next week", "not_understood"),
        ("1 Dec or so", "not_understood"),
    ],
)
def test_unclear_dates_are_asked_about(text: str, code: str) -> None:
    found = read_date(text, FRIDAY)
    assert isinstance(found, Ask)
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon/Wed/Fri", (0, 2, 4)),
        ("Monday and Thursday", (0, 3)),
        ("on Tuesdays", (1,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Saturday to Monday", (0, 5, 6)),
        ("weekends", (5, 6)),
        ("every Sun.", (6,)),
    ],
)
def test_weekdays_are_read(text: str, days: tuple[int, ...]) -> None:
    assert read_weekdays(text) == days


@pytest.mark.parametrize("text", ["", "Mo", "Mon or Tue", "any day", "month", "sunshine"])
def test_unclear_weekdays_are_not(text: str) -> None:
    assert read_weekdays(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("at 7", datetime(2026, 11, 20, 7)),
        ("10:00", NOW),
        ("now", NOW),
        ("23:30", datetime(2026, 11, 19, 23, 30)),
        ("yesterday 20:30", datetime(2026, 11, 19, 20, 30)),
        ("8pm yesterday", datetime(2026, 11, 19, 20)),
        ("today at 7.15", datetime(2026, 11, 20, 7, 15)),
        ("2 hours ago", datetime(2026, 11, 20, 8)),
        ("20 min ago", datetime(2026, 11, 20, 9, 40)),
        ("half an hour ago", datetime(2026, 11, 20, 9, 30)),
        ("an hour ago", datetime(2026, 11, 20, 9)),
        ("3 days ago at noon", datetime(2026, 11, 17, 12)),
        ("on Monday at 8", datetime(2026, 11, 16, 8)),
        ("1 Nov 9:00", datetime(2026, 11, 1, 9)),
        ("2026-11-18 21:00", datetime(2026, 11, 18, 21)),
    ],
)
def test_moments_are_read(text: str, moment: datetime) -> None:
    assert read_moment(text, NOW) == moment


@pytest.mark.parametrize(
    "text",
    ["", "at 11", "today 10:01", "tomorrow 8:00", "yesterday", "in the morning", "8 and 9", "2 weeks ago", "3/4 8:00"],
)
def test_unclear_or_future_moments_are_not(text: str) -> None:
    assert read_moment(text, NOW) is None
