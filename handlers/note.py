"""A note about a day, in the person's own words."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date
from typing import Any

from handlers.context import Act
from handlers.plain_words.cleaning import cleaned
from handlers.presses import WriteNote
from handlers.reply import Reply, say, show
from journal import checkins, drafts
from journal.errors import JournalError


async def asked(act: Act, press: WriteNote) -> Reply:
    """Ask for the words. Raises JournalError: too_old, day_ahead."""
    checkins.check_age(act.person, press.day, act.now, checkins.EDITABLE)
    await drafts.put(act.tx, act.person, "note", {"day": press.day.isoformat()}, act.now)
    return say("note-ask")


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """Keep the words, in place of earlier ones, line by line. Raises JournalError: note_too_long."""
    day = date.fromisoformat(answers["day"])
    text = "\n".join(cleaned(line) for line in act.text.splitlines()).strip()
    if not text:
        return say("note-empty")
    kept = checkins.write_note(act.tx, act.person, day, text, act.now)
    return await answered(act, kept, show("checkin", day=day.isoformat()))


async def answered(act: Act, kept: Awaitable[None], then: Reply) -> Reply:
    """Keep what was typed about a day, close its question, and reply `then`, or that the day is too old by now."""
    try:
        await kept
    except JournalError as error:
        if error.code != "too_old":
            raise
        then = say("error-too_old", **error.facts)  # it stays so, and the question must not stay open
    await drafts.drop(act.tx, act.person)
    return then
