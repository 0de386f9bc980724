"""The picture of some weeks: up to four symptoms, day by day and as weekly averages, with the days of doses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

from handlers.views.prompt_words import name
from journal.summaries import SymptomWeek
from journal.trends import observed, weekly_mean
from locales import Words
from reports.charts import MAX_PANELS, ChartFact, Legend, Panel

MONTH = 4  # weeks; up to that many every second week has room for its date, beyond that every fourth


def draw(symptoms: Sequence[SymptomWeek], last: date, taken_on: Sequence[date], words: Words) -> ChartFact | None:
    """What to draw of symptoms over the same weeks, which end on `last`; None while these hold no rating."""
    drawn = [each for each in symptoms if any(map(observed, each.weeks))][:MAX_PANELS]
    if not drawn:
        return None
    days = 7 * len(drawn[0].weeks)
    start = last - timedelta(days=days - 1)
    labelled = range(7, days, 14 if days <= 7 * MONTH else 28)
    return ChartFact(
        title=words.plain("chart-title", first=words.date(start), last=words.date(last)),
        panels=tuple(_panel(each, words) for each in drawn),
        ticks=tuple((day, words.date(start + timedelta(days=day))) for day in labelled),
        legend=Legend(words.plain("chart-day"), words.plain("chart-mean"), words.plain("chart-intake")),
        intakes=tuple((day - start).days for day in taken_on),
    )


def _panel(each: SymptomWeek, words: Words) -> Panel:
    means = tuple(map(weekly_mean, each.weeks))
    this = means[-1]
    note = "chart-too-few" if this is None else "chart-average"
    mean = "" if this is None else words.number(this, 1)
    return Panel(name(each, words), tuple(chain.from_iterable(each.weeks)), means, words.plain(note, mean=mean))
