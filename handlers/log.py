"""`/log`: what was taken as needed, late, or without a reminder, by buttons or in one line."""

from __future__ import annotations

from datetime import datetime

from handlers import bare_day, dose, log_line
from handlers.context import Act
from handlers.origins import ONE
from handlers.plain_words import read_ago, read_moment
from handlers.presses import DosePress, TookOne
from handlers.presses_log import LogAt, LogEarlier, LogPick, LogStart
from handlers.reply import Reply, say, show
from handlers.stamps import moment_of, stamp
from journal import drafts, entries, injections, own_limits, people, regimens, timing
from journal.tables import Regimen


async def start(act: Act) -> Reply:
    """`/log`, alone or with a line."""
    return await (_line(act) if act.text else _choose(act))


async def restarted(act: Act, press: LogStart) -> Reply:
    """Choose again."""
    return show("log_choose", edit=act.message)


async def _choose(act: Act) -> Reply:
    mine = await regimens.of(act.tx, act.person)
    if not mine:
        return say("log-nothing")
    return show("log_one", regimen=mine[0].id) if len(mine) == 1 else show("log_choose")


async def _line(act: Act) -> Reply:
    mine = await regimens.of(act.tx, act.person)
    if not mine:
        return say("log-nothing")
    labels = {regimens.ident(each): each.label for each in mine}
    line = log_line.read(act.text, labels, act.now, lambda text: moment(act, text))
    if not line.regimens:
        return show("log_unknown")
    if len(line.regimens) > 1:
        return show("log_which", among=list(line.regimens), at=stamp(line.at) if line.at else None)
    at = line.at or await bare_day.of_line(act, line.regimens[0])
    if at is None:
        return await _ask(act, line.regimens[0], "when-no-time")
    return await record(act, line.regimens[0], at)


def moment(act: Act, text: str) -> datetime | None:
    """Return the past moment that the words mean, on the person's clock; None when they mean none."""
    passed = read_ago(text)
    if passed is not None:
        return act.now - passed
    said = read_moment(text, people.local(act.person, act.now).replace(tzinfo=None))
    return timing.to_utc(said, people.zone_of(act.person)) if said else None


async def picked(act: Act, press: LogPick) -> Reply:
    """One regimen: now, earlier, or for a planned dose. Raises JournalError: gone."""
    await regimens.own(act.tx, act.person, press.regimen)
    await dose.closed(act)
    return show("log_one", edit=act.message, regimen=press.regimen)


async def earlier(act: Act, press: LogEarlier) -> Reply:
    """`Earlier`: asks for the time. Raises JournalError: gone."""
    await regimens.own(act.tx, act.person, press.regimen)
    return await _ask(act, press.regimen)


async def _ask(act: Act, regimen: int, why: str = "") -> Reply:
    await drafts.put(act.tx, act.person, dose.WHEN, {"regimen": regimen, "message": act.message}, act.now)
    return show("log_asked", edit=act.message, regimen=regimen, why=why)


async def at(act: Act, press: LogAt) -> Reply:
    """Now, or the moment that was typed before. Raises JournalError: gone, ahead, too_far_back, bad_button."""
    moment = moment_of(press.at) if press.at else act.now
    return await record(act, press.regimen, moment, press.extra, press.sure)


async def took_one(act: Act, press: TookOne) -> Reply:
    """`Took one` of an as-needed regimen, on the day's list. Raises JournalError: gone."""
    if await _may_be_too_many(act, press.regimen, act.now):
        return show("extra_twice", edit=act.message, regimen=press.regimen, at=stamp(act.now))
    await entries.add_extra(act.tx, act.person, press.regimen, act.now, act.now)
    return show("today", edit=act.message, toast="toast-taken")


async def record(act: Act, regimen_id: int, at: datetime, extra: bool = False, sure: bool = False) -> Reply:
    """Record that a regimen was taken `at`: it settles the planned dose that it belongs to, else it is one besides.

    A dose is settled ahead of its time only when the person says so, and one that may be too many is asked about.
    Raises JournalError: gone, ahead, too_far_back.
    """
    regimen = await regimens.own(act.tx, act.person, regimen_id)
    due = await injections.open_due(act.tx, act.person, regimen, act.now)
    entries.check_time(at, due.planned_at if due else act.now, act.now, entries.back_of(regimen))
    await dose.closed(act)
    found = None if extra else await entries.nearest_open(act.tx, act.person, regimen, at)
    if found is None:
        return await _extra(act, regimen, at, sure)
    if await entries.is_ahead(act.tx, act.person, regimen, found, at, act.now):
        return show("log_ahead", edit=act.message, regimen=regimen_id, subject=found.key.subject, at=stamp(at))
    return await dose.settle(act, DosePress(found.key.regimen, found.key.day, found.key.slot, ONE), at, sure)


async def _extra(act: Act, regimen: Regimen, at: datetime, sure: bool) -> Reply:
    ident = regimens.ident(regimen)
    if not sure and await _may_be_too_many(act, ident, at):
        return show("extra_twice", edit=act.message, regimen=ident, at=stamp(at))
    intake = await entries.add_extra(act.tx, act.person, ident, at, act.now)
    return show("extra", edit=act.message, toast="toast-taken", intake=intake)


async def _may_be_too_many(act: Act, regimen: int, at: datetime) -> bool:
    """Whether it is near another one, or beyond a limit that the person has set."""
    if await own_limits.reached(act.tx, act.person, regimen, at):
        return True
    return await entries.near(act.tx, act.person, regimen, at) is not None
