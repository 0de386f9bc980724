"""The buttons of a dose: taken, skipped, undone; each shows its message again as things now stand."""

from __future__ import annotations

from datetime import datetime

from handlers import anchor, origins
from handlers.context import Act
from handlers.presses import AllTaken, Back, DosePress, Skip, Taken, Undo
from handlers.presses_dose import TakeEarly, TakenAt
from handlers.reply import Reply, show
from handlers.stamps import moment_of, stamp
from journal import drafts, entries, intakes, regimens
from journal.occurrences import DoseKey

WHEN = "when"  # the draft of a time that is being asked for (handlers.when)
DETAIL = "detail"  # the draft of a place or a batch that is being asked for (handlers.detail)


async def taken(act: Act, press: Taken) -> Reply:
    """`Taken`."""
    return await settle(act, press, act.now)


async def taken_at(act: Act, press: TakenAt) -> Reply:
    """It was taken at the moment that the button carries. Raises JournalError: ahead, too_far_back, bad_button."""
    return await settle(act, press, moment_of(press.at), press.sure)


async def settle(act: Act, press: DosePress, at: datetime, sure: bool = False) -> Reply:
    """Record that it was taken `at`; unless `sure`, a dose of it taken near that moment is asked about first."""
    origins.check(press.origin)
    standing = await intakes.doses(act.tx, act.person, [press.key])
    back = entries.back_of(await regimens.own(act.tx, act.person, press.regimen))
    entries.check_time(at, standing[0].planned_at if standing else act.now, act.now, back)
    is_open = not standing or standing[0].open
    if is_open and not sure and await entries.near(act.tx, act.person, press.regimen, at):
        return await _doubt(act, press.key, press.origin, at)
    past = press.origin == origins.ONE
    fresh = await intakes.record(act.tx, act.person, press.key, intakes.TAKEN, act.now, at=at, ended_too=past)
    reply = await again(act, press, "toast-taken" if fresh else "toast-already")
    return reply.and_show(*await anchor.question(act, press.key)) if fresh else reply


async def _doubt(act: Act, key: DoseKey, origin: str, at: datetime) -> Reply:
    await closed(act)
    return show("dose_twice", edit=act.message, subject=key.subject, origin=origin, at=stamp(at))


async def skipped(act: Act, press: Skip) -> Reply:
    """`Skip`."""
    past = press.origin == origins.ONE
    fresh = await intakes.record(act.tx, act.person, press.key, intakes.SKIPPED, act.now, ended_too=past)
    return await again(act, press, "toast-skipped" if fresh else "toast-already")


async def undone(act: Act, press: Undo) -> Reply:
    """`Undo`."""
    gone = await intakes.undo(act.tx, act.person, press.key, act.now)
    return await again(act, press, "toast-undone" if gone else "toast-nothing-changed")


async def all_taken(act: Act, press: AllTaken) -> Reply:
    """`All taken`: every dose of the message that is open; one that may be too many is asked about then."""
    shown = await origins.doses_of(act.tx, act.person, press.key, press.origin)
    waiting = [dose.key for dose in shown if dose.open and dose.planned_at <= act.now]
    doubtful = [key for key in waiting if await entries.near(act.tx, act.person, key.regimen, act.now)]
    for key in waiting:
        if key not in doubtful:
            await intakes.record(act.tx, act.person, key, intakes.TAKEN, act.now)
    if doubtful:
        return await _doubt(act, doubtful[0], press.origin, act.now)
    reply = await again(act, press, "toast-taken" if waiting else "toast-already")
    return reply.and_show(*[each for key in waiting for each in await anchor.question(act, key)])


async def early(act: Act, press: TakeEarly) -> Reply:
    """`Take early`: asks once."""
    origins.check(press.origin)
    return show("dose_early", edit=act.message, subject=press.key.subject, origin=press.origin)


async def back(act: Act, press: Back) -> Reply:
    """The message as it was."""
    return await again(act, press, "")


async def again(act: Act, press: DosePress, toast: str) -> Reply:
    """Show the message that the button is on. Raises JournalError: bad_button, for a forged origin."""
    origins.check(press.origin)
    await closed(act)
    return show("doses", edit=act.message, toast=toast, subject=press.key.subject, origin=press.origin)


async def closed(act: Act) -> None:
    """Whoever presses another button of a dose does not answer for its time or its details any more."""
    await drafts.close(act.tx, act.person, WHEN, DETAIL)
