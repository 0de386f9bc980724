"""When something is said ahead of an injection, and while one is not recorded (clinical.md section 2.3)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal import ladder, leads
from journal.leads import LeadKey
from journal.occurrences import DoseKey
from journal.tables import Person

LONDON = ZoneInfo("Europe/London")


def ana(quiet_from: time = time(21), quiet_until: time = time(8)) -> Person:
    return Person(
        chat_id=1, zone="Europe/London", quiet_from=quiet_from, quiet_until=quiet_until, created_at=local(1, 1, 0)
    )


def local(day: int, month: int, hour: int = 14) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("interval", "days"),
    [(None, ()), (1, ()), (13, ()), (14, (7, 1)), (28, (7, 1)), (55, (7, 1)), (56, (14, 2)), (84, (14, 2))],
)
def test_the_interval_says_how_many_days_before(interval: int | None, days: tuple[int, ...]) -> None:
    assert leads.steps(interval) == days


def test_the_first_of_them_is_time_to_book() -> None:
    assert {14, 7} == leads.BOOK


def test_they_come_at_ten_by_the_clock() -> None:
    found = dict(leads.moments(ana(), local(30, 3), 28, local(1, 3)))
    assert found == {7: local(23, 3, 10), 1: local(29, 3, 10)}


def test_what_has_passed_is_left_out_and_exactly_now_is_not() -> None:
    assert [days for days, _ in leads.moments(ana(), local(30, 3), 28, local(23, 3, 10))] == [7, 1]
    assert [days for days, _ in leads.moments(ana(), local(30, 3), 28, local(23, 3, 11))] == [1]


def test_quiet_hours_push_them_on() -> None:
    assert dict(leads.moments(ana(time(20), time(11)), local(30, 4), 28, local(1, 4)))[7] == local(23, 4, 11)


def test_a_lead_is_named_by_dose_and_date() -> None:
    key = LeadKey(DoseKey(7, date(2026, 12, 1), 2), date(2026, 12, 3))
    assert key.subject == "7:2026-12-01:2:2026-12-03"
    assert LeadKey.of(key.subject) == key


def days(planned: datetime, interval: int | None, before: datetime | None, person: Person | None = None) -> list[int]:
    found = ladder.moments(person or ana(), planned.replace(tzinfo=None), LONDON, interval, before)
    return [n - planned.toordinal() for n, _ in found]


def test_the_ladder_has_eight_steps() -> None:
    assert days(local(1, 6), 84, local(24, 8)) == [1, 3, 7, 14, 21, 28, 35, 42]
    assert days(local(1, 6), None, None) == [1, 3, 7, 14, 21, 28, 35, 42]


@pytest.mark.parametrize(
    ("interval", "steps"),
    [
        (2, []),
        (3, []),
        (4, [3]),
        (7, [3]),
        (13, [3, 7]),
        (14, [1, 3, 7]),
        (28, [1, 3, 7, 14, 21]),
        (30, [1, 3, 7, 14, 21, 28]),
    ],
)
def test_it_ends_at_the_next_one_and_repeats_no_nudge(interval: int, steps: list[int]) -> None:
    assert days(local(1, 6), interval, local(1, 6) + timedelta(days=interval)) == steps


@pytest.mark.parametrize("planned", [local(28, 3), local(22, 3), local(24, 10), local(18, 10)])
def test_it_keeps_the_time_of_day_when_the_clocks_change(planned: datetime) -> None:
    found = [at.astimezone(LONDON) for _, at in ladder.moments(ana(), planned.replace(tzinfo=None), LONDON, 84, None)]
    assert {at.time() for at in found} == {time(14)}
    assert [(at.date() - planned.date()).days for at in found] == list(ladder.DAYS)


def test_at_night_it_waits_for_the_morning() -> None:
    found = dict(ladder.moments(ana(), datetime(2026, 6, 1, 22), LONDON, 84, None))
    assert found[date(2026, 6, 2).toordinal()] == local(3, 6, 8)
    assert 7 not in days(local(1, 6, 22), 7, local(8, 6, 22))
