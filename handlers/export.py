"""Taking one's data along."""

from __future__ import annotations

from handlers.context import Act
from handlers.reply import Reply, show
from journal import export


async def start(act: Act) -> Reply:
    """`/export`. Raises JournalError: export_soon."""
    await export.ask(act.tx, act.person, act.now)
    return show("export")
