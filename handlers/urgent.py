"""The urgent list: always there, whoever asks and whatever else is open. It asks nothing and infers nothing."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses_urgent import Urgent, UrgentIn
from handlers.reply import Reply, show
from journal import preferences


async def start(act: Act) -> Reply:
    """`/urgent`."""
    return show("urgent")


async def pressed(act: Act, press: Urgent) -> Reply:
    """The list as a new message: the page that had the button stays."""
    return show("urgent")


async def placed(act: Act, press: UrgentIn) -> Reply:
    """The list for a country, which is kept once the person has agreed. Raises JournalError: bad_button."""
    if not press.country:
        return show("urgent_country", edit=act.message)
    if act.person.agreed_at is not None:
        await preferences.put(act.tx, act.person, "country", press.country, act.now)
    return show("urgent", edit=act.message, country=press.country)
