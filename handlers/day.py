"""The day: what is due, done and open; and plain words outside any dialogue."""

from __future__ import annotations

from handlers import dose
from handlers.context import Act
from handlers.presses import Taken
from handlers.reply import Reply, say, show
from journal import intakes

# English words that settle the one open dose, as people type them.
SAID_TAKEN = ("taken", "took it", "i took it", "done", "✅")


async def today(act: Act) -> Reply:
    """`/today`."""
    return show("today")


async def plain_text(act: Act) -> Reply:
    """Words that answer no question: "taken" settles the one open dose, anything else gets a pointer."""
    if act.text.strip().lower().rstrip(".!") not in SAID_TAKEN:
        return say("pointer")
    waiting = await intakes.open_doses(act.tx, act.person, act.now)
    if not waiting:
        return say("nothing-open")
    if len(waiting) > 1:
        return show("today")
    key = waiting[0].key
    reply = await dose.taken(act, Taken(key.regimen, key.day, key.slot, "d0"))
    return Reply(reply.shows)
