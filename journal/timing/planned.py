"""One planned moment of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned moment: `at` in UTC, `local_date` as planned (before a gap moves it), `phase` from 0.

    (`local_date`, `slot`) is unique within a plan and survives a change of zone. `slot` is the place of the
    time among the day's times, from 0; for steps in hours without a window it is the minute of the local day
    (1440 more in the second pass of a repeated hour), because an intake moves those.
    """

    local_date: date
    slot: int
    at: datetime
    phase: int
