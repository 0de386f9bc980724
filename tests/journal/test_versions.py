"""From which moment a changed plan is followed on the day of the change."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from journal.timing import Planned
from journal.versions import goes_on

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def at(hour: int) -> datetime:
    return NOON.replace(hour=hour)


@pytest.mark.parametrize(
    ("hours", "settled", "owed", "since"),
    [
        ((18,), set(), 1, 12),  # still open, ahead: followed
        ((7,), set(), 1, 7),  # still open, its new time has passed: asked at once
        ((7,), set(), 0, 12),  # nothing was owed today: none is made up
        ((7,), {0}, 1, None),  # taken already: nothing more today
        ((18,), {0}, 1, None),
        ((18,), {0, 1}, 2, None),
        ((8, 18), {0}, 2, 12),
        ((8, 9), {0}, 2, 9),
        ((8, 14, 20), {0}, 1, 12),  # more times than before: those ahead
        ((), set(), 1, 12),
    ],
)
def test_no_dose_is_doubled_and_none_that_is_owed_is_lost(
    hours: tuple[int, ...], settled: set[int], owed: int, since: int | None
) -> None:
    planned = [Planned(date(2026, 3, 3), slot, at(hour), 0) for slot, hour in enumerate(hours)]
    found = goes_on(planned, settled, owed, NOON)
    if since is None:
        assert found > planned[-1].at
    else:
        assert found == at(since)
