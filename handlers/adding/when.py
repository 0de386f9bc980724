"""When: the times of day and the first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.adding.draft import EVERY_PART, Sketch, clock, minutes, with_phase, wrong
from handlers.adding.question import DONE, Question, said, settled, toggled, whole
from handlers.adding.reading import STARTS_TODAY, facts_of, iso_dates
from handlers.page import Rows, grid
from handlers.plain_words import read_date, read_times
from handlers.plain_words.cleaning import cleaned
from journal.timing import Phase, Unit
from journal.timing.limits import MOST_DOSES_A_DAY
from locales import Html, Words

DAY = 24 * 60
MORNING = 6 * 60  # the grid of hours begins here
TODAY, TOMORROW, AFTER = "today", "tomorrow", "after"


class Times(Question):
    """The times of day: a grid of hours with `Done`, or typed; one time only needs no `Done`."""

    key = "times"

    def missing(self, sketch: Sketch) -> bool:
        """Each phase needs its times, but one within a window has them already."""
        return sketch.wants == self.key or (
            not sketch.line and sketch.plan is not None and any(map(_lacks_times, sketch.plan.phases))
        )

    def chosen(self, sketch: Sketch) -> tuple[int, ...]:
        """The times so far."""
        return tuple(map(minutes, sketch.current.timing.times)) if sketch.current else ()

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, and the times that are chosen in words."""
        if wanted(sketch) == 1:
            return words("add-time")
        times = words.list([words.time(clock(each)) for each in sketch.chosen])
        chosen = words("add-chosen", count=len(sketch.chosen), list=times)
        return words("add-times", needed=wanted(sketch), chosen=chosen)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Every full hour, and `Done` where there can be several."""
        hours = [*range(MORNING, DAY, 60), *range(0, MORNING, 60)]
        keys = grid([self.button(sketch, hour, words.time(clock(hour))) for hour in hours], 4)
        if wanted(sketch) == 1:
            return keys
        return (*keys, (self.button(sketch, DONE, words.plain("add-button-done")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Times in words."""
        if said(text, DONE):
            return _at(sketch, sketch.chosen)
        times = read_times(text)
        if not times:
            return wrong(sketch, "add-times-unclear")
        return _at(sketch, tuple(map(minutes, times)))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A time on or off, or `Done`."""
        if value == DONE:
            return _at(sketch, sketch.chosen)
        time = whole(value, range(DAY))
        return _at(sketch, (time,)) if wanted(sketch) == 1 else toggled(sketch, time)


class Start(Question):
    """The first day, from which steps are counted."""

    key = "start"

    def missing(self, sketch: Sketch) -> bool:
        """A plan needs one."""
        return not sketch.line and sketch.first is not None and sketch.first.start is None

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-start-part") if _is_later(sketch) else words("add-start")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """`Today`, `Tomorrow`, and the dates that the typed one can mean."""
        dates = [(self.button(sketch, each, words.date(date.fromisoformat(each), year=True)),) for each in sketch.dates]
        today = self.button(sketch, TODAY, words.plain("add-button-today"))
        tomorrow = self.button(sketch, TOMORROW, words.plain("add-button-tomorrow"))
        after = (self.button(sketch, AFTER, words.plain("add-start-after")),)
        return (*dates, (today, tomorrow), after) if _is_later(sketch) else (*dates, (today, tomorrow))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A date in words."""
        found = read_date(text, today)
        if isinstance(found, date):
            return _from(sketch, found)
        found = replace(found, rest=cleaned(text))
        refused = wrong(sketch, f"add-ask-{found.code}", **facts_of(found, text))
        return replace(refused, dates=iso_dates(found, today))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of the days."""
        if value in sketch.dates:
            return _from(sketch, date.fromisoformat(value))
        if value == AFTER and _is_later(sketch):
            return settled(with_phase(sketch, start=None))
        days = {TODAY: today, TOMORROW: today + timedelta(days=1)}
        return _from(sketch, days[value]) if value in days else super().picked(sketch, value, today)


def wanted(sketch: Sketch) -> int:
    """Return how many times a day are wanted; 0: any number. Steps in hours need the first one only."""
    part = sketch.current
    by_hours = not sketch.line and part is not None and part.timing.unit is Unit.HOURS
    return 1 if by_hours else sketch.needed


def _lacks_times(phase: Phase) -> bool:
    return not (phase.timing.times or phase.timing.window)


def _at(sketch: Sketch, times: tuple[int, ...]) -> Sketch:
    needed = wanted(sketch)
    if not times:
        return wrong(sketch, "add-times-none")
    if needed and len(times) != needed:
        return wrong(sketch, "add-times-count", needed=needed)
    if len(times) > MOST_DOSES_A_DAY:
        return wrong(sketch, "add-times-many", most=MOST_DOSES_A_DAY)
    if sketch.line:
        return settled(sketch, times=times)
    assert sketch.plan
    walls = tuple(map(clock, times))
    meant = _meant(sketch, sketch.plan.phases)
    phases = (
        replace(each, timing=replace(each.timing, times=walls)) if place in meant else each
        for place, each in enumerate(sketch.plan.phases)
    )
    assumed = tuple(code for code in sketch.assumed if not code.endswith(("_at", "_time")))
    return settled(sketch, plan=replace(sketch.plan, phases=tuple(phases)), assumed=assumed)


def _meant(sketch: Sketch, phases: Sequence[Phase]) -> set[int]:
    """The places of the phases whose times are answered: those without any, else the one asked about, or every one."""
    lacking = {place for place, each in enumerate(phases) if _lacks_times(each)}
    return lacking or (set(range(len(phases))) if sketch.part == EVERY_PART else {sketch.part})


def _is_later(sketch: Sketch) -> bool:
    """Whether it is the start of a later part: the first one's is asked first."""
    return sketch.part > 0 and sketch.first is not None and sketch.first.start is not None


def _from(sketch: Sketch, start: date) -> Sketch:
    if _is_later(sketch):
        return settled(with_phase(sketch, start=start))
    assumed = tuple(code for code in sketch.assumed if code not in (STARTS_TODAY, "year"))
    return settled(with_phase(replace(sketch, part=0), start=start), assumed=assumed)
