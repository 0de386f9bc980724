"""Looking back over weeks."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses_trends import Trends
from handlers.reply import Reply, show
from journal.errors import JournalError
from journal.spans import WINDOWS


async def start(act: Act) -> Reply:
    """`/trends`, with a number of weeks if one is named."""
    named = [weeks for weeks in WINDOWS if str(weeks) in act.text.split()]
    return show("trends", weeks=(named or WINDOWS)[0])


async def pressed(act: Act, press: Trends) -> Reply:
    """The other number of weeks. Raises JournalError: bad_button."""
    if press.weeks not in WINDOWS:
        raise JournalError("bad_button")
    return show("trends", edit=act.message, weeks=press.weeks)
