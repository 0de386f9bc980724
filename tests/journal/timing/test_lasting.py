"""How far a number of doses reaches over planned moments, against counting them off one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import timing
from journal.timing import End, Phase, Plan, Succession, Timing, Unit, lasting
from journal.timing.supply import MOST_AHEAD

LONDON = ZoneInfo("Europe/London")
START = date(2026, 3, 2)
BEGINNING = datetime(2026, 3, 2, tzinfo=UTC)


def of(*phases: Phase) -> Succession:
    return Succession(Plan(phases))


def reach(course: Succession, doses: int) -> timing.Lasting:
    return lasting(doses, course.between(LONDON, BEGINNING, timing.LATEST))


DAILY = of(Phase(Timing(times=(time(8),)), START))
TWICE = of(Phase(Timing(times=(time(8), time(20))), START))
LOADING = of(
    Phase(Timing(every=2, times=(time(10),)), START, End(count=3)),
    Phase(Timing(unit=Unit.WEEKS, every=8, times=(time(10),))),
)
COURSE = of(Phase(Timing(times=(time(8),)), START, End(days=7)))


@pytest.mark.parametrize(
    ("course", "doses", "last", "out"),
    [
        (DAILY, 0, None, "2026-03-02"),
        (DAILY, 1, "2026-03-02", "2026-03-03"),
        (DAILY, 28, "2026-03-29", "2026-03-30"),
        (TWICE, 3, "2026-03-03", "2026-03-03"),
        (LOADING, 3, "2026-03-06", "2026-05-01"),
        (LOADING, 4, "2026-05-01", "2026-06-26"),
        (COURSE, 6, "2026-03-07", "2026-03-08"),
        (COURSE, 7, "2026-03-08", None),
        (COURSE, 30, "2026-03-08", None),
        (of(), 5, None, None),
    ],
)
def test_the_last_dose_that_is_covered_and_the_first_that_is_not(
    course: Succession, doses: int, last: str | None, out: str | None
) -> None:
    found = reach(course, doses)
    assert [one and one.local_date.isoformat() for one in (found.last, found.out)] == [last, out]
    assert not found.beyond


def test_a_changed_plan_is_followed_from_its_day_on() -> None:
    course = Succession(DAILY.plan, TWICE.plan, datetime(2026, 3, 4, tzinfo=UTC))
    found = reach(course, 5)  # one on the 2nd and 3rd, two on the 4th, one of the 5th's
    assert found.last is not None
    assert found.last.at == datetime(2026, 3, 5, 8, tzinfo=UTC)


def test_more_than_is_looked_at_reaches_beyond() -> None:
    assert not reach(DAILY, MOST_AHEAD).beyond
    found = reach(DAILY, MOST_AHEAD + 1)
    assert found.beyond
    assert found.last is not None
    assert found.last.local_date == START + timedelta(days=MOST_AHEAD - 1)


def test_the_distance_of_the_doses_tells_how_early_to_say_it() -> None:
    assert reach(LOADING, 2).days_apart == 2
    assert reach(LOADING, 3).days_apart == 56
    assert reach(LOADING, 0).days_apart == 0


@given(st.integers(0, 400), st.integers(1, 24), st.sampled_from([(8,), (8, 20), (7, 13, 22)]))
def test_it_is_what_counting_off_gives(doses: int, every: int, hours: tuple[int, ...]) -> None:
    course = of(Phase(Timing(every=every, times=tuple(map(time, hours))), START))
    found, covered = reach(course, doses), min(doses, MOST_AHEAD)
    days = [START + timedelta(days=every * (n // len(hours))) for n in range(covered + 1)]
    assert found.out is not None
    assert found.out.local_date == days[-1]
    assert (found.last.local_date if found.last else None) == (days[-2] if covered else None)
