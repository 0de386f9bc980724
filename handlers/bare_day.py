"""A day without a time of day, as people say when they had an injection: "yesterday", "taken on 3 Dec"."""

from __future__ import annotations

from datetime import date, datetime

from handlers import log_line
from handlers.context import Act
from handlers.plain_words import read_past_date
from journal import injections, people, regimens, timing
from journal.tables import Regimen


async def read(act: Act, text: str, regimen: Regimen) -> datetime | None:
    """Return the regimen's planned time on that day, today at most now; None for what is no injection or no day."""
    day = _day(act, text)
    if day is None or regimen.route != injections.ROUTE:
        return None
    at = await injections.clock_of(act.tx, act.person, regimen) or people.local(act.person, act.now).time()
    moment = timing.to_utc(datetime.combine(day, at), people.zone_of(act.person))
    return min(moment, act.now) if day == act.today else moment


async def of_line(act: Act, regimen_id: int) -> datetime | None:
    """Return the same for a line that names the regimen and then, or before, the day."""
    regimen = await regimens.own(act.tx, act.person, regimen_id)
    days: list[str] = []

    def is_day(text: str) -> datetime | None:
        days[:] = [text]
        return act.now if _day(act, text) else None

    found = log_line.read(act.text, {regimen_id: regimen.label}, act.now, is_day)
    return await read(act, days[0], regimen) if days and found.at else None


def _day(act: Act, text: str) -> date | None:
    day = read_past_date(text.lower().removeprefix("taken "), act.today)
    return day if isinstance(day, date) else None
