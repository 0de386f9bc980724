"""The day: what is due, done and open; and plain words outside any dialogue."""

from __future__ import annotations

from handlers import checkin, dose, phases
from handlers.context import Act
from handlers.presses import Taken
from handlers.reply import Reply, say, show
from journal import injections, intakes

# English words that settle the one open dose, as people type them.
SAID_TAKEN = ("taken", "took it", "i took it", "done", "✅")


async def today(act: Act) -> Reply:
    """`/today`."""
    return show("today")


async def plain_text(act: Act) -> Reply:
    """Words that answer no question: a number rates what was asked last, "yes" answers for the clinic, "taken"
    settles the one open dose.

    Anything else gets a pointer. Raises JournalError: bad_rating.
    """
    if act.text.strip().lower().rstrip(".!") not in SAID_TAKEN:
        return await checkin.typed(act) or await phases.answered(act) or say("pointer")
    waiting = await intakes.open_doses(act.tx, act.person, act.now)
    if not waiting and not await injections.all_open_due(act.tx, act.person, act.now):
        return say("nothing-open")
    if len(waiting) != 1:  # an injection of days before is settled by its own button only
        return show("today")
    key = waiting[0].key
    reply = await dose.taken(act, Taken(key.regimen, key.day, key.slot, "d0"))
    return Reply(reply.shows)
