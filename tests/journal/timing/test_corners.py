"""Corners that random plans seldom meet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal import timing
from journal.timing import Anchor, End, Phase, Plan, Timing, Unit

LONDON, APIA = ZoneInfo("Europe/London"), ZoneInfo("Pacific/Apia")
NINE = (time(9),)


def shown(*phases: Phase, start: datetime, days: int = 40) -> list[str]:
    """The planned moments from a London wall-clock time on, as London's clock shows them."""
    since = timing.to_utc(start, LONDON)
    found = timing.between(Plan(phases), LONDON, since, since + timedelta(days=days))
    return [one.at.astimezone(LONDON).strftime("%d %b %H:%M") for one in found]


def test_a_time_that_a_gap_moves_behind_a_later_one_is_given_after_it() -> None:
    plan = Plan((Phase(Timing(times=(time(1, 15), time(2, 5))), date(2026, 3, 29)),))
    midnight = datetime(2026, 3, 29, tzinfo=UTC)
    first = timing.first(plan, LONDON, midnight)
    assert first
    assert (first.slot, first.at) == (1, midnight + timedelta(minutes=65))
    second = timing.after(plan, LONDON, first.at)
    assert second
    assert (second.slot, second.at) == (0, midnight + timedelta(minutes=75))
    assert timing.before(plan, LONDON, midnight + timedelta(minutes=90)) == second
    assert timing.before(plan, LONDON, second.at) == first


def test_of_two_times_on_one_instant_the_first_as_planned_is_the_one() -> None:
    plan = Plan((Phase(Timing(times=(time(8), time(20))), date(2011, 12, 29)),))
    evening = datetime(2011, 12, 31, 6, tzinfo=UTC)
    assert timing.first(plan, APIA, evening) == timing.before(plan, APIA, evening + timedelta(seconds=1))
    found = timing.before(plan, APIA, evening + timedelta(seconds=1))
    assert found
    assert (found.local_date, found.slot) == (date(2011, 12, 30), 1)


def test_a_count_of_window_doses_begins_with_the_first_opening() -> None:
    night = Timing(Unit.HOURS, 4, window=(time(22), time(6)))
    phase = Phase(night, date(2026, 6, 1), End(count=4))
    expected = ["01 Jun 22:00", "02 Jun 02:00", "02 Jun 06:00", "02 Jun 22:00"]
    assert shown(phase, start=datetime(2026, 6, 1)) == expected


def test_days_that_clamp_to_one_date_are_one_dose() -> None:
    phase = Phase(Timing(Unit.MONTHS, 1, NINE, days_of_month=(30, 31)), date(2026, 2, 1), End(count=2))
    assert shown(phase, start=datetime(2026, 2, 1), days=90) == ["28 Feb 09:00", "30 Mar 09:00"]


def test_hours_after_another_phase_begin_a_step_after_the_date_of_its_last_dose() -> None:
    daily = Phase(Timing(times=NINE), date(2026, 6, 1), End(count=1))
    hours = Phase(Timing(Unit.HOURS, 6, (time(10),)))
    assert shown(daily, hours, start=datetime(2026, 6, 1), days=1) == ["01 Jun 09:00", "01 Jun 16:00", "01 Jun 22:00"]


def test_a_cycle_after_another_phase_begins_with_its_days_on() -> None:
    daily = Phase(Timing(times=NINE), date(2026, 6, 1), End(count=1))
    cycle = Phase(Timing(Unit.DAYS, 1, NINE, cycle=(2, 1)))
    assert shown(daily, cycle, start=datetime(2026, 6, 2), days=4) == ["02 Jun 09:00", "03 Jun 09:00", "05 Jun 09:00"]


def test_what_follows_a_list_of_days_counts_from_its_last() -> None:
    listed = Phase(Timing(None, 1, NINE, offsets=(1, 3)), date(2026, 6, 1))
    weekly = Phase(Timing(Unit.WEEKS, 1, NINE))
    assert shown(listed, weekly, start=datetime(2026, 6, 1), days=12) == [
        "01 Jun 09:00",
        "03 Jun 09:00",
        "10 Jun 09:00",
    ]


def test_each_hour_of_a_repeated_hour_has_a_slot_of_its_own() -> None:
    plan = Plan((Phase(Timing(Unit.HOURS, 1, (time(0),)), date(2026, 10, 25)),))
    slots = [one.slot for one in timing.on_date(plan, LONDON, date(2026, 10, 25))]
    assert len(slots) == len(set(slots)) == 25


def test_hours_on_one_weekday_are_found_from_any_other() -> None:
    mondays = Phase(Timing(Unit.HOURS, 1, NINE, weekdays=(0,)), date(2026, 6, 1))
    assert shown(mondays, start=datetime(2026, 6, 2), days=7)[0] == "08 Jun 00:00"
    found = timing.before(Plan((mondays,)), LONDON, datetime(2026, 6, 7, tzinfo=UTC))
    assert found
    assert found.local_date == date(2026, 6, 1)


def test_a_phase_that_a_late_dose_opens_lasts_as_long_as_it_was_meant_to() -> None:
    first = Phase(Timing(times=NINE), date(2026, 6, 1), End(count=1))
    three_days = Phase(Timing(times=NINE), None, End(days=3))
    planned, taken = datetime(2026, 6, 1, 8, tzinfo=UTC), datetime(2026, 6, 6, 8, tzinfo=UTC)
    found = timing.next_due(Plan((first, three_days), Anchor.ACTUAL), LONDON, taken, [planned], taken)
    assert found
    assert (found.local_date, found.phase) == (date(2026, 6, 7), 1)


def test_a_phase_until_the_clinic_speaks_goes_on_and_the_next_waits() -> None:
    loading = Phase(Timing(Unit.DAYS, 2, NINE), date(2026, 6, 1), End(clinic=True))
    plan = Plan((loading, Phase(Timing(Unit.MONTHS, 2, NINE))))
    found = timing.first(plan, LONDON, datetime(2036, 6, 1, tzinfo=UTC))
    assert found
    assert (found.phase, found.local_date) == (0, date(2036, 6, 2))
