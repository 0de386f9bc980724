"""The buttons of a dose: taken, skipped, undone; each shows its message again as things now stand."""

from __future__ import annotations

from handlers import origins
from handlers.context import Act
from handlers.presses import AllTaken, Back, DosePress, Skip, Taken, Undo
from handlers.reply import Reply, show
from journal import intakes


async def taken(act: Act, press: Taken) -> Reply:
    """`Taken`."""
    fresh = await intakes.record(act.tx, act.person, press.key, intakes.TAKEN, act.now)
    return again(act, press, "toast-taken" if fresh else "toast-already")


async def skipped(act: Act, press: Skip) -> Reply:
    """`Skip`."""
    fresh = await intakes.record(act.tx, act.person, press.key, intakes.SKIPPED, act.now)
    return again(act, press, "toast-skipped" if fresh else "toast-already")


async def undone(act: Act, press: Undo) -> Reply:
    """`Undo`."""
    gone = await intakes.undo(act.tx, act.person, press.key, act.now)
    return again(act, press, "toast-undone" if gone else "toast-nothing-changed")


async def all_taken(act: Act, press: AllTaken) -> Reply:
    """`All taken`: every dose of the message that is still open."""
    fresh = False
    for each in await origins.doses_of(act.tx, act.person, press.key, press.origin):
        if each.open:
            fresh |= await intakes.record(act.tx, act.person, each.key, intakes.TAKEN, act.now)
    return again(act, press, "toast-taken" if fresh else "toast-already")


async def back(act: Act, press: Back) -> Reply:
    """The message as it was."""
    return again(act, press, "")


def again(act: Act, press: DosePress, toast: str) -> Reply:
    """Show the message that the button is on. Raises JournalError: bad_button, for a forged origin."""
    origins.check(press.origin)
    return show(
        "doses",
        edit=act.message,
        toast=toast,
        subject=press.key.subject,
        origin=press.origin,
    )
