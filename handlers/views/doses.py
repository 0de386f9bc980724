"""A dose message as it stands now, whichever message it is, and its snooze menu."""

from __future__ import annotations

from handlers.context import See
from handlers.origins import doses_of, number
from handlers.page import Key, Page
from handlers.presses import Back, Snooze
from handlers.views import today
from handlers.views.dose_page import missed_page, page
from journal import heartbeat, snoozes
from journal.errors import JournalError
from journal.occurrences import DoseKey
from scheduler.compose import missed
from scheduler.facts import Addressee, DoseMoment


async def view(see: See, subject: str, origin: str) -> Page:
    """The message of `origin` (handlers.origins) that shows this dose."""
    if origin == "t":
        return await today.view(see)
    if origin.startswith("m"):
        gap = await heartbeat.downtime(see.tx, number(origin))
        if gap is None:
            raise JournalError("gone")
        return missed_page(await missed.load(see.tx, see.person, gap, see.now), see.words)
    doses = await doses_of(see.tx, see.person, DoseKey.of(subject), origin)
    return page(DoseMoment(Addressee.of(see.person), tuple(doses), number(origin), see.now), see.words)


async def snooze_menu(see: See, subject: str, origin: str) -> Page:
    """The message with the lengths to choose from."""
    text = (await view(see, subject, origin)).text
    key = DoseKey.of(subject)
    choices = [choice for choice in snoozes.CHOICES if snoozes.until(see.person, choice, see.now)]
    row = tuple(
        Key(see.words.plain(f"snooze-{choice}"), Snooze(key.regimen, key.day, key.slot, origin, choice))
        for choice in choices
    )
    back = Key(see.words.plain("button-back"), Back(key.regimen, key.day, key.slot, origin))
    return Page(text, (row, (back,)))
