"""The picture above the weekly summary: the last four weeks of up to four symptoms."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain

from handlers.views.prompt_words import name
from journal.summaries import TAKEN_WEEKS, SymptomWeek
from journal.trends import observed, weekly_mean
from locales import Words
from reports.charts import MAX_PANELS, ChartFact, Legend, Panel
from scheduler.facts import WeeklySummary


def chart(fact: WeeklySummary, words: Words) -> ChartFact | None:
    """What to draw; None while those weeks hold no rating. Symptoms of the prompt come first."""
    prompted = {each.code for each in fact.prompts}
    drawn = [each for each in fact.week.symptoms if any(map(observed, _weeks(each)))]
    drawn.sort(key=lambda each: each.code not in prompted)
    if not drawn:
        return None
    start = fact.week.last - timedelta(days=7 * TAKEN_WEEKS - 1)
    labelled = range(7, 7 * TAKEN_WEEKS, 14)  # every second week, the summarised one among them: others would touch
    return ChartFact(
        title=words.plain("chart-title", first=words.date(start), last=words.date(fact.week.last)),
        panels=tuple(_panel(each, words) for each in drawn[:MAX_PANELS]),
        ticks=tuple((day, words.date(start + timedelta(days=day))) for day in labelled),
        legend=Legend(words.plain("chart-day"), words.plain("chart-mean"), words.plain("chart-intake")),
        intakes=tuple((day - start).days for day in fact.week.taken_on),
    )


def _weeks(each: SymptomWeek) -> tuple[tuple[int | None, ...], ...]:
    return each.weeks[-TAKEN_WEEKS:]


def _panel(each: SymptomWeek, words: Words) -> Panel:
    means = tuple(weekly_mean(week) for week in _weeks(each))
    this = means[-1]
    note = "chart-too-few" if this is None else "chart-average"
    mean = "" if this is None else words.number(this, 1)
    days = tuple(chain.from_iterable(_weeks(each)))
    return Panel(name(each, words), days, means, words.plain(note, mean=mean))
