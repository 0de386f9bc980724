"""Regimens: the list, and changing, pausing, resuming, ending or deleting one."""

from __future__ import annotations

from handlers import book, edit, pause
from handlers.context import Act
from handlers.presses import OpenRegimen, RegimenAct, Regimens
from handlers.presses_settings import AskPause, EditRegimen, Resume
from handlers.reply import Reply, show
from journal import accesses, regimens
from journal.errors import JournalError

ASKED_FIRST = ("end", "delete")


async def listed(act: Act) -> Reply:
    """`/regimens`."""
    return show("regimens")


async def relisted(act: Act, press: Regimens) -> Reply:
    """Back to the list."""
    return show("regimens", edit=act.message)


async def opened(act: Act, press: OpenRegimen) -> Reply:
    """One regimen with its buttons. Raises JournalError: gone."""
    await regimens.own(act.tx, act.person, press.regimen)
    return show("regimen", edit=act.message, regimen=press.regimen)


async def acted(act: Act, press: RegimenAct) -> Reply:
    """Edit, pause, resume, end or delete. Raises JournalError: gone, bad_button."""
    regimen = await regimens.own(act.tx, act.person, press.regimen)
    if press.action in ASKED_FIRST and not press.sure:
        return show("regimen_sure", edit=act.message, regimen=press.regimen, action=press.action)
    match press.action:
        case "edit":
            return await edit.asked(act, EditRegimen(press.regimen))
        case "limits":
            return await edit.asked(act, EditRegimen(press.regimen), "own")
        case "pause":
            return await pause.asked(act, AskPause(press.regimen))
        case "resume":
            return await pause.resumed(act, Resume(press.regimen))
        case "end":
            dropped = await book.dropped(act, regimen)
            await regimens.end(act.tx, act.person, regimen, act.now)
            return show("regimens", edit=act.message, toast="toast-ended").and_show(*dropped)
        case "delete":
            await regimens.remove(act.tx, act.person, regimen, act.now)
            await accesses.deleted(act.tx, act.person, act.now)
            return show("regimens", edit=act.message, toast="toast-deleted")
        case _:
            raise JournalError("bad_button")
