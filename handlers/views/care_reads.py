"""What the patient sees of a digest before it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_care import CareRead
from handlers.presses_helping import CareReads
from handlers.views import digest
from journal import care_plans, caregiving, digests
from scheduler.facts import Addressee
from scheduler.facts_care import CareDigest


async def view(see: See, link: int) -> Page:
    """The next digest as things stand, in the patient's language. Raises JournalError: care_gone."""
    found, words = await caregiving.own(see.tx, see.person, link), see.words
    name = found.caregiver_name or words("care-someone")
    back = Key(words.plain("button-back"), CareRead(link, "open"))
    last = await care_plans.next_week(see.tx, found) if found.state == caregiving.ACTIVE else None
    week = await digests.load(see.tx, found, last, see.now) if last else None
    if last is None or week is None:
        return Page(words("digest-none-planned", name=name), ((back,),))
    skipped = found.skip_week == last
    shown = digest.page(CareDigest(Addressee.of(see.person), link, week, found.protect), words.hiding(False))
    said: str = words(
        "digest-skipped" if skipped else "digest-preview", name=name, day=words.date(last + timedelta(days=1))
    )
    if shown.chart:
        said = f"{said} {words('digest-picture')}"
    turn = Key(words.plain("digest-send" if skipped else "digest-skip"), CareReads(link, "send" if skipped else "skip"))
    return replace(shown, text=f"{said}\n\n{shown.text}", rows=((turn,), (back,)), protect=False, chart=None)
