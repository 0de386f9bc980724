"""The picture above the weekly summary: the last four weeks of up to six symptoms."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from statistics import fmean

from handlers.views.symptom_chart import draw
from journal.summaries import TAKEN_WEEKS, SymptomWeek
from journal.trends import observed
from locales import Words
from reports.charts import MAX_PANELS, ChartFact
from scheduler.facts import WeeklySummary


def chart(fact: WeeklySummary, words: Words) -> ChartFact | None:
    """What to draw; None while those weeks hold no rating.

    Symptoms of the prompt come first, then the person's own order; of too many the strongest are drawn.
    """
    week, prompted = fact.week, {each.code for each in fact.prompts}
    recent = [replace(each, weeks=each.weeks[-TAKEN_WEEKS:]) for each in week.symptoms]
    foremost = sorted(recent, key=lambda each: (each.code not in prompted, -_level(each)))[:MAX_PANELS]
    drawn = sorted((each for each in recent if each in foremost), key=lambda each: each.code not in prompted)
    return draw(drawn, week.last, (week.taken_on, week.injected_on), words, fact.to.dark)


def _level(each: SymptomWeek) -> float:
    """The mean of all ratings; one that was not rated comes last."""
    rated = observed(tuple(chain.from_iterable(each.weeks)))
    return fmean(rated) if rated else -1
