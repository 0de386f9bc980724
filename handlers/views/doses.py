"""A dose message as it stands now, whichever message it is, and its snooze menu."""

from __future__ import annotations

from dataclasses import replace

from handlers.context import See
from handlers.origins import ONE, doses_of, number
from handlers.page import Key, Page, grid
from handlers.presses import Back, Snooze
from handlers.views import history, nudge_page, today
from handlers.views.dose_page import missed_page, page
from journal import heartbeat, snoozes
from journal.errors import JournalError
from journal.occurrences import DoseKey
from scheduler.compose import missed
from scheduler.facts import Addressee, DoseMoment, Nudge


async def view(see: See, subject: str, origin: str, bare: bool = False) -> Page:
    """The message of `origin` (handlers.origins) that shows this dose; `bare` without its buttons."""
    shown = await _view(see, DoseKey.of(subject), origin)
    return replace(shown, rows=()) if bare else shown


async def _view(see: See, key: DoseKey, origin: str) -> Page:
    if origin.startswith("t"):
        return await today.view(see, key)
    if origin == ONE:
        return await history.one(see, key)
    if origin.startswith("m"):
        gap = await heartbeat.downtime(see.tx, number(origin))
        if gap is None:
            raise JournalError("gone")
        return missed_page(await missed.load(see.tx, see.person, gap, see.now), see.words)
    doses, to, n = tuple(await doses_of(see.tx, see.person, key, origin)), Addressee.of(see.person), number(origin)
    if origin.startswith("n"):
        return nudge_page.page(Nudge(to, doses, n, see.now), see.words)
    return page(DoseMoment(to, doses, n, see.now), see.words)


async def snooze_menu(see: See, subject: str, origin: str) -> Page:
    """The message with the lengths to choose from."""
    text = (await view(see, subject, origin)).text
    key = DoseKey.of(subject)
    keys = [
        Key(see.words.plain(f"snooze-{choice}"), Snooze(key.regimen, key.day, key.slot, origin, choice))
        for choice in await snoozes.offered(see.tx, see.person, key, see.now)
    ]
    back = Key(see.words.plain("button-back"), Back(key.regimen, key.day, key.slot, origin))
    return Page(text, (*grid(keys, 3), (back,)))
