"""A plan and the one that takes its place are one course of moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from journal.timing import Phase, Plan, Succession, Timing

LONDON = ZoneInfo("Europe/London")


def daily(*hours: int) -> Plan:
    return Plan((Phase(Timing(times=tuple(map(time, hours))), date(2026, 3, 1)),))


def march(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


CHANGED = Succession(daily(8, 20), daily(9), march(4))


def test_each_plan_holds_on_its_side() -> None:
    found = [each.at for each in CHANGED.between(LONDON, march(3), march(6))]
    assert found == [march(3, 8), march(3, 20), march(4, 9), march(5, 9)]


def test_after_and_on_date_agree_with_it() -> None:
    after = CHANGED.after(LONDON, march(3, 20))
    assert after
    assert (after.local_date, after.slot, after.at) == (date(2026, 3, 4), 0, march(4, 9))
    assert [each.at for each in CHANGED.on_date(LONDON, date(2026, 3, 3))] == [march(3, 8), march(3, 20)]
    assert [each.at for each in CHANGED.on_date(LONDON, date(2026, 3, 4))] == [march(4, 9)]


def test_from_scheduled_to_as_needed_and_back() -> None:
    assert list(Succession(daily(8), Plan(), march(4)).between(LONDON, march(3), march(9))) != []
    assert Succession(daily(8), Plan(), march(4)).first(LONDON, march(4)) is None
    begins = Succession(Plan(), daily(8), march(4)).first(LONDON, march(1))
    assert begins
    assert begins.at == march(4, 8)


def test_without_a_successor_the_plan_goes_on() -> None:
    found = Succession(daily(8)).first(LONDON, march(9, 8))
    assert found
    assert found.at == march(9, 8)
