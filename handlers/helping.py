"""The buttons of digests, alerts and helping."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Act
from handlers.presses_helping import CareAsk, CareDoses, CareReads, CareRecord, CareWeek
from handlers.reply import Reply, say, show
from journal import accesses, care_follow, care_kinds, care_plans, caregiving, helping
from journal.errors import JournalError


async def reads(act: Act, press: CareReads) -> Reply:
    """What a caregiver will read; the patient can keep one week. Raises JournalError: care_gone, bad_button."""
    link = await caregiving.own(act.tx, act.person, press.link)
    match press.action:
        case "show":
            return show("care_reads", link=press.link)
        case "skip":
            link.skip_week = await care_plans.next_week(act.tx, link)
        case "send":
            link.skip_week = None
        case _:
            raise JournalError("bad_button")
    return show("care_reads", edit=act.message, link=press.link)


async def week(act: Act, press: CareWeek) -> Reply:
    """The week that may not have arrived."""
    if await care_plans.went(act.tx, caregiving.subject(press.link, press.last.isoformat())):
        await care_follow.shown(act.tx, act.person, press.link, care_kinds.DIGEST, act.now)
    return show("digest", link=press.link, last=press.last.isoformat())


async def doses(act: Act, press: CareDoses) -> Reply:
    """What is open. Raises JournalError: care_gone."""
    link, _ = await helping.link_for(act.tx, act.person, press.link)
    await care_follow.shown(act.tx, act.person, press.link, accesses.LOOKED, act.now)
    over = None if link.protect else act.message  # an edit cannot keep a message from being forwarded
    return show("care_doses", edit=over, link=press.link)


async def record(act: Act, press: CareRecord) -> Reply:
    """`Record for Ana`. Raises JournalError: those of helping.record."""
    fresh = await helping.record(act.tx, act.person, press.link, press.key, act.now)
    toast = "toast-taken" if fresh else "toast-already"
    if not (press.alert and fresh):
        await care_follow.shown(act.tx, act.person, press.link, accesses.LOOKED, act.now)
    if not press.alert:
        return show("care_doses", edit=act.message, toast=toast, link=press.link)
    subject = caregiving.subject(press.link, press.key.subject)
    return show("care_alert", edit=act.message, toast=toast, subject=subject)


async def ask(act: Act, press: CareAsk) -> Reply:
    """`Ask Ana`: once a day. Raises JournalError: those of helping.ask."""
    await helping.ask(act.tx, act.person, press.link, act.now)
    link, _ = await helping.link_for(act.tx, act.person, press.link)
    return say("care-asked-now", name=link.patient_name)


BUTTONS: dict[type[Any], Callable[[Act, Any], Awaitable[Reply]]] = {
    CareReads: reads,
    CareWeek: week,
    CareDoses: doses,
    CareRecord: record,
    CareAsk: ask,
}
FOR_CAREGIVERS = (CareWeek, CareDoses, CareRecord, CareAsk)
OFFERS = {
    care_kinds.DIGEST: "offer_digest",
    care_kinds.CARE_DOSE: "care_alert",
    care_kinds.CARE_SILENT: "care_silent",
}
