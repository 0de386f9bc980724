"""PretendClock stands or runs, wakes those who sleep, and never goes back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from journal.clock import SystemClock
from simulator.clock import PretendClock

START = datetime(2026, 3, 26, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_a_standing_clock_wakes_a_sleeper_only_when_it_is_set_far_enough() -> None:
    clock = PretendClock(START)
    sleeper = asyncio.ensure_future(clock.sleep_until(START + 2 * HOUR))
    for hours in (1, 2):
        await asyncio.wait([sleeper], timeout=0.01)
        assert not sleeper.done()
        clock.set(START + hours * HOUR)
    await asyncio.wait_for(sleeper, 1)


async def test_a_running_clock_reaches_a_near_moment_by_itself() -> None:
    clock = PretendClock(START, running=True)
    await asyncio.wait_for(clock.sleep_until(START + timedelta(milliseconds=30)), 2)
    assert clock.now() >= START + timedelta(milliseconds=30)


async def test_a_past_moment_is_not_slept_for_and_not_gone_back_to() -> None:
    clock = PretendClock(START)
    await clock.sleep_until(START)
    clock.set(START - HOUR)
    assert clock.now() == START


def test_wall_says_when_the_system_will_see_it() -> None:
    clock = PretendClock(START, running=True)
    ahead = clock.wall(clock.now() + HOUR) - SystemClock().now()
    assert abs(ahead - HOUR) < timedelta(seconds=1)


def test_moments_are_shown_in_utc_and_need_a_zone() -> None:
    zoned = datetime.fromisoformat("2026-03-26T08:00:00+02:00")
    assert PretendClock(zoned).now().isoformat() == "2026-03-26T06:00:00+00:00"
    with pytest.raises(ValueError, match="no zone"):
        PretendClock(datetime(2026, 3, 26))
