"""Staying: somebody who has not written for two years wants their data kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Act
from handlers.presses_staying import Keep
from handlers.reply import Reply, show
from journal import people


async def kept(act: Act, press: Keep) -> Reply:
    """`Keep my data`: having tapped is what keeps it. After the removal there is nothing to keep."""
    there = act.person.agreed_at is not None or people.only_cares(act.person)
    return show("text", edit=act.message, text="gone-kept" if there else "gone-nothing")


BUTTONS: dict[type[Any], Callable[[Act, Any], Awaitable[Reply]]] = {Keep: kept}
