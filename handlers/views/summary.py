"""The weekly summary: a picture, and under it the week in short lines (clinical.md section 4.6)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date

from telegram.constants import MessageLimit

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses import ShowSummary
from handlers.views.prompt_words import buttons, name, noted, prompt
from handlers.views.summary_chart import chart
from journal import checkins
from journal.overdue import Overdue
from journal.rules import ANSWERS
from journal.summaries import SymptomWeek
from journal.trends import MIN_DAYS, days_at, is_valid, observed, weekly_mean
from locales import Words
from scheduler.compose.summary import load
from scheduler.facts import WeeklySummary

MODERATE, SEVERE = 4, 7  # where the bands begin (clinical.md section 3.2)
# What a page that is too long gives up, in this order: days at 4 and 7; the change, and what an average needs.
DAYS, CHANGE, AVERAGE = 2, 1, 0


async def view(see: See, last: str) -> Page:
    """The summary of the week that ended on `last`."""
    return page(await load(see.tx, see.person, date.fromisoformat(last), see.now), see.words)


async def offer(see: See, subject: str) -> Page:
    """After a send whose outcome is unknown: the summary of that notice again, if wanted."""
    last = checkins.day_of(subject)
    key = Key(see.words.plain("button-summary"), ShowSummary(last))
    return Page(see.words("summary-unsure", last=see.words.date(last)), ((key,),))


def page(fact: WeeklySummary, words: Words) -> Page:
    """The week within a caption's length; a longer one comes without its picture. A prompt is never cut."""
    picture = chart(fact, words)
    texts = [_text(fact, words, detail) for detail in (DAYS, CHANGE, AVERAGE)]
    # Room for the longest answer, so that a page keeps its kind of message when the prompt is answered.
    notes = [noted(answer, len(fact.prompts), words) for answer in ANSWERS] if fact.prompts else []
    room = max((length(note) + 1 for note in notes), default=0)
    text = _first_within(texts, MessageLimit.CAPTION_LENGTH - room) if picture else None
    picture = picture if text else None
    text = text or _first_within(texts, MessageLimit.MAX_TEXT_LENGTH - room) or texts[-1]
    if fact.answer:
        text += "\n" + noted(fact.answer, len(fact.prompts), words)
    return Page(text, buttons(fact, words), picture, quiet=True)


def length(text: str) -> int:
    """How long Telegram finds `text` once its HTML is parsed, in UTF-16 units."""
    return len(html.unescape(re.sub(r"<[^>]*>", "", text)).encode("utf-16-le")) // 2


def _first_within(texts: Iterable[str], limit: int) -> str | None:
    return next((text for text in texts if length(text) <= limit), None)


def _text(fact: WeeklySummary, words: Words, detail: int) -> str:
    blocks = (_head(fact, words, detail), _doses(fact, words), prompt(fact, words))
    return "\n\n".join(filter(None, blocks))


def _head(fact: WeeklySummary, words: Words, detail: int) -> str:
    week = fact.week
    heading = words("summary-heading", first=words.date(week.first), last=words.date(week.last))
    if not week.days_asked:
        return heading
    lines: list[str] = [
        heading,
        words("summary-logged", days=week.days_logged, asked=week.days_asked),
    ]
    lines += [_symptom(each, words, detail) for each in week.symptoms]
    if detail > AVERAGE and not all(is_valid(each.week) for each in week.symptoms):
        lines.append(words("summary-missing", least=MIN_DAYS))
    return "\n".join(lines)


def _symptom(each: SymptomWeek, words: Words, detail: int) -> str:
    mean, symptom = weekly_mean(each.week), name(each, words)
    if mean is None:
        return words("summary-too-few", symptom=symptom, days=len(observed(each.week)))
    shown = words.number(mean, 1)
    if detail < CHANGE:
        return words("summary-average", symptom=symptom, mean=shown)
    line = words("summary-symptom", symptom=symptom, mean=shown, change=words(f"change-{each.change.word}"))
    return f"{line} {_days(each, words)}" if detail >= DAYS else line


def _days(each: SymptomWeek, words: Words) -> str:
    moderate, severe = days_at(each.week, MODERATE), days_at(each.week, SEVERE)
    return words("summary-days", low=MODERATE, high=SEVERE, moderate=moderate, severe=severe)


def _open(injection: Overdue, words: Words) -> str:
    state = "overdue" if injection.is_overdue else "open"
    return words("summary-injection", day=words.date(injection.day), state=state)


def _doses(fact: WeeklySummary, words: Words) -> str:
    week = fact.week
    lines: list[str] = [
        words("summary-doses", planned=week.planned, taken=week.taken) if week.planned else words("summary-no-doses")
    ]
    lines += [_open(each, words) for each in week.injections]
    if week.skipped:
        lines.append(words("summary-skipped", count=week.skipped))
    if week.symptoms and week.days_asked < 7:
        lines.append(words("summary-rested", count=7 - week.days_asked))
    if week.paused:
        lines.append(words("summary-paused", count=week.paused))
    if week.next_at is None:
        lines.append(words("summary-no-next"))
    else:
        at = words.day_time(fact.to.local(week.next_at))
        lines.append(words("summary-next", dose=words.name(week.next_label or ""), time=at))
    return "\n".join(lines)
