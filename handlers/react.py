"""The reaction to an injection, a day later: none, or what it was in a few words."""

from __future__ import annotations

from typing import Any

from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses_sites import React
from handlers.reply import Reply, Show, say, show
from handlers.views.site_words import typed_reactions
from journal import drafts, reactions
from journal.errors import JournalError
from locales import Words

KIND = "reaction"  # of the draft row


async def pressed(act: Act, press: React) -> Reply:
    """An answer, or a page to give one. Raises JournalError: gone, reaction_old, bad_button."""
    intake, tx, person = press.intake, act.tx, act.person
    await reactions.check(tx, person, intake, act.now)
    await drafts.close(tx, person, KIND)
    toast = "toast-taken"
    match press.action:
        case "yes" | "no":
            await reactions.answer(tx, person, intake, press.action == "yes", act.now)
        case "again":
            await reactions.restart(tx, person, intake, act.now)
        case "type":
            await drafts.put(tx, person, KIND, {"intake": intake, "message": act.message}, act.now)
            return show("reaction_type", edit=act.message, intake=intake)
        case "show":
            toast = ""
        case kind if kind in reactions.KINDS:
            await reactions.add(tx, person, intake, [kind], act.now)
        case _:
            raise JournalError("bad_button")
    return show("reaction", edit=act.message, toast=toast, intake=intake)


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """What it was, in the person's words. Raises JournalError: gone, reaction_too_long."""
    intake = answers["intake"]
    said = typed_reactions(cleaned(act.text), Words(act.person.language))
    if not said:
        return say("reaction-unclear")
    try:
        await reactions.add(act.tx, act.person, intake, said, act.now)
    except JournalError as error:
        if error.code not in ("gone", "reaction_old"):
            raise
        await drafts.drop(act.tx, act.person)  # it stays so, so the question must not stay open
        return say(f"error-{error.code}", **error.facts)
    await drafts.drop(act.tx, act.person)
    bare = Show("reaction", {"intake": intake, "bare": True}, answers["message"])
    return Reply((bare, *show("reaction", intake=intake).shows))
