"""`/pause`: everything or one regimen rests, for a while or until it is resumed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from handlers.context import Act
from handlers.plain_words import Ask, read_date
from handlers.presses_plans import ENDS, KEEP, SHIFT, GoOn
from handlers.presses_settings import AskPause, PauseFor, Pauses, Resume
from handlers.reply import Reply, show
from journal import drafts, pauses, people, regimens, shifting
from journal.errors import JournalError
from journal.tables import Regimen

KIND = "pause"  # of the draft row
DAYS = (7, 14)
FAR = timedelta(days=300)  # a day that far ahead without a year was more likely meant as just past
_YEAR = re.compile(r"\d{4}|^(?:for|in) |\d+ (?:day|week|month)", re.IGNORECASE)
_FOR = re.compile(r"^(?:for|in) |^(?=\d+ (?:day|week))", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|to) ", re.IGNORECASE)


async def start(act: Act) -> Reply:
    """`/pause`: what?"""
    return show("pauses")


async def shown(act: Act, press: Pauses) -> Reply:
    """Back to the choice."""
    await drafts.close(act.tx, act.person, KIND)
    return show("pauses", edit=act.message)


async def asked(act: Act, press: AskPause) -> Reply:
    """How long? Raises JournalError: gone, plan_changed (it has ended)."""
    regimen = await _regimen(act, press.regimen)
    if regimen is not None and regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    await drafts.put(act.tx, act.person, KIND, {"regimen": press.regimen}, act.now)
    return show("pause", edit=act.message, regimen=press.regimen)


async def chosen(act: Act, press: PauseFor) -> Reply:
    """A length by a button. Raises JournalError: gone, bad_button, plan_changed."""
    if press.days and press.days not in DAYS:
        raise JournalError("bad_button")
    until = act.today + timedelta(days=press.days) if press.days else None
    return await _pause(act, press.regimen, until)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """The day on which it goes on, in words."""
    text = _UNTIL.sub("", act.text.strip())
    found = read_date(_FOR.sub("in ", text), act.today)
    if isinstance(found, date) and found > act.today + FAR and not _YEAR.search(text):
        return show("pause", regimen=answers["regimen"], why="pause-year")
    if isinstance(found, Ask) or found <= act.today:
        why = "pause-past" if isinstance(found, date) else "pause-unclear"
        return show("pause", regimen=answers["regimen"], why=why)
    return await _pause(act, answers["regimen"], found)


async def resumed(act: Act, press: Resume) -> Reply:
    """`Resume`. Raises JournalError: gone."""
    regimen = await _regimen(act, press.regimen)
    was_resting = await pauses.resume(act.tx, act.person, regimen, act.now)
    toast = "toast-done" if was_resting else "toast-nothing-changed"
    return show("resumed", edit=act.message, toast=toast, regimen=press.regimen)


async def went_on(act: Act, press: GoOn) -> Reply:
    """The dates stay, or the plan goes on where it stopped. Raises JournalError: gone, bad_button, pause_settled."""
    row = await shifting.own(act.tx, act.person, press.pause)
    if press.how not in (KEEP, SHIFT, ENDS):
        raise JournalError("bad_button")
    done = press.how != KEEP and await shifting.go_on(act.tx, act.person, row, press.how == ENDS, act.now)
    how = SHIFT if row.shifts else KEEP
    toast = "toast-done" if done or how == KEEP else "toast-nothing-changed"
    return show("gone_on", edit=act.message, toast=toast, pause=press.pause, how=how)


async def _pause(act: Act, ident: int, until: date | None) -> Reply:
    regimen = await _regimen(act, ident)
    await pauses.start(act.tx, act.person, regimen, _moment(act, until), act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show("paused", edit=act.message, toast="toast-done", regimen=ident)


def _moment(act: Act, until: date | None) -> datetime | None:
    return people.day_begins(act.person, until) if until else None


async def _regimen(act: Act, ident: int) -> Regimen | None:
    return await regimens.own(act.tx, act.person, ident) if ident else None
