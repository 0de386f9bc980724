"""The details of an injection that was taken: each is offered, none is demanded."""

from __future__ import annotations

from typing import Any

from handlers import dose, origins
from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses import DosePress
from handlers.presses_sites import AskDetail, SetDetail, ShowSites
from handlers.reply import Reply, Show, say, show
from handlers.views.site_words import typed_site
from journal import details, drafts, entries, intakes, regimens
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.sites import GIVERS, Given
from locales import Words

KIND = dose.DETAIL  # of the draft row
TYPED = ("other", "batch")


async def asked(act: Act, press: AskDetail) -> Reply:
    """Ask for one detail. Raises JournalError: gone, bad_button."""
    if press.what not in ("", "menu", "site", "giver", *TYPED):
        raise JournalError("bad_button")
    if await _given(act, press) is None:
        return await dose.again(act, press, "toast-nothing-changed")
    await dose.closed(act)
    args: dict[str, Any] = {"subject": press.key.subject, "origin": press.origin, "apart": press.apart}
    if press.what in TYPED:
        answers = args | {"what": press.what, "message": act.message}
        await drafts.put(act.tx, act.person, KIND, answers, act.now)
    return show("detail", edit=act.message, ask=press.what, **args)


async def chosen(act: Act, press: SetDetail) -> Reply:
    """Set one detail, or clear all. Raises JournalError: gone, bad_button."""
    given = await _given(act, press)
    if given is None:
        return await dose.again(act, press, "toast-nothing-changed")
    if press.value == "clear":
        await details.clear(act.tx, act.person, given.intake)
    elif press.value in GIVERS:
        await details.set_giver(act.tx, act.person, given.intake, press.value)
    else:
        site = await details.site_of(act.tx, act.person, press.value, given.intake)
        await details.set_site(act.tx, act.person, given.intake, site)
    if not press.apart:
        return await dose.again(act, press, "toast-taken")
    await dose.closed(act)
    subject, origin = press.key.subject, press.origin
    return show("detail", edit=act.message, toast="toast-taken", subject=subject, origin=origin, apart=True)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A place or a batch in the person's words. Raises JournalError: gone, bad_button, detail_too_long."""
    key, origin, text = DoseKey.of(answers["subject"]), answers["origin"], cleaned(act.text)
    given = await _given(act, DosePress(key.regimen, key.day, key.slot, origin))
    if given is None:
        await drafts.drop(act.tx, act.person)
        return show("doses", subject=key.subject, origin=origin)
    if not any(letter.isalnum() for letter in text):
        return say("detail-unclear")
    if answers["what"] == "batch":
        await details.set_batch(act.tx, act.person, given.intake, text)
    else:
        site = typed_site(text, Words(act.person.language))
        await details.set_site(act.tx, act.person, given.intake, site)
    await drafts.drop(act.tx, act.person)
    args = {"subject": key.subject, "origin": origin}
    bare = Show("doses", args | {"bare": True}, answers["message"])
    shown = show("detail", apart=True, **args) if answers["apart"] else show("doses", **args)
    return Reply((bare, *shown.shows))


async def _given(act: Act, press: DosePress) -> Given | None:
    """What is known of the injection that the button is about; None when none is recorded (any more)."""
    origins.check(press.origin)
    if press.origin.startswith(origins.EXTRA):
        return (await entries.extra(act.tx, act.person, origins.number(press.origin))).given
    standing = await intakes.doses(act.tx, act.person, [press.key])
    return standing[0].given if standing else None


async def sites(act: Act, press: ShowSites) -> Reply:
    """The last injections of a regimen. Raises JournalError: gone."""
    await regimens.own(act.tx, act.person, press.regimen)
    return show("sites", edit=act.message, regimen=press.regimen)
