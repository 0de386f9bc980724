"""What a person's own limits say to a dose. It repeats their numbers and says nothing of what to take."""

from __future__ import annotations

from datetime import datetime

from handlers.context import See
from handlers.views.dose_words import short
from journal import own_limits, people


async def question(see: See, regimen: int, at: datetime) -> str:
    """The limits that a dose taken `at` would go beyond, and whether to record it; "" when there are none."""
    words, found = see.words, await own_limits.reached(see.tx, see.person, regimen, at)
    if found is None:
        return ""
    lines: list[str] = []
    if found.near is not None:
        lines.append(words("own-gap-set", hours=found.gap_hours))
        said = "own-gap-last" if found.near <= at else "own-gap-next"
        lines.append(words(said, time=_short(see, found.near)))
    if found.count is not None:
        day = words.date(people.today(see.person, at))
        lines.append(words("own-most-reached", most=found.most_a_day, count=found.count, day=day))
    return " ".join([*lines, words("own-ask")])


async def gap_line(see: See, regimen: int) -> list[str]:
    """When the person's own gap ends, while it lies ahead."""
    found = await own_limits.running(see.tx, see.person, regimen, see.now)
    return [see.words("own-gap-ends", hours=found[0], time=_short(see, found[1]))] if found else []


def _short(see: See, moment: datetime) -> str:
    return short(see.local(moment), see.local(see.now), see.words)
