"""The check-in: one message, edited symptom by symptom."""

from __future__ import annotations

from datetime import date

from handlers.context import Act
from handlers.presses import Rate, Rerate, SameAsYesterday, ShowCheckin
from handlers.reply import Reply, show
from journal import checkins


async def today(act: Act) -> Reply:
    """`/checkin`: today's, as it stands."""
    return _sheet(act.today, None)


async def shown(act: Act, press: ShowCheckin) -> Reply:
    """A day's check-in from another message."""
    return _sheet(press.day, None)


async def rated(act: Act, press: Rate) -> Reply:
    """A rating, or -1 for a skip; the next question follows."""
    value = None if press.value == -1 else press.value
    await checkins.rate(act.tx, act.person, press.symptom, press.day, value, act.now)
    return _sheet(press.day, act.message)


async def same(act: Act, press: SameAsYesterday) -> Reply:
    """`Same as yesterday`."""
    await checkins.same_as_yesterday(act.tx, act.person, press.symptom, press.day, act.now)
    return _sheet(press.day, act.message)


async def rerate(act: Act, press: Rerate) -> Reply:
    """Choose what to change, or ask one symptom again."""
    return show("checkin", edit=act.message, day=press.day.isoformat(), again=press.symptom, choose=not press.symptom)


def _sheet(day: date, edit: int | None) -> Reply:
    return show("checkin", edit=edit, day=day.isoformat())
