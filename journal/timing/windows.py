"""How near to its planned moment an intake is, and when a treatment is due for review."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.timing.months import add_months

LONG_HOURS = 28 * 24


class Nearness(StrEnum):
    """The classes of clinical.md §2.5."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    MISSED = "missed"
    OVERDUE = "overdue"


def dose_window(interval_h: float, delay_h: float, *, injection: bool = False) -> tuple[float, Nearness]:
    """The window in hours either side of a planned moment, and the class of an intake `delay_h` hours late.

    `interval_h` is the time to the next planned moment. From 28 days on, and for injections, what is too late
    is overdue and never missed (clinical.md §2.5).
    """
    window = 2.0 if interval_h <= 24 else min(max(interval_h / 10, 4.0), 168.0)
    if delay_h < -window:
        return window, Nearness.EARLY
    if delay_h <= window:
        return window, Nearness.ON_TIME
    if interval_h >= LONG_HOURS:
        return window, Nearness.OVERDUE
    if delay_h < interval_h / 2:
        return window, Nearness.LATE
    return window, Nearness.OVERDUE if injection else Nearness.MISSED


def review_date(start: date, sooner: bool) -> date:
    """When to ask whether a treatment helps (A-REVIEW): after 3 months, or 1 when it is to be `sooner`."""
    return add_months(start, 1 if sooner else 3)
