"""A new time zone: set at once when no dose differs, else asked first whether doses keep home or local times."""

from __future__ import annotations

import secrets
from typing import Any

from handlers.context import Act
from handlers.presses_settings import DoseTimes
from handlers.reply import Reply, say, show
from journal import drafts, travel
from locales.places import find_zones

KIND, TIMES = "setting", "times"  # of the draft row, and what it asks
HOME, LOCAL, STAY = "home", "local", "stay"


async def to(act: Act, zone: str) -> Reply:
    """Go to a zone by its IANA name. Raises JournalError: bad_button."""
    zone = travel.check(zone)
    if await travel.moves(act.tx, act.person, zone, act.now):
        answers = {"what": TIMES, "zone": zone, "id": secrets.token_hex(3)}
        await drafts.put(act.tx, act.person, KIND, answers, act.now)
        return show("travel", edit=act.message)
    was = act.person.zone
    return await _moved(act, zone, False, "travel_same" if was == zone else "travel_done")


async def typed_place(act: Act) -> Reply:
    """A city or a zone in words."""
    places = find_zones(act.text, act.person.language)
    if not places:
        return say("zone-not-found")
    if len({place.zone for place in places}) == 1:
        return await to(act, places[0].zone)
    return show("choose_zone", text=act.text)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """The answer in words; a place instead starts over with it."""
    said = act.text.strip(" .!").lower().removesuffix(" times")
    if said in (HOME, LOCAL, STAY):
        return await _answer(act, answers, said)
    if find_zones(act.text, act.person.language):
        return await typed_place(act)
    return show("travel", unclear=True)


async def answered(act: Act, press: DoseTimes) -> Reply:
    """One of the buttons of the question."""
    draft = await drafts.get(act.tx, act.person)
    answers = draft[1] if draft and draft[0] == KIND else {}
    if answers.get("id") != press.draft or press.answer not in (HOME, LOCAL, STAY):
        return Reply(say("travel-old-question").shows, toast="toast-nothing-changed")
    return await _answer(act, answers, press.answer)


async def _answer(act: Act, answers: dict[str, Any], answer: str) -> Reply:
    if answer == STAY:
        await drafts.close(act.tx, act.person, KIND)
        return show("settings", edit=act.message, toast="toast-nothing-changed")
    return await _moved(act, answers["zone"], answer == HOME, "travel_done")


async def _moved(act: Act, zone: str, keep_home: bool, view: str) -> Reply:
    await travel.move(act.tx, act.person, zone, keep_home, act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show(view, edit=act.message)
