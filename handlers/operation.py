"""`/operator`: how the bot is doing, in counts, and who may use it."""

from __future__ import annotations

from handlers.context import Act
from handlers.reply import Reply, show
from journal import counts


async def start(act: Act) -> Reply:
    """`/operator`; each look is a row of the operator's own log."""
    await counts.look(act.tx, act.person, act.now)
    return show("operation")
