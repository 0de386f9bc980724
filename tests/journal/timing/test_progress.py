"""How far a plan has come, and what the clinic's word makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from journal.timing import (
    Followed,
    Plan,
    counted_on,
    first_day,
    open_phase,
    over,
    plan_from_json,
    plan_to_json,
    switched,
)

LONDON = ZoneInfo("Europe/London")


def plan(*phases: tuple[dict[str, object], str | None, dict[str, object] | None]) -> Plan:
    """Phases written as (timing, start, end); times are 10:00."""
    rows = [{"timing": {"times": ["10:00"]} | timing, "start": start, "end": end} for timing, start, end in phases]
    return plan_from_json({"phases": rows})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


DAYS2 = {"every": 2, "unit": "days"}
WEEKS8 = {"every": 8, "unit": "weeks"}
MONTHS2 = {"every": 2, "unit": "months"}
COUNTED = plan((DAYS2, "2026-03-02", {"count": 2}), (WEEKS8, None, None))
OPEN = plan((DAYS2, "2026-03-02", {"clinic": True}), (MONTHS2, None, None))


@pytest.mark.parametrize(
    ("now", "last", "coming"),
    [("2026-03-04 10:00", "2026-03-04", "2026-04-29"), ("2026-04-29 08:59", "2026-03-04", "2026-04-29")],
)
def test_a_phase_is_over_with_its_last_moment_until_the_next_ones_first(now: str, last: str, coming: str) -> None:
    found = over(Followed(COUNTED), LONDON, at(now))
    assert found is not None
    assert found[1] is not None
    assert (str(found[0].local_date), found[0].phase) == (last, 0)
    assert (str(found[1].local_date), found[1].phase) == (coming, 1)


@pytest.mark.parametrize("now", ["2026-03-01 12:00", "2026-03-02 10:00", "2026-03-04 09:59", "2026-04-29 09:00"])
def test_none_is_over_before_and_while_one_goes_on(now: str) -> None:
    assert over(Followed(COUNTED), LONDON, at(now)) is None


def test_a_whole_plan_is_over_for_good() -> None:
    found = over(Followed(plan((DAYS2, "2026-03-02", {"days": 4}))), LONDON, at("2030-01-01 00:00"))
    assert found is not None
    assert (str(found[0].local_date), found[1]) == ("2026-03-04", None)


def test_an_open_phase_runs_from_its_first_moment_on() -> None:
    assert open_phase(Followed(OPEN), LONDON, at("2026-03-02 09:59")) is None
    assert open_phase(Followed(OPEN), LONDON, at("2026-03-02 10:00")) == 0
    assert open_phase(Followed(OPEN), LONDON, at("2036-03-02 10:00")) == 0
    assert open_phase(Followed(COUNTED), LONDON, at("2026-03-02 10:00")) is None
    later = plan((DAYS2, "2026-03-02", {"count": 2}), (WEEKS8, None, {"clinic": True}))
    assert open_phase(Followed(later), LONDON, at("2026-03-04 10:00")) is None
    assert open_phase(Followed(later), LONDON, at("2026-04-29 10:00")) == 1
    assert (first_day(Followed(later), LONDON, 1), first_day(Followed(OPEN), LONDON, 1)) == (date(2026, 4, 29), None)


def test_the_clinics_word_ends_the_open_phase_and_starts_the_next() -> None:
    found = plan_to_json(switched(Followed(OPEN), LONDON, 0, date(2026, 3, 10)))["phases"]
    assert [(each["start"], each["end"]) for each in found] == [
        ("2026-03-02", {"until": "2026-03-09"}),
        ("2026-03-10", None),
    ]
    assert (
        open_phase(Followed(switched(Followed(OPEN), LONDON, 0, date(2026, 3, 10))), LONDON, at("2026-03-05 00:00"))
        is None
    )


def test_a_phase_that_would_begin_later_falls_away() -> None:
    for day in (date(2026, 3, 2), date(2026, 2, 1)):
        (only,) = plan_to_json(switched(Followed(OPEN), LONDON, 0, day))["phases"]
        assert (only["start"], only["timing"]["unit"]) == (day.isoformat(), "months")


def test_earlier_phases_stay_as_they_are() -> None:
    three = plan((DAYS2, "2026-03-02", {"count": 2}), (WEEKS8, None, {"clinic": True}), (MONTHS2, None, None))
    found = plan_to_json(switched(Followed(three), LONDON, 1, date(2026, 7, 1)))["phases"]
    assert [(each["start"], each["end"]) for each in found] == [
        ("2026-03-02", {"count": 2}),
        (None, {"until": "2026-06-30"}),
        ("2026-07-01", None),
    ]


def test_counted_from_the_last_dose() -> None:
    assert counted_on(Followed(OPEN), LONDON, 0, at("2026-03-05 12:00")) == (date(2026, 3, 4), date(2026, 5, 4))
    assert counted_on(Followed(OPEN), LONDON, 0, at("2026-03-01 12:00")) is None
    assert (
        counted_on(Followed(plan((DAYS2, "2026-03-02", {"clinic": True}))), LONDON, 0, at("2026-03-05 12:00")) is None
    )
