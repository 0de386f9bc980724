"""Putting a dose off."""

from __future__ import annotations

from handlers import dose
from handlers.context import Act
from handlers.presses import Snooze, SnoozeMenu
from handlers.reply import Reply, show
from journal import intakes, snoozes


async def menu(act: Act, press: SnoozeMenu) -> Reply:
    """`Snooze`: for how long?"""
    return show("snooze_menu", edit=act.message, subject=press.key.subject, origin=press.origin)


async def snoozed(act: Act, press: Snooze) -> Reply:
    """A length was chosen. Raises JournalError: evening_over, bad_button, and those of intakes.snooze."""
    moment = await snoozes.until(act.tx, act.person, press.key, press.choice, act.now)
    fresh = await intakes.snooze(act.tx, act.person, press.key, moment, act.now)
    return await dose.again(act, press, "toast-snoozed" if fresh else "toast-already")
