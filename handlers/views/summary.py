"""The weekly summary: a picture, and under it the week in short lines (clinical.md section 4.6)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import date

from telegram.constants import MessageLimit

from handlers.context import See
from handlers.page import Key, Page, Rows
from handlers.presses import ShowSummary
from handlers.presses_visit import Visit
from handlers.views import summary_doses, urgent
from handlers.views.prompt_words import buttons, name, noted, prompt
from handlers.views.summary_chart import chart
from journal import checkins
from journal.rules import ANSWERS
from journal.summaries import SymptomWeek
from journal.trends import MIN_DAYS, days_at, is_valid, observed, weekly_mean
from locales import Html, Words
from scheduler.compose.summary import load
from scheduler.facts import WeeklySummary

MODERATE, SEVERE = 4, 7  # where the bands begin (clinical.md section 3.2)
# What a page that is too long gives up, in this order: where it was and how many; what got in the way; days at 4
# and 7; the change, and what an average needs; then every symptom's line.
WHERE, HINDRANCE, DAYS, CHANGE, AVERAGE, NONE = 5, 4, 3, 2, 1, 0


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
    # Room for the longest answer, so that a page keeps its kind of message when the prompt is answered.
    notes = [noted(answer, len(fact.prompts), words) for answer in ANSWERS] if fact.prompts else []
    room = max((length(note) + 1 for note in notes), default=0)
    text = first_within(_texts(fact, words), MessageLimit.CAPTION_LENGTH - room) if picture else ""
    if not text:
        ending = f"\n\n{words('summary-picture')}" if picture else ""
        limit = MessageLimit.MAX_TEXT_LENGTH - room - len(ending)
        picture, text = None, first_within(_texts(fact, words), limit) + ending
    if fact.answer:
        text += "\n" + noted(fact.answer, len(fact.prompts), words)
    return Page(text, _rows(fact, words), picture, quiet=True)


def _rows(fact: WeeklySummary, words: Words) -> Rows:
    visit = Key(words.plain("button-visit"), Visit(fact.week.last))
    return (*buttons(fact, words), (visit,)) if fact.prompts else ((urgent.key(words), visit),)


def length(text: str) -> int:
    """How long Telegram finds `text` once its HTML is parsed, in UTF-16 units."""
    return len(html.unescape(re.sub(r"<[^>]*>", "", text)).encode("utf-16-le")) // 2


def first_within(texts: Iterable[str], limit: int) -> str:
    """The first of the texts that is not longer; "" when none is."""
    return next((text for text in texts if length(text) <= limit), "")


def _texts(fact: WeeklySummary, words: Words) -> Iterator[str]:
    """The page with less and less detail."""
    for detail in (WHERE, HINDRANCE, DAYS, CHANGE, AVERAGE, NONE):
        blocks = (_head(fact, words, detail), summary_doses.lines(fact, words), prompt(fact, words))
        yield "\n\n".join(filter(None, blocks))


def _head(fact: WeeklySummary, words: Words, detail: int) -> str:
    week = fact.week
    lines: list[str] = [words("summary-heading", first=words.date(week.first), last=words.date(week.last))]
    if not week.days_asked:
        return lines[0]
    if week.is_empty:
        return "\n".join([*lines, words("summary-nothing", asked=week.days_asked, planned=week.planned)])
    lines.append(words("summary-logged", days=week.days_logged, asked=week.days_asked))
    lines += [_symptom(each, words, detail) for each in week.symptoms if detail > NONE]
    if detail > AVERAGE and not all(is_valid(each.week) for each in week.symptoms):
        lines.append(words("summary-missing", least=MIN_DAYS))
    answered = [_answer(each, words) for each in week.symptoms if each.interference is not None]
    if answered and detail >= HINDRANCE:
        lines.append(words("summary-interference", answers=words.list(answered)))
    return "\n".join(lines)


def _answer(each: SymptomWeek, words: Words) -> Html:
    return words("summary-answer", symptom=name(each, words), answer=each.interference or 0)


def _symptom(each: SymptomWeek, words: Words, detail: int) -> str:
    mean, symptom = weekly_mean(each.week), name(each, words)
    if mean is None:
        return words("summary-too-few", symptom=symptom, days=len(observed(each.week)))
    shown = words.number(mean, 1)
    if detail < CHANGE:
        return words("summary-average", symptom=symptom, mean=shown)
    parts = [words("summary-symptom", symptom=symptom, mean=shown, change=words(f"change-{each.change.word}"))]
    if detail >= DAYS:
        parts.append(_days(each, words))
    if detail >= WHERE and each.place:
        parts.append(words("summary-place", place=each.place))
    if detail >= WHERE and each.count:
        parts.append(words("summary-count", count=each.count))
    return " ".join(parts)


def _days(each: SymptomWeek, words: Words) -> Html:
    moderate, severe = days_at(each.week, MODERATE), days_at(each.week, SEVERE)
    return words("summary-days", low=MODERATE, high=SEVERE, moderate=moderate, severe=severe)
