"""How the bot is doing, in counts and ids."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Page
from handlers.version import VERSION
from handlers.views import control
from journal import counts


async def view(see: See) -> Page:
    """The counts, with what the operator can change below them."""
    words, now = see.words, await counts.load(see.tx, see.now)
    lines = [
        words("operation-heading"),
        words("operation-people", people=now.people, regimens=now.regimens),
        words("operation-due", due=now.due, late=now.late),
    ]
    if now.oldest is not None:
        lines.append(words("operation-oldest", time=words.day_time(see.local(now.oldest))))
    lines.append(words("operation-queues", updates=now.updates, replies=now.replies))
    if now.aside:
        lines.append(words("operation-aside", ids=", ".join(map(str, now.aside))))
    if now.failed:
        lines.append(words("operation-failed", ids=", ".join(now.failed)))
    lines.append(words("operation-version", version=VERSION))
    if now.up_since is not None:
        lines.append(words("standing-up", time=words.day_time(see.local(now.up_since))))
    access = await control.operator(see)
    return Page("\n".join([*lines, access.text]), access.rows)
