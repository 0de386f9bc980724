"""How much a symptom got in the way: one message that walks through the symptoms of a week."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses_symptoms import AskInterference, Interfere
from handlers.reply import Reply, show
from journal import hindrances, interference


async def answered(act: Act, press: Interfere) -> Reply:
    """An answer, or -1 for none; the next question follows, and at the end what the answers lead to.

    Raises JournalError: too_old, bad_button, gone."""
    value = None if press.value == -1 else press.value
    await interference.answer(act.tx, act.person, press.symptom, press.week, value, act.now)
    reply = show("interference", edit=act.message, toast="toast-noted", week=press.week.isoformat())
    found = await hindrances.check(act.tx, act.person, press.week, act.now)
    return reply if found is None else reply.and_show(*show("at_once", log=found).shows)


async def asked(act: Act, press: AskInterference) -> Reply:
    """Choose what to change, or ask one symptom again."""
    week = press.week.isoformat()
    return show("interference", edit=act.message, week=week, again=press.symptom, choose=not press.symptom)
