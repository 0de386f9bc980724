"""The picture of some weeks: up to six symptoms, day by day and as weekly averages, with the days of doses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

from handlers.views.prompt_words import name
from journal.summaries import SymptomWeek
from journal.trends import observed, weekly_mean
from locales import Words
from reports.charts import MAX_PANELS, ChartFact, Legend, Panel


def draw(
    symptoms: Sequence[SymptomWeek],
    last: date,
    taken: tuple[Sequence[date], Sequence[date]],
    words: Words,
    dark: bool = False,
) -> ChartFact | None:
    """What to draw of symptoms over the same weeks, which end on `last`; None while these hold no rating.

    `taken`: the days of doses, and those of injections among them.
    """
    drawn = [each for each in symptoms if any(map(observed, each.weeks))][:MAX_PANELS]
    if not drawn:
        return None
    weeks = len(drawn[0].weeks)
    start = last - timedelta(days=7 * weeks - 1)
    days, injected = [tuple((day - start).days for day in each if day >= start) for each in taken]
    return ChartFact(
        title=words.plain("chart-title", first=words.date(start), last=words.date(last)),
        panels=tuple(_panel(each, words) for each in drawn),
        weeks=tuple(words.day(start + timedelta(days=7 * week)) for week in range(weeks)),
        legend=legend(words),
        intakes=tuple(day for day in days if day not in injected),
        injections=injected,
        dark=dark,
    )


def legend(words: Words) -> Legend:
    """The words for every sign."""
    return Legend(
        day=words.plain("chart-day"),
        mean=words.plain("chart-mean"),
        intake=words.plain("chart-intake"),
        injection=words.plain("chart-injection"),
    )


def _panel(each: SymptomWeek, words: Words) -> Panel:
    means = tuple(map(weekly_mean, each.weeks))
    this = means[-1]
    note = "chart-too-few" if this is None else "chart-average"
    mean = "" if this is None else words.number(this, 1)
    return Panel(name(each, words), tuple(chain.from_iterable(each.weeks)), means, words.plain(note, mean=mean))
