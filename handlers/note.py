"""A note about a day, in the person's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from handlers.context import Act
from handlers.presses import WriteNote
from handlers.reply import Reply, say, show
from journal import checkins, drafts


async def asked(act: Act, press: WriteNote) -> Reply:
    """Ask for the words."""
    await drafts.put(act.tx, act.person, "note", {"day": press.day.isoformat()}, act.now)
    return say("note-ask")


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """Keep the words, in place of earlier ones."""
    day = date.fromisoformat(answers["day"])
    await checkins.write_note(act.tx, act.person, day, act.text, act.now)
    await drafts.drop(act.tx, act.person)
    return show("checkin", day=day.isoformat())
