"""Tags of a day: what else there was, switched on and off, with tags of the person's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from handlers import note
from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses_symptoms import DayTags, OwnTag, SwitchTag
from handlers.reply import Reply, show
from journal import checkins, drafts, tags
from journal.errors import JournalError
from journal.symptoms import TAGS
from locales import Words

KIND = "tag"  # of the draft row


async def shown(act: Act, press: DayTags) -> Reply:
    """Those of a day. Raises JournalError: too_old, day_ahead."""
    checkins.check_age(act.person, press.day, act.now, checkins.EDITABLE)
    return await _page(act, press)


async def switched(act: Act, press: SwitchTag) -> Reply:
    """On or off. Raises JournalError: gone, too_old, day_ahead."""
    fresh = await tags.switch(act.tx, act.person, press.day, press.code, press.on, act.now)
    return await _page(act, press, "toast-done" if fresh else "toast-already")


async def acted(act: Act, press: OwnTag) -> Reply:
    """A button about own tags. Raises JournalError: bad_button, too_old, day_ahead, and those of its action."""
    if press.action not in ACTIONS:
        raise JournalError("bad_button")
    checkins.check_age(act.person, press.day, act.now, checkins.EDITABLE)
    return await ACTIONS[press.action](act, press)


async def _add(act: Act, press: OwnTag) -> Reply:
    await tags.check_room(act.tx, act.person)
    await drafts.put(act.tx, act.person, KIND, {"day": press.day.isoformat(), "past": press.past}, act.now)
    return show("tag_ask", edit=act.message, day=press.day.isoformat(), past=press.past)


async def _all(act: Act, press: OwnTag) -> Reply:
    return show("tags_own", edit=act.message, day=press.day.isoformat(), past=press.past)


async def _remove(act: Act, press: OwnTag) -> Reply:
    await tags.remove_own(act.tx, act.person, press.tag)
    return await _page(act, press, "toast-done")


ACTIONS: dict[str, Callable[[Act, OwnTag], Awaitable[Reply]]] = {"add": _add, "list": _all, "remove": _remove}


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A tag of the person's own. Raises JournalError: label_empty, label_long, label_taken, too_many_tags."""
    words, day = Words(act.person.language), date.fromisoformat(answers["day"])
    taken = [words.plain(f"tag-{code}") for code in TAGS]
    kept = tags.add_own(act.tx, act.person, day, cleaned(act.text), taken, act.now)
    return await note.answered(act, kept, show("tags", day=answers["day"], past=answers["past"]))


async def _page(act: Act, press: DayTags | SwitchTag | OwnTag, toast: str = "") -> Reply:
    await drafts.close(act.tx, act.person, KIND)
    return show("tags", edit=act.message, toast=toast, day=press.day.isoformat(), past=press.past)
