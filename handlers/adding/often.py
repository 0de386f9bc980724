"""How often: the shape of the plan, or of one of its parts, by a button or in words; and its step."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.adding.draft import Sketch, minutes, with_timing, without, wrong
from handlers.adding.question import Question, settled, whole
from handlers.adding.reading import COURSE, WORSE, end_of_line, facts_of, reread
from handlers.page import Rows, grid
from handlers.plain_words import Ask
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number
from journal.errors import JournalError
from journal.timing import Anchor, Phase, Plan, Timing, Unit
from journal.timing.limits import MOST_STEP
from locales import Html, Words

NEEDED, ENDING, LOADING, MORE, BACK = "needed", "course", "loading", "more", "back"
OF_RHYTHMS = ("every_week", "every_month", "same_time")  # what is assumed of how often


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of rhythm: a step of 0 and the questions `asks` come next."""

    timing: Timing
    asks: tuple[str, ...] = ()


COMMON = {
    "daily": Shape(Timing()),
    "weekdays": Shape(Timing(Unit.WEEKS), ("weekdays",)),
    "days": Shape(Timing(Unit.DAYS, 0)),
    "weeks": Shape(Timing(Unit.WEEKS, 0)),
    "months": Shape(Timing(Unit.MONTHS, 0)),
}
RARE = {
    "except": Shape(Timing(), ("except",)),
    "hours": Shape(Timing(Unit.HOURS, 0), ("hours",)),
    "some_weeks": Shape(Timing(Unit.WEEKS, 0), ("weekdays",)),
    "cycle": Shape(Timing(), ("cycle",)),
    "days_of_month": Shape(Timing(Unit.MONTHS, 0), ("days_of_month",)),
    "last_day": Shape(Timing(Unit.MONTHS, 0, last_day=True)),
    "nth": Shape(Timing(Unit.MONTHS, 0), ("nth",)),
    "offsets": Shape(Timing(), ("offsets",)),  # daily until the days are known
}
STEPS = {
    Unit.HOURS: (1, 2, 3, 4, 6, 8, 12, 24),
    Unit.DAYS: (2, 3, 4, 5, 7, 10, 14, 28),
    Unit.WEEKS: (1, 2, 3, 4, 6, 8, 10, 12),
    Unit.MONTHS: (1, 2, 3, 4, 6, 12),
}


class Often(Question):
    """The shape of the plan, or of a part of it, by a button, or all of the timing in words."""

    key = "often"

    def missing(self, sketch: Sketch) -> bool:
        """Nothing is ever assumed about it."""
        return sketch.wants == self.key or (not sketch.line and (sketch.plan is None or self.key in sketch.asks))

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, with an example."""
        if sketch.follows or sketch.part > 0:
            return words("add-often-part", part=sketch.part + 1)
        return words("add-often-course" if "end" in sketch.asks else "add-often")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """A button for each shape; what is no single rhythm only where a whole plan is asked for."""
        more = self.button(sketch, MORE, words.plain("often-more"))
        common = [self.button(sketch, shape, words.plain(f"often-{shape}")) for shape in COMMON]
        if not _is_whole(sketch):
            return grid([*common, more], 2)
        course, loading, needed = (
            self.button(sketch, way, words.plain(f"often-{way}")) for way in (ENDING, LOADING, NEEDED)
        )
        return (*grid([*common, course], 2), (loading,), (more, needed))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The timing in words, without the name; times and a start that are known already hold on."""
        known = _model(sketch)
        times = tuple(map(minutes, known.timing.times)) if known else ()
        asks = tuple(key for key in sketch.asks if key in COURSE)
        tried = replace(sketch, line=cleaned(text), named=True, times=times, weekdays=(), asks=asks)
        found = reread(tried, tried.line, today)
        if isinstance(found, Ask) and found.code in WORSE:
            return wrong(sketch, f"add-ask-{found.code}", **facts_of(found, tried.line))
        if sketch.before and times and isinstance(reread(replace(tried, times=()), tried.line, today), Ask):
            tried = _same_time(tried)
        return settled(tried)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A shape, or the way to more of them."""
        if value == MORE:
            return settled(sketch, asks=(*without(sketch, self.key), self.key, SHAPES.key))
        if value in COMMON:
            return shaped(sketch, COMMON[value])
        if not _is_whole(sketch) or value not in (ENDING, LOADING, NEEDED):
            raise JournalError("bad_button")
        if value == NEEDED:
            return settled(sketch, plan=Plan(), assumed=(), asks=())
        return settled(sketch, asks=(self.key, "end"), part=0, follows=value == LOADING)


class Shapes(Question):
    """The shapes that few need."""

    key = "shapes"

    def missing(self, sketch: Sketch) -> bool:
        """Only when asked for."""
        return self.key in sketch.asks and not sketch.line

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The same question."""
        return OFTEN.text(sketch, words)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """A button for each, and the way back."""
        keys = [self.button(sketch, shape, words.plain(f"often-{shape}")) for shape in RARE]
        return (*grid(keys, 2), (self.button(sketch, BACK, words.plain("button-back")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The timing in words."""
        return OFTEN.typed(sketch, text, today)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A shape, or back to the common ones."""
        if value == BACK:
            return settled(sketch, asks=without(sketch, self.key))
        return shaped(sketch, RARE[value]) if value in RARE else super().picked(sketch, value, today)


class Every(Question):
    """The step of "every few days"."""

    key = "every"

    def missing(self, sketch: Sketch) -> bool:
        """A step of 0 is one that was not said."""
        return not sketch.line and sketch.current is not None and not sketch.current.timing.every

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, in the unit."""
        return words("add-every", unit=_unit(sketch).value)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers."""
        return grid([self.button(sketch, n, words.number(n)) for n in STEPS[_unit(sketch)]], 4)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A number, or the timing in words."""
        plain = shadow(cleaned(text)).strip(" .")
        if not re.fullmatch(NUMBER, plain):
            return OFTEN.typed(sketch, text, today)
        if not 1 <= number(plain) <= MOST_STEP:
            return wrong(sketch, "error-plan_every")
        return settled(with_timing(sketch, every=number(plain)))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number."""
        return settled(with_timing(sketch, every=whole(value, range(1, MOST_STEP + 1))))


def shaped(sketch: Sketch, shape: Shape) -> Sketch:
    """Return the sketch with a rhythm of this shape in the part that is asked about, the parts after it gone.

    A start that is known already holds on, and so do times that fit; a later part takes those of the part before.
    """
    first, before, model = sketch.first, sketch.before, _model(sketch)
    times = model.timing.times if model else ()
    fits = shape.timing.unit is not Unit.HOURS or len(times) == 1
    timing = replace(shape.timing, times=times if fits else ())
    phase = Phase(timing) if before else Phase(timing, first.start if first else None, end_of_line(sketch))
    if before:
        sketch = _same_time(sketch) if timing.times else sketch
    else:
        sketch = replace(sketch, assumed=tuple(code for code in sketch.assumed if code not in OF_RHYTHMS))
    asks = (*(key for key in sketch.asks if key in COURSE), *shape.asks)
    plan = Plan((*before, phase), sketch.plan.anchor if sketch.plan else Anchor.PLANNED)
    return settled(sketch, plan=plan, asks=asks)


def _is_whole(sketch: Sketch) -> bool:
    """Whether it is the whole plan that is asked for, and not one part or a course."""
    return not (sketch.follows or sketch.part > 0 or "end" in sketch.asks)


def _model(sketch: Sketch) -> Phase | None:
    """The phase whose times the one asked about takes over."""
    return sketch.before[-1] if sketch.before else sketch.first


def _same_time(sketch: Sketch) -> Sketch:
    return replace(sketch, assumed=tuple(dict.fromkeys((*sketch.assumed, "same_time"))))


def _unit(sketch: Sketch) -> Unit:
    assert sketch.current
    assert sketch.current.timing.unit
    return sketch.current.timing.unit


OFTEN, SHAPES, EVERY = Often(), Shapes(), Every()
