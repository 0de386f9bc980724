"""What a rating or the weekly answers led to at once: a prompt, else a kind word; all lead to the urgent signs."""

from __future__ import annotations

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_rules import AnswerAtOnce
from handlers.presses_urgent import Urgent
from handlers.views.prompt_words import answering, explaining, noted, said
from journal import at_once
from scheduler.compose.summary import prompted_of


async def view(see: See, log: int) -> Page:
    """The prompt with the numbers of that day, and the answer once one was given. Raises JournalError: gone."""
    told, words = await at_once.said(see.tx, see.person, log), see.words
    found, count = told[0][0], len(told)
    if found.rule == at_once.HARD_DAY:
        when = "past" if found.evidence["day"] < found.fired_on.isoformat() else "now"
        return Page(words("hard-day", when=when), ((Key(words.plain("button-urgent"), Urgent()),),))
    text = said(await prompted_of(see.tx, see.person, told), words)
    why = explaining([found.rule], words)
    if found.answer:
        return Page(f"{text}\n{noted(found.answer, count, words)}", why)
    return Page(text, (*answering(lambda answer: AnswerAtOnce(log, answer), count, words), *why))
