"""The engine against a walk over every day, and its questions against one another."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from journal import timing
from journal.timing import Plan
from tests.journal.timing.oracle import walk
from tests.journal.timing.plans import LAST_DAY, MOMENTS, PLANS, ZONES

WINDOW = timedelta(days=60)


@given(PLANS, ZONES, MOMENTS)
def test_the_moments_of_a_window_are_those_of_a_walk_over_every_day(
    plan: Plan, zone: ZoneInfo, start: datetime
) -> None:
    expected = [one for one in walk(plan, zone, LAST_DAY) if start <= one.at < start + WINDOW]
    assert list(timing.between(plan, zone, start, start + WINDOW)) == expected


@given(PLANS, ZONES, MOMENTS)
def test_before_is_the_last_of_a_walk_over_every_day(plan: Plan, zone: ZoneInfo, moment: datetime) -> None:
    expected = [one for one in walk(plan, zone, LAST_DAY) if one.at < moment]
    assert timing.before(plan, zone, moment) == (expected[-1] if expected else None)


@given(PLANS, ZONES, MOMENTS)
def test_first_after_and_before_agree(plan: Plan, zone: ZoneInfo, moment: datetime) -> None:
    found = timing.first(plan, zone, moment)
    if found is None:
        return
    following = timing.after(plan, zone, found.at)
    assert timing.first(plan, zone, found.at) == found
    assert timing.after(plan, zone, moment - datetime.resolution) == found
    if following:
        assert timing.before(plan, zone, following.at) == found


@given(PLANS, ZONES, MOMENTS)
def test_a_date_and_a_slot_name_one_moment(plan: Plan, zone: ZoneInfo, start: datetime) -> None:
    found = list(timing.between(plan, zone, start, start + WINDOW))
    assert len({(one.local_date, one.slot) for one in found}) == len(found)


@settings(max_examples=30)
@given(PLANS, ZONES, MOMENTS)
def test_a_date_gives_its_moments(plan: Plan, zone: ZoneInfo, moment: datetime) -> None:
    found = timing.first(plan, zone, moment)
    if found:
        expected = tuple(one for one in walk(plan, zone, LAST_DAY) if one.local_date == found.local_date)
        assert timing.on_date(plan, zone, found.local_date) == expected or found.local_date >= LAST_DAY
