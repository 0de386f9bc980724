"""A dose message as it stands now, whichever message it is, and its snooze menu."""

from __future__ import annotations

from dataclasses import replace

from handlers.context import See
from handlers.origins import EXTRA, ONE, REMINDERS, doses_of, number
from handlers.page import Key, Page, grid
from handlers.presses import Back, Snooze
from handlers.views import history, linking, nudge_page, today
from handlers.views.dose_page import missed_page, page
from handlers.views.dose_sites import sites_for
from journal import heartbeat, overdue, snoozes
from journal.errors import JournalError
from journal.intakes import Dose
from journal.occurrences import DoseKey
from scheduler.compose import missed
from scheduler.facts import Addressee, DoseMoment, Nudge


async def view(see: See, subject: str, origin: str, bare: bool = False) -> Page:
    """The message of `origin` (handlers.origins) that shows this dose; `bare` without its buttons."""
    key = DoseKey.of(subject)
    together = tuple(await doses_of(see.tx, see.person, key, origin)) if origin[0] in REMINDERS else ()
    shown = await _view(see, key, origin, together)
    if origin[0] != EXTRA:
        beside = {dose.key.regimen for dose in together}
        shown = replace(shown, text="\n".join([shown.text, *await linking.started(see, {key.regimen} | beside)]))
    return replace(shown, rows=()) if bare else shown


async def _view(see: See, key: DoseKey, origin: str, doses: tuple[Dose, ...]) -> Page:
    if origin.startswith("t"):
        return await today.view(see, key)
    if origin == ONE:
        return await history.one(see, key)
    if origin.startswith(EXTRA):
        return await history.extra(see, number(origin))
    if origin.startswith("m"):
        gap = await heartbeat.downtime(see.tx, number(origin))
        if gap is None:
            raise JournalError("gone")
        fact = await missed.load(see.tx, see.person, gap, see.now)
        return missed_page(fact, see.words, await sites_for(see, fact.doses))
    to, n = Addressee.of(see.person), number(origin)
    sites = await sites_for(see, doses)
    if origin.startswith("n"):
        late = await overdue.those(see.tx, see.person, doses, see.now)
        return nudge_page.page(Nudge(to, doses, n, see.now, late), see.words, sites)
    return page(DoseMoment(to, doses, n, see.now), see.words, sites)


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
