"""`/settings`: one page with everything that can be set, each with a second tap or by typing."""

from __future__ import annotations

from typing import Any

from handlers import setting_kinds, travel
from handlers.context import Act
from handlers.presses_settings import AskSetting, Settings, SetTo
from handlers.reply import Reply, show
from journal import drafts, preferences
from journal.errors import JournalError
from locales import Words, languages

KIND = "setting"  # of the draft row


async def start(act: Act) -> Reply:
    """`/settings`."""
    return show("settings")


async def shown(act: Act, press: Settings) -> Reply:
    """Back to the page."""
    await drafts.close(act.tx, act.person, KIND)
    return show("settings", edit=act.message)


async def asked(act: Act, press: AskSetting) -> Reply:
    """What one setting can be. Raises JournalError: bad_button."""
    if press.what not in setting_kinds.kinds(act.person):
        raise JournalError("bad_button")
    await drafts.put(act.tx, act.person, KIND, {"what": press.what}, act.now)
    return show("setting", edit=act.message, what=press.what)


async def chosen(act: Act, press: SetTo) -> Reply:
    """One of its values. Raises JournalError: bad_button."""
    return await _set(act, press.what, press.value)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A value in words, for the setting or the question that is open."""
    what = answers["what"]
    if what == travel.TIMES:
        return await travel.typed(act, answers)
    if what == setting_kinds.ZONE:
        return await travel.typed_place(act)
    value = setting_kinds.typed(what, act.text, Words(act.person.language))
    if value is None:
        return show("setting", what=what, unclear=True)
    return await _set(act, what, value)


async def _set(act: Act, what: str, value: str) -> Reply:
    if what not in setting_kinds.kinds(act.person) or (what == "language" and value not in languages()):
        raise JournalError("bad_button")
    await preferences.put(act.tx, act.person, what, value, act.now)
    await drafts.close(act.tx, act.person, KIND)
    return show("settings", edit=act.message, toast="toast-done", changed=what)
