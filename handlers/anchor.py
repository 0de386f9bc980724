"""What the next injection is counted from: asked after the first late one, and changed from the regimen's page."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses_injection import AskAnchor, CountFrom
from handlers.reply import Reply, Show, show
from handlers.stamps import stamp
from journal import anchoring, regimens
from journal.anchoring import Choice
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.timing import Anchor


async def question(act: Act, key: DoseKey) -> tuple[Show, ...]:
    """What is asked now that this dose was recorded; nothing when it was not late, or was answered already."""
    if await anchoring.is_asked(act.tx, act.person, key, act.now):
        return (Show("anchor", {"regimen": key.regimen, "late": True}),)
    return ()


async def asked(act: Act, press: AskAnchor) -> Reply:
    """`Count from …`. Raises JournalError: gone, plan_changed."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    await anchoring.choice(act.tx, act.person, regimen, act.now)
    return show("anchor", edit=act.message, regimen=press.regimen)


async def answered(act: Act, press: CountFrom) -> Reply:
    """From the plan, or from the last one taken. Raises JournalError: gone, plan_changed, question_old."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    found = await anchoring.choice(act.tx, act.person, regimen, act.now)
    if (found.version, mark(found)) != (press.version, press.at):
        raise JournalError("question_old")
    anchor = Anchor.ACTUAL if press.actual else Anchor.PLANNED
    await anchoring.answer(act.tx, act.person, found, anchor, act.now)
    return show("anchored", edit=act.message, toast="toast-noted", regimen=press.regimen)


def mark(found: Choice) -> int:
    """Return what a button carries of the intake that the choice is about."""
    return stamp(found.taken_at) if found.taken_at else 0
