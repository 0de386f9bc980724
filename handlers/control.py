"""Help, privacy, status, cancelling, and deleting everything."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses import DeleteAll
from handlers.reply import Reply, say, show
from journal import drafts
from journal.privacy import erase


async def help_page(act: Act) -> Reply:
    """`/help`."""
    return show("help")


async def privacy(act: Act) -> Reply:
    """`/privacy`."""
    return show("privacy")


async def status(act: Act) -> Reply:
    """`/status`."""
    return show("status")


async def cancel(act: Act) -> Reply:
    """`/cancel`: gives the open dialogue up."""
    return say("cancelled" if await drafts.drop(act.tx, act.person) else "nothing-to-cancel")


async def delete(act: Act) -> Reply:
    """`/delete`: asks once."""
    return show("delete_sure")


async def delete_pressed(act: Act, press: DeleteAll) -> Reply:
    """Delete every row of the person, or leave everything as it is."""
    if not press.sure:
        return show("text", edit=act.message, text="delete-kept")
    await erase(act.tx, act.person, act.now)
    return show("text", edit=act.message, text="delete-done")
