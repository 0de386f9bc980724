"""A plan as it is followed once each intake moves it, and what was booked instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import timing
from journal.timing import Anchor, Booked, End, Followed, Given, Phase, Plan, Succession, Timing, Unit
from tests.journal.timing.plans import MOMENTS, PLANS, ZONES

LONDON = ZoneInfo("Europe/London")
NINE = (time(9),)
WEEKS12 = Plan((Phase(Timing(Unit.WEEKS, 12, NINE), date(2026, 1, 5)),), Anchor.ACTUAL)
LOADING = Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 3, 2), End(count=4))
THEN = Phase(Timing(Unit.WEEKS, 8, NINE))


def at(month: int, day: int, hour: int = 9) -> datetime:
    return timing.to_utc(datetime(2026, month, day, hour), LONDON)


def taken(month: int, day: int, on: datetime) -> Given:
    return Given(date(2026, month, day), 0, at(month, day), on)


def dates(followed: Followed | Succession, start: datetime, count: int) -> list[date]:
    return [one.local_date for one in islice(followed.between(LONDON, start, timing.LATEST), count)]


def test_what_lay_before_an_intake_stays_and_what_comes_after_it_moves() -> None:
    followed = Followed(WEEKS12, (taken(1, 5, at(1, 24)),))
    assert dates(followed, timing.LATEST.min.replace(tzinfo=LONDON), 3) == [
        date(2026, 1, 5),
        date(2026, 4, 18),
        date(2026, 7, 11),
    ]
    before = followed.before(LONDON, at(4, 18))
    assert before
    assert before.local_date == date(2026, 1, 5)
    assert followed.on_date(LONDON, date(2026, 3, 30)) == ()


def test_a_count_counts_the_doses_taken_however_late_each_was() -> None:
    plan = Plan((LOADING, THEN), Anchor.ACTUAL)
    given_ = [taken(3, 2, at(3, 3))]
    for _ in range(3):
        coming = Followed(plan, tuple(given_)).after(LONDON, given_[-1].at)
        assert coming
        assert coming.phase == 0
        given_.append(Given(coming.local_date, 0, coming.at, coming.at + timedelta(days=1)))
    coming = Followed(plan, tuple(given_)).after(LONDON, given_[-1].at)
    assert coming
    assert (coming.phase, coming.local_date) == (1, date(2026, 3, 12) + timedelta(weeks=8))


def test_intakes_are_counted_in_the_order_in_which_they_were_taken() -> None:
    both = (taken(1, 5, at(4, 10)), taken(3, 30, at(4, 2)))
    assert dates(Followed(WEEKS12, both), at(4, 11), 1) == [date(2026, 7, 3)]
    assert dates(Followed(WEEKS12, both[::-1]), at(4, 11), 1) == [date(2026, 7, 3)]


def test_one_taken_early_is_not_planned_again() -> None:
    early = Followed(WEEKS12, (taken(3, 30, at(3, 25)),))
    assert dates(early, at(3, 25, 10), 2) == [date(2026, 6, 17), date(2026, 9, 9)]


@given(PLANS, ZONES, MOMENTS, st.lists(st.integers(-40, 900), max_size=4), st.sampled_from(Anchor))
def test_moments_ascend_whatever_was_taken(
    plan: Plan, zone: ZoneInfo, moment: datetime, delays: list[int], anchor: Anchor
) -> None:
    given_: tuple[Given, ...] = ()
    for hours in delays:
        followed = Followed(replace(plan, anchor=anchor), given_)
        due = followed.first(zone, max([moment, *(one.at for one in given_)]))
        if due is None:
            break
        given_ += (Given(due.local_date, due.slot, due.at, due.at + timedelta(hours=hours)),)
    followed = Followed(replace(plan, anchor=anchor), given_)
    found = [one.at for one in islice(followed.between(zone, moment, timing.LATEST), 8)]
    assert found == sorted(set(found))
    for earlier, later in pairwise(found):
        last = followed.before(zone, later)
        assert last
        assert last.at == earlier
    if anchor is Anchor.PLANNED:
        assert found == [one.at for one in islice(timing.between(plan, zone, moment, timing.LATEST), 8)]


@pytest.mark.parametrize("booked", [at(3, 27, 14), at(4, 2, 14)])
def test_a_booked_moment_stands_in_for_the_planned_one(booked: datetime) -> None:
    course = Succession(replace(WEEKS12, anchor=Anchor.PLANNED), booked=(Booked(date(2026, 3, 30), 0, booked),))
    assert [one.at for one in islice(course.between(LONDON, at(1, 1), timing.LATEST), 3)] == [
        at(1, 5),
        booked,
        at(6, 22),
    ]
    (on,) = course.on_date(LONDON, date(2026, 3, 30))
    assert on.at == booked
    following = course.after(LONDON, booked)
    assert following
    assert following.at == at(6, 22)
