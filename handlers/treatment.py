"""About the treatment: when it started and, for check-ups, pregnancy or the clinic's day; all of it optional."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from handlers.context import Act
from handlers.plain_words import Ask, read_date, read_past_date
from handlers.presses_treatment import Treatment
from handlers.reply import Reply, say, show
from journal import accesses, drafts, treatment
from journal.errors import JournalError

KIND = "treatment"  # of the draft row


async def acted(act: Act, press: Treatment) -> Reply:
    """A button about the treatment. Raises JournalError: bad_button."""
    if press.action not in ACTIONS:
        raise JournalError("bad_button")
    return await ACTIONS[press.action](act, press)


async def _open(act: Act, press: Treatment) -> Reply:
    await drafts.close(act.tx, act.person, KIND)
    return _page(act, press)


async def _start(act: Act, press: Treatment) -> Reply:
    await drafts.put(act.tx, act.person, KIND, {"regimen": press.regimen}, act.now)
    return show("treatment_start", edit=act.message, regimen=press.regimen)


async def _review(act: Act, press: Treatment) -> Reply:
    await drafts.put(act.tx, act.person, KIND, {"regimen": press.regimen, "review": True}, act.now)
    return show("treatment_review", edit=act.message, regimen=press.regimen)


async def _sooner(act: Act, press: Treatment) -> Reply:
    await treatment.sooner(act.tx, act.person, True)
    return _page(act, press, "toast-done")


async def _not_sooner(act: Act, press: Treatment) -> Reply:
    await treatment.sooner(act.tx, act.person, False)
    return _page(act, press, "toast-done")


async def _delete(act: Act, press: Treatment) -> Reply:
    await treatment.forget(act.tx, act.person)
    await accesses.deleted(act.tx, act.person, act.now)
    return _page(act, press, "toast-deleted")


ACTIONS: dict[str, Callable[[Act, Treatment], Awaitable[Reply]]] = {
    "open": _open,
    "start": _start,
    "review": _review,
    "sooner": _sooner,
    "later": _not_sooner,
    "delete": _delete,
}


async def typed(act: Act, answers: dict[str, Any]) -> Reply:
    """A date, or for the start a month. Raises JournalError: start_ahead, start_too_old, review_past."""
    review = answers.get("review", False)
    day = read_date(act.text, act.today) if review else read_start(act.text, act.today)
    if isinstance(day, Ask):
        return say("treatment-review-unclear" if review else "treatment-start-unclear")
    await (treatment.review_given if review else treatment.started)(act.tx, act.person, day, act.now)
    await drafts.drop(act.tx, act.person)
    return show("treatment", regimen=answers["regimen"])


def read_start(text: str, today: date) -> date | Ask:
    """Reads a day that is past as `read_past_date` does, or a month ("March 2026", "2026-03") as its first day."""
    found = read_past_date(text, today)
    for first in (f"1 {text}", f"{text}-01"):
        if isinstance(found, date):
            return found
        found = read_past_date(first, today)
    return found


def _page(act: Act, press: Treatment, toast: str = "") -> Reply:
    return show("treatment", edit=act.message, toast=toast, regimen=press.regimen)
