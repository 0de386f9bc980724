"""The check-in: one message, edited symptom by symptom."""

from __future__ import annotations

from datetime import date

from handlers.context import Act
from handlers.plain_words import Ask, read_past_date
from handlers.presses import Rate, Rerate, SameAsYesterday, ShowCheckin
from handlers.reply import Reply, say, show
from journal import asks, checkins, cramps


async def today(act: Act) -> Reply:
    """`/checkin`: today's as it stands, or that of a day in words. Raises JournalError: too_old, day_ahead."""
    day = read_past_date(act.text, act.today) if act.text else act.today
    if isinstance(day, Ask):
        return say("checkin-day-unclear")
    checkins.check_age(act.person, day, act.now, checkins.EDITABLE)
    return _sheet(day, await asks.opened(act.tx, act.person, act.now))


async def shown(act: Act, press: ShowCheckin) -> Reply:
    """A day's check-in from another message."""
    return _sheet(press.day, await asks.opened(act.tx, act.person, act.now))


async def rated(act: Act, press: Rate) -> Reply:
    """A rating, or -1 for a skip; the next question follows."""
    value = None if press.value == -1 else press.value
    back = value is not None and await asks.opened(act.tx, act.person, act.now)
    await checkins.rate(act.tx, act.person, press.symptom, press.day, value, act.now)
    return await _noticed(act, press, _sheet(press.day, back, act.message))


async def same(act: Act, press: SameAsYesterday) -> Reply:
    """`Same as yesterday`."""
    back = await asks.opened(act.tx, act.person, act.now)
    await checkins.same_as_yesterday(act.tx, act.person, press.symptom, press.day, act.now)
    return await _noticed(act, press, _sheet(press.day, back, act.message))


async def rerate(act: Act, press: Rerate) -> Reply:
    """Choose what to change, or ask one symptom again."""
    return show("checkin", edit=act.message, day=press.day.isoformat(), again=press.symptom, choose=not press.symptom)


async def _noticed(act: Act, press: Rate | SameAsYesterday, reply: Reply) -> Reply:
    """The reply, and what the rating leads to at once."""
    log = await cramps.check(act.tx, act.person, press.symptom, press.day, act.now)
    return reply if log is None else reply.and_show(*show("injection_cramp", log=log).shows)


def _sheet(day: date, back: bool, edit: int | None = None) -> Reply:
    """The sheet; `back`: the daily check-in starts again with it, which is said first."""
    sheet = show("checkin", edit=edit, day=day.isoformat())
    return show("checkin_back").and_show(*sheet.shows) if back else sheet
