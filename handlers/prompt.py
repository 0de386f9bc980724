"""The weekly summary on request, and the answers to its clinician prompt (clinical.md G-ACK)."""

from __future__ import annotations

from handlers.context import Act
from handlers.presses import AnswerPrompt, ShowSummary
from handlers.presses_rules import AnswerAtOnce
from handlers.presses_visit import Visit
from handlers.reply import Reply, show
from journal import prompts, summaries


async def summary(act: Act, press: ShowSummary) -> Reply:
    """A week's summary as a new message. Raises JournalError: gone."""
    summaries.check(act.person, press.last, act.now)
    return show("summary", last=press.last.isoformat())


async def visit(act: Act, press: Visit) -> Reply:
    """The weeks up to then as a new message. Raises JournalError: gone."""
    summaries.check(act.person, press.last, act.now)
    return show("visit", last=press.last.isoformat())


async def answered(act: Act, press: AnswerPrompt) -> Reply:
    """An answer to the prompt; the first one counts."""
    fresh = await prompts.acknowledge(act.tx, act.person, press.last, press.answer, act.now)
    toast = "toast-noted" if fresh else "toast-already"
    return show("summary", edit=act.message, toast=toast, last=press.last.isoformat())


async def answered_at_once(act: Act, press: AnswerAtOnce) -> Reply:
    """An answer to a prompt that was said at once; the first one counts."""
    fresh = await prompts.acknowledge_one(act.tx, act.person, press.log, press.answer, act.now)
    return show("at_once", edit=act.message, toast="toast-noted" if fresh else "toast-already", log=press.log)
