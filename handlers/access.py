"""The operator's choices: who may use this bot."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses import Access
from handlers.reply import Reply, say, show
from journal import access


async def pressed(act: Act, press: Access) -> Reply:
    """Open the bot to everyone, close it again, or make an invitation. Only the operator may."""
    if not act.is_operator:
        return say("operator-only")
    if press.choice == "link":
        token = await access.invite(act.tx, act.now)
        return show("invitation", link=f"https://t.me/{act.bot_name}?start={token}")
    await access.set_mode(act.tx, access.OPEN if press.choice == "open" else access.INVITE)
    return show("operator", edit=act.message, toast="toast-done")
