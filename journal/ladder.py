"""The ladder of an injection that is not recorded: when it is brought up again (clinical.md section 2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from journal import quiet, timing
from journal.tables import Person

DAYS = (1, 3, 7, 14, 21, 28, 35, 42)  # after the planned date
LONG = 14  # days between two injections from which on no nudge comes before the ladder
FROM = 1000  # a nudge with this number or a higher one is a step of the ladder


def moments(
    person: Person, planned: datetime, zone: ZoneInfo, interval: int | None, before: datetime | None
) -> Iterator[tuple[int, datetime]]:
    """Yield number and moment of each step before the next occurrence: the planned time of day, outside quiet hours.

    `planned` is naive wall clock in `zone`; `interval` is in days. The number is the step's date, so that none is
    said twice, however the plan or the zone changes.
    """
    for days in DAYS:
        if days == 1 and interval is not None and interval < LONG:
            continue  # the nudge of that morning has said it
        local = planned + timedelta(days=days)
        at = quiet.after_quiet(person, timing.to_utc(local, zone))
        if before is None or at < before:
            yield local.toordinal(), at
