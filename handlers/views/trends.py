"""Weeks in a row: each symptom's weekly averages, the direction where there is one, and the picture."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from telegram.constants import MessageLimit

from handlers.context import See
from handlers.page import Key, Page
from handlers.presses_trends import Trends
from handlers.views.prompt_words import name
from handlers.views.summary import length
from handlers.views.symptom_chart import draw
from journal import people
from journal.spans import WINDOWS, Span, span
from journal.summaries import SymptomWeek
from journal.trends import MIN_DAYS, MIN_WEEKS, trend, weekly_mean
from locales import Words


async def view(see: See, weeks: int) -> Page:
    """The weeks that end today, and a button for the other window."""
    found = await span(see.tx, see.person, people.today(see.person, see.now), weeks)
    return page(found, weeks, see.words, see.person.dark)


def page(found: Span, weeks: int, words: Words, dark: bool = False) -> Page:
    """With the picture when the text fits under one."""
    picture = draw(found.symptoms, found.last, (found.taken_on, found.injected_on), words, dark)
    text = _text(found, weeks, words) if picture else words("trends-none", weeks=weeks)
    fits = length(text) <= MessageLimit.CAPTION_LENGTH
    keys = tuple(Key(words.plain("trends-weeks", weeks=each), Trends(each)) for each in WINDOWS if each != weeks)
    return Page(text, (keys,), picture if fits else None, redraw=True)


def _text(found: Span, weeks: int, words: Words) -> str:
    first = found.last - timedelta(days=7 * weeks - 1)
    lines: list[str] = [words("trends-heading", weeks=weeks, first=words.date(first), last=words.date(found.last))]
    lines += [line(each, weeks, words) for each in found.symptoms]
    closing = [words("trends-key", least=MIN_DAYS)]
    if weeks < MIN_WEEKS:
        closing.append(words("trends-short", weeks=weeks, need=MIN_WEEKS))
    return "\n\n".join(["\n".join(lines), "\n".join(closing)])


def line(each: SymptomWeek, weeks: int, words: Words) -> str:
    """A symptom's averages, oldest first, and over weeks enough its direction."""
    means, symptom = [weekly_mean(week) for week in each.weeks], name(each, words)
    if not any(mean is not None for mean in means):
        return words("trend-none", symptom=symptom)
    said = words("trend-means", symptom=symptom, means=" · ".join(_means(means, words)))
    return said if weeks < MIN_WEEKS else f"{said} {_direction(means, words)}"


def _means(means: list[float | None], words: Words) -> list[str]:
    """The averages, oldest first; weeks in a row without one are said once."""
    shown: list[str] = []
    for is_missing, group in groupby(means, key=lambda mean: mean is None):
        run = list(group)
        shown += (
            [words("trend-few", count=len(run))] if is_missing else [words.number(m, 1) for m in run if m is not None]
        )
    return shown


def _direction(means: list[float | None], words: Words) -> str:
    found = trend(means)
    change = words.number(abs(found.change), 1) if found.change is not None else ""
    return words(f"trend-{found.direction}", weeks=found.weeks, need=MIN_WEEKS, change=change)
