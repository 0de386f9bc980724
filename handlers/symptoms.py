"""`/symptoms`: what is rated, switched on and off, with symptoms of the person's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses_symptoms import OwnSymptom, SwitchSymptom, Symptoms
from handlers.reply import Reply, show
from journal import accesses, asks, drafts, tracking
from journal.errors import JournalError
from journal.symptoms import BUILT_IN
from locales import Words

KIND = "symptom"  # of the draft row


async def start(act: Act) -> Reply:
    """`/symptoms`."""
    return show("symptoms")


async def shown(act: Act, press: Symptoms) -> Reply:
    """The list over this message."""
    return await _list(act)


async def switched(act: Act, press: SwitchSymptom) -> Reply:
    """On or off; who switches one on is asked each day again. Raises JournalError: gone, too_many_symptoms."""
    fresh = await tracking.switch(act.tx, act.person, press.code, press.on, act.now)
    back = fresh and press.on and await asks.opened(act.tx, act.person, act.now)
    reply = await _list(act, "toast-done" if fresh else "toast-already")
    return reply.and_show(*show("checkin_back").shows) if back else reply


async def acted(act: Act, press: OwnSymptom) -> Reply:
    """A button about own symptoms. Raises JournalError: bad_button, and those of its action."""
    if press.action not in ACTIONS:
        raise JournalError("bad_button")
    return await ACTIONS[press.action](act, press)


async def _add(act: Act, press: OwnSymptom) -> Reply:
    await tracking.check_room(act.tx, act.person, own=True)
    await drafts.put(act.tx, act.person, KIND, {"symptom": 0}, act.now)
    return show("symptom_ask", edit=act.message)


async def _all(act: Act, press: OwnSymptom) -> Reply:
    await drafts.close(act.tx, act.person, KIND)
    return show("symptoms_own", edit=act.message)


async def _open(act: Act, press: OwnSymptom) -> Reply:
    await drafts.close(act.tx, act.person, KIND)
    return show("symptom", edit=act.message, symptom=press.symptom)


async def _rename(act: Act, press: OwnSymptom) -> Reply:
    await tracking.own(act.tx, act.person, press.symptom)
    await drafts.put(act.tx, act.person, KIND, {"symptom": press.symptom}, act.now)
    return show("symptom_ask", edit=act.message, symptom=press.symptom)


async def _delete(act: Act, press: OwnSymptom) -> Reply:
    return show("symptom_sure", edit=act.message, symptom=press.symptom)


async def _delete_surely(act: Act, press: OwnSymptom) -> Reply:
    await tracking.remove(act.tx, act.person, press.symptom)
    await accesses.deleted(act.tx, act.person, act.now)
    return await _list(act, "toast-deleted")


ACTIONS: dict[str, Callable[[Act, OwnSymptom], Awaitable[Reply]]] = {
    "add": _add,
    "list": _all,
    "open": _open,
    "rename": _rename,
    "delete": _delete,
    "sure": _delete_surely,
}


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A name. Raises JournalError: label_empty, label_long, label_taken, too_many_symptoms, too_many_own, gone."""
    words, name = Words(act.person.language), cleaned(act.text)
    taken = [words.plain(f"symptom-{code}") for code in BUILT_IN]
    if answers["symptom"]:
        await tracking.rename(act.tx, act.person, answers["symptom"], name, taken)
    else:
        await tracking.add_own(act.tx, act.person, name, taken, act.now)
    await drafts.drop(act.tx, act.person)
    return show("symptoms", saved=True)


async def _list(act: Act, toast: str = "") -> Reply:
    await drafts.close(act.tx, act.person, KIND)
    return show("symptoms", edit=act.message, toast=toast)
