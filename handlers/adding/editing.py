"""A regimen that exists as a sketch: the same questions change it, and one more says from when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from handlers.adding.draft import CHANGE, Sketch, fresh, with_first, wrong
from handlers.adding.question import Question, settled
from handlers.adding.reading import STARTS_TODAY, facts_of, iso_dates
from handlers.page import Rows
from handlers.plain_words import read_date
from handlers.plain_words.cleaning import cleaned
from journal.tables import Regimen
from journal.timing import Phase, Plan
from journal.versions import Edition
from locales import Html, Words

TODAY, TOMORROW = "today", "tomorrow"


def sketch_of(regimen: Regimen, plan: Plan, today: date) -> Sketch:
    """Return the regimen as a sketch that asks what is to be changed."""
    assert regimen.id is not None
    return fresh(
        open=CHANGE,
        label=regimen.label,
        named=True,
        dose_text=regimen.dose_text,
        route=regimen.route,
        plan=plan,
        regimen=regimen.id,
        since=today.isoformat(),
    )


def edition_of(sketch: Sketch) -> Edition:
    """Return what the sketch says, for saving."""
    assert sketch.plan is not None
    since = date.fromisoformat(sketch.since)
    return Edition(sketch.label, sketch.dose_text or "", sketch.route or "", sketch.plan, since)


def aligned(sketch: Sketch, was: Plan, today: date) -> Sketch:
    """Return the sketch with its plan counted from the right day, `was` being the plan until now.

    The same rhythm goes on counting from where it did; a new one counts from the day on which it holds. A start
    that was typed says both. Whether it counts from the last one taken stays as it was.
    """
    first = sketch.first
    if first is None:
        return sketch
    assert sketch.plan is not None
    sketch = replace(sketch, plan=replace(sketch.plan, anchor=was.anchor))
    if sketch.line:
        return sketch
    begun = was.phases[0].start if was.phases else None
    same = rhythm(sketch.plan) == rhythm(was)
    typed = first.start not in (None, begun) and STARTS_TODAY not in sketch.assumed
    if typed and first.start and (same or first.start.isoformat() != sketch.since):
        if first.start < today:
            return sketch
        sketch = replace(sketch, since=first.start.isoformat(), anchored=True)
    assumed = tuple(code for code in sketch.assumed if code != STARTS_TODAY)
    keeps = same and not sketch.anchored
    return with_first(replace(sketch, assumed=assumed), start=begun if keeps else date.fromisoformat(sketch.since))


def rhythm(plan: Plan | None) -> tuple[Phase, ...]:
    """Return the phases of a plan without their times and without its first day."""
    if plan is None or not plan.phases:
        return ()
    first, *later = (replace(each, timing=replace(each.timing, times=())) for each in plan.phases)
    return (replace(first, start=None), *later)


class Since(Question):
    """From which day a change holds."""

    key = "since"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("edit-ask-since")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """`Today`, `Tomorrow`, and the dates that the typed one can mean."""
        dates = [(self.button(sketch, each, words.date(date.fromisoformat(each), year=True)),) for each in sketch.dates]
        today = self.button(sketch, TODAY, words.plain("add-button-today"))
        return (*dates, (today, self.button(sketch, TOMORROW, words.plain("add-button-tomorrow"))))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A date in words."""
        found = read_date(text, today)
        if isinstance(found, date):
            return wrong(sketch, "error-since_past") if found < today else self._from(sketch, found)
        refused = wrong(sketch, f"add-ask-{found.code}", **facts_of(replace(found, rest=cleaned(text)), text))
        return replace(refused, dates=iso_dates(replace(found, rest=cleaned(text)), today))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of the days."""
        days = {TODAY: today, TOMORROW: today + timedelta(days=1)} | {
            each: date.fromisoformat(each) for each in sketch.dates
        }
        if value not in days:
            return super().picked(sketch, value, today)
        return self.typed(sketch, days[value].isoformat(), today)

    def _from(self, sketch: Sketch, since: date) -> Sketch:
        """The first day is found again from it."""
        sketch = with_first(sketch, start=None) if sketch.first else sketch
        return settled(replace(sketch, since=since.isoformat()))
