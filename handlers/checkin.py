"""The check-in: one message, edited symptom by symptom."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from datetime import date

from handlers.context import Act
from handlers.plain_words import Ask, read_past_date, read_rating
from handlers.presses import Rate, Rerate, SameAsYesterday, ShowCheckin
from handlers.presses_symptoms import RateCount, RatePlace, Sheet
from handlers.reply import Reply, say, show
from journal import asks, at_once, checkins, cramps, particulars
from journal.errors import JournalError
from journal.symptoms import HIGHEST, LOWEST


async def today(act: Act) -> Reply:
    """`/checkin`: today's as it stands, or that of a day in words. Raises JournalError: too_old, day_ahead."""
    day = read_past_date(act.text, act.today) if act.text else act.today
    if isinstance(day, Ask):
        return say("checkin-day-unclear")
    checkins.check_age(act.person, day, act.now, checkins.EDITABLE)
    return _sheet(day, await asks.opened(act.tx, act.person, act.now, day))


async def shown(act: Act, press: ShowCheckin) -> Reply:
    """A day's check-in from another message."""
    return _sheet(press.day, await asks.opened(act.tx, act.person, act.now, press.day))


async def back(act: Act, press: Sheet) -> Reply:
    """A day's check-in over this message."""
    return show("checkin", edit=act.message, day=press.day.isoformat())


async def rated(act: Act, press: Rate) -> Reply:
    """A rating, or -1 for a skip; the next question follows."""
    value = None if press.value == -1 else press.value
    back = value is not None and await asks.opened(act.tx, act.person, act.now, press.day)
    rating = checkins.rate(act.tx, act.person, press.symptom, press.day, value, act.now)
    return await _recorded(act, press, back, rating)


async def same(act: Act, press: SameAsYesterday) -> Reply:
    """`Same as yesterday`."""
    back = await asks.opened(act.tx, act.person, act.now, press.day)
    rating = checkins.same_as_yesterday(act.tx, act.person, press.symptom, press.day, act.now)
    return await _recorded(act, press, back, rating)


async def _recorded(act: Act, press: Rate | SameAsYesterday, back: bool, rating: Awaitable[None]) -> Reply:
    """What follows a rating. A symptom that was switched off meanwhile is passed over."""
    try:
        await rating
    except JournalError as error:
        if error.code != "switched_off":
            raise
        return replace(_sheet(press.day, back, act.message), toast="toast-nothing-changed")
    return await _noticed(act, press, _sheet(press.day, back, act.message))


async def typed(act: Act) -> Reply | None:
    """A number in answer to the check-in that was asked last; None when it is no number, or none waits."""
    value = read_rating(act.text)
    sheet = None if value is None else await asks.last_asked(act.tx, act.person, act.now)
    if value is None or sheet is None or sheet.open is None:
        return None
    if value not in range(LOWEST, HIGHEST + 1):
        raise JournalError("bad_rating")
    return await rated(act, Rate(sheet.day, sheet.open.symptom, int(value)))


async def located(act: Act, press: RatePlace) -> Reply:
    """Where it was. Raises JournalError: bad_button, gone, too_old, day_ahead."""
    fresh = await particulars.locate(act.tx, act.person, press.symptom, press.day, press.place, act.now)
    return show("checkin", edit=act.message, toast=_toast(fresh), day=press.day.isoformat())


async def counted(act: Act, press: RateCount) -> Reply:
    """How many there were. Raises JournalError: bad_button, gone, too_old, day_ahead."""
    fresh = await particulars.count(act.tx, act.person, press.symptom, press.day, press.number, act.now)
    return show("checkin", edit=act.message, toast=_toast(fresh), day=press.day.isoformat())


def _toast(fresh: bool) -> str:
    return "toast-noted" if fresh else "toast-already"


async def rerate(act: Act, press: Rerate) -> Reply:
    """Choose what to change, or ask one symptom again."""
    return show("checkin", edit=act.message, day=press.day.isoformat(), again=press.symptom, choose=not press.symptom)


async def _noticed(act: Act, press: Rate | SameAsYesterday, reply: Reply) -> Reply:
    """The reply, and what the rating leads to at once."""
    log = await cramps.check(act.tx, act.person, press.symptom, press.day, act.now)
    if log is not None:
        reply = reply.and_show(*show("injection_cramp", log=log).shows)
    found = await at_once.check(act.tx, act.person, press.symptom, press.day, act.now, said=log is not None)
    return reply if found is None else reply.and_show(*show("at_once", log=found).shows)


def _sheet(day: date, back: bool, edit: int | None = None) -> Reply:
    """The sheet; `back`: the daily check-in starts again with it, which is said first."""
    sheet = show("checkin", edit=edit, day=day.isoformat())
    return show("checkin_back").and_show(*sheet.shows) if back else sheet
