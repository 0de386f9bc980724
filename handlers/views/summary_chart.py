"""The picture above the weekly summary: the last four weeks of up to four symptoms."""

from __future__ import annotations

from dataclasses import replace

from handlers.views.symptom_chart import draw
from journal.summaries import TAKEN_WEEKS
from locales import Words
from reports.charts import ChartFact
from scheduler.facts import WeeklySummary


def chart(fact: WeeklySummary, words: Words) -> ChartFact | None:
    """What to draw; None while those weeks hold no rating. Symptoms of the prompt come first."""
    prompted = {each.code for each in fact.prompts}
    recent = [replace(each, weeks=each.weeks[-TAKEN_WEEKS:]) for each in fact.week.symptoms]
    recent.sort(key=lambda each: each.code not in prompted)
    return draw(recent, fact.week.last, fact.week.taken_on, words)
