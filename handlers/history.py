"""`/history`: a week at a time, and each entry of a day to be corrected."""

from __future__ import annotations

from datetime import date

from handlers import dose, when
from handlers.context import Act
from handlers.presses_log import Extra, HistoryDay, ShowToday, Week
from handlers.reply import Reply, show
from journal import entries
from journal.errors import JournalError

EARLIEST = date(2000, 1, 1)


async def start(act: Act) -> Reply:
    """`/history`: the seven days that end today."""
    return show("history", last=act.today.isoformat())


async def week(act: Act, press: Week) -> Reply:
    """Another week."""
    return show("history", edit=act.message, last=_past(act, press.last).isoformat())


async def day(act: Act, press: HistoryDay) -> Reply:
    """One day."""
    await dose.closed(act)
    return show("history_day", edit=act.message, day=_past(act, press.day).isoformat())


def _past(act: Act, day: date) -> date:
    """A forged button could name a day that is still to come, or one before all calendars."""
    return min(max(day, EARLIEST), act.today)


async def extra(act: Act, press: Extra) -> Reply:
    """An intake besides the plan: shown, taken back, or to be given another time. Raises JournalError: gone."""
    if press.action == "time":
        return await when.change_extra(act, press)
    await dose.closed(act)
    found = await entries.extra(act.tx, act.person, press.intake)
    if press.action == "undo":
        await entries.remove_extra(act.tx, act.person, press.intake, act.now)
        return show("history_day", edit=act.message, toast="toast-undone", day=found.day.isoformat())
    if press.action != "show":
        raise JournalError("bad_button")
    return show("extra", edit=act.message, intake=press.intake)


async def today(act: Act, press: ShowToday) -> Reply:
    """The day's list."""
    await dose.closed(act)
    return show("today", edit=act.message, toast="toast-nothing-changed")
