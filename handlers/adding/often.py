"""How often: the shape of the plan, its step, and its weekdays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, minutes, wrong
from handlers.adding.question import Question, said, settled, toggled, whole
from handlers.adding.reading import WORSE, end_of_line, facts_of, reread
from handlers.page import Rows, grid
from handlers.plain_words import Ask, read_weekdays
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number
from journal.errors import JournalError
from journal.timing import Phase, Plan, Timing, Unit
from journal.timing.limits import MOST_STEP
from locales import Html, Words

NEEDED, DONE = "needed", "done"
OF_RHYTHMS = ("every_week", "every_month", "same_time")  # what is assumed of how often
SHAPES: dict[str, Timing] = {  # a step of 0 is asked next
    "daily": Timing(),
    "weekdays": Timing(Unit.WEEKS),
    "days": Timing(Unit.DAYS, 0),
    "weeks": Timing(Unit.WEEKS, 0),
    "months": Timing(Unit.MONTHS, 0),
}
STEPS = {
    Unit.DAYS: (2, 3, 4, 5, 7, 10, 14, 28),
    Unit.WEEKS: (1, 2, 3, 4, 6, 8, 10, 12),
    Unit.MONTHS: (1, 2, 3, 4, 6, 12),
}


class Often(Question):
    """The shape of the plan by a button, or all of the timing in words."""

    key = "often"

    def missing(self, sketch: Sketch) -> bool:
        """Nothing is ever assumed about it."""
        return sketch.wants == self.key or (sketch.plan is None and not sketch.line)

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, with an example."""
        return words("add-often")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """A button for each shape."""
        keys = [self.button(sketch, shape, words.plain(f"often-{shape}")) for shape in (*SHAPES, NEEDED)]
        return grid(keys, 2)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The timing in words, without the name; times and a start that are known already hold on."""
        first = sketch.first
        known = tuple(map(minutes, first.timing.times)) if first else ()
        tried = replace(sketch, line=cleaned(text), named=True, times=known, weekdays=())
        found = reread(tried, tried.line, today)
        if isinstance(found, Ask) and found.code in WORSE:
            return wrong(sketch, f"add-ask-{found.code}", **facts_of(found, tried.line))
        return settled(tried)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A shape; times and a start that are known already hold on."""
        if value == NEEDED:
            return settled(sketch, plan=Plan(), assumed=(), picks_weekdays=False)
        if value not in SHAPES:
            raise JournalError("bad_button")
        first = sketch.first
        timing = replace(SHAPES[value], times=first.timing.times if first else ())
        plan = Plan((Phase(timing, first.start if first else None, end_of_line(sketch)),))
        assumed = tuple(code for code in sketch.assumed if code not in OF_RHYTHMS)
        return settled(sketch, plan=plan, assumed=assumed, picks_weekdays=value == "weekdays")


class Every(Question):
    """The step of "every few days"."""

    key = "every"

    def missing(self, sketch: Sketch) -> bool:
        """A step of 0 is one that was not said."""
        first = sketch.first
        return not sketch.line and first is not None and not first.timing.every

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, in the unit."""
        return words("add-every", unit=_unit(sketch).value)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers."""
        return grid([self.button(sketch, n, words.number(n)) for n in STEPS.get(_unit(sketch), ())], 4)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A number, or the timing in words."""
        plain = shadow(cleaned(text)).strip(" .")
        if not re.fullmatch(NUMBER, plain):
            return OFTEN.typed(sketch, text, today)
        if not 1 <= number(plain) <= MOST_STEP:
            return wrong(sketch, "error-plan_every")
        return _stepping(sketch, number(plain))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number."""
        return _stepping(sketch, whole(value, range(1, MOST_STEP + 1)))


class Weekdays(Question):
    """On which weekdays: several buttons, then `Done`."""

    key = "weekdays"

    def missing(self, sketch: Sketch) -> bool:
        """A line said only how many, or that shape was chosen."""
        return sketch.wants == self.key or (sketch.picks_weekdays and not sketch.line)

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, and the days that are chosen in words."""
        days = words.list([words.weekday(day) for day in sketch.chosen])
        chosen = words("add-chosen", count=len(sketch.chosen), list=days)
        return words("add-weekdays", needed=sketch.needed, chosen=chosen)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The days and `Done`."""
        keys = [self.button(sketch, day, words.weekday(day)) for day in range(7)]
        return (*grid(keys, 2), (self.button(sketch, DONE, words.plain("add-button-done")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Days in words."""
        if said(text, DONE):
            return _on_days(sketch, sketch.chosen)
        days = read_weekdays(text)
        return _on_days(sketch, days) if days else wrong(sketch, "add-weekdays-unclear")

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A day on or off, or `Done`."""
        return _on_days(sketch, sketch.chosen) if value == DONE else toggled(sketch, whole(value, range(7)))


def _unit(sketch: Sketch) -> Unit:
    assert sketch.first
    assert sketch.first.timing.unit
    return sketch.first.timing.unit


def _stepping(sketch: Sketch, every: int) -> Sketch:
    return settled(sketch, plan=_changed(sketch, every=every))


def _on_days(sketch: Sketch, days: tuple[int, ...]) -> Sketch:
    if not days:
        return wrong(sketch, "add-weekdays-none")
    if not sketch.line:
        return settled(sketch, plan=_changed(sketch, weekdays=days), picks_weekdays=False)
    if len(days) != sketch.needed:
        return wrong(sketch, "add-weekdays-count", needed=sketch.needed)
    return settled(sketch, weekdays=(*sketch.weekdays, days))


def _changed(sketch: Sketch, every: int | None = None, weekdays: tuple[int, ...] = ()) -> Plan:
    assert sketch.plan
    (phase,) = sketch.plan.phases
    timing = phase.timing
    changed = replace(timing, every=timing.every if every is None else every, weekdays=weekdays)
    return replace(sketch.plan, phases=(replace(phase, timing=changed),))


OFTEN, EVERY, WEEKDAYS = Often(), Every(), Weekdays()
