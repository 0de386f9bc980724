"""What few rhythms need: days on and off, a weekday of the month, the hours of the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, clock, with_timing, without, wrong
from handlers.adding.often import OFTEN
from handlers.adding.question import Question, said, settled, whole
from handlers.page import Rows, grid
from handlers.plain_words import Understood, read_regimen, read_weekdays
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number
from locales import Html, Words

ALWAYS = "always"
PLACES = {
    1: "add-nth-first",
    2: "add-nth-second",
    3: "add-nth-third",
    4: "add-nth-fourth",
    5: "add-nth-last",
}
DAY = 24 * 60
_DAYS = re.compile(rf"(?P<n>{NUMBER}) ?(?P<unit>days?|weeks?)?(?: (?:on|off))?")
_STRETCH = range(1, 367)  # days on, or off


class Extra(Question):
    """A question that only some rhythms need."""

    def missing(self, sketch: Sketch) -> bool:
        """Until it is answered."""
        return self.key in sketch.asks and not sketch.line


class Cycle(Extra):
    """How many days on, then how many days off."""

    key = "cycle"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The first question, or the second."""
        return words("add-cycle-off", on=sketch.chosen[0]) if sketch.chosen else words("add-cycle-on")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers of days."""
        return grid([self.button(sketch, n, words.number(n)) for n in (1, 2, 3, 4, 5, 6, 7, 14, 21, 28)], 5)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A number of days or weeks, or both numbers in words."""
        found = _DAYS.fullmatch(shadow(cleaned(text)).strip(" ."))
        if not found:
            return OFTEN.typed(sketch, text, today)
        days = number(found["n"]) * (7 if (found["unit"] or "").startswith("w") else 1)
        return _on_or_off(sketch, days) if days in _STRETCH else wrong(sketch, "error-plan_cycle")

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number of days."""
        return _on_or_off(sketch, whole(value, _STRETCH))


class Nth(Extra):
    """Which weekday of the month: the first, second ... or last one, then the day."""

    key = "nth"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The first question, or the second."""
        return words("add-nth-day") if sketch.chosen else words("add-nth")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The places, then the weekdays."""
        if sketch.chosen:
            return grid([self.button(sketch, day, words.weekday(day)) for day in range(7)], 2)
        return grid([self.button(sketch, place, words.plain(said)) for place, said in PLACES.items()], 3)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Such as "first Monday", or the weekday alone."""
        days = read_weekdays(text) or ()
        if sketch.chosen and len(days) == 1:
            return self.picked(sketch, str(days[0]), today)
        better = OFTEN.typed(sketch, f"on the {text}", today)
        return OFTEN.typed(sketch, text, today) if better.open else better

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A place, then a weekday."""
        if not sketch.chosen:
            return replace(sketch, chosen=(whole(value, range(1, 6)),), why="", facts=None)
        place, day = sketch.chosen[0], whole(value, range(7))
        nth = (-1 if place == max(PLACES) else place, day)
        return settled(with_timing(sketch, nth_weekday=nth), asks=without(sketch, self.key))


class Hours(Extra):
    """Day and night, or between which two times of the day."""

    key = "hours"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, then which time is the last."""
        if not sketch.chosen:
            return words("add-hours")
        return words("add-hours-last", first=words.time(clock(sketch.chosen[0])))

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """`Day and night`, and every full hour."""
        hours = grid([self.button(sketch, hour, words.time(clock(hour))) for hour in range(0, DAY, 60)], 4)
        always = (self.button(sketch, ALWAYS, words.plain("add-button-always")),)
        return hours if sketch.chosen else (always, *hours)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Such as "8 to 20", or that it is day and night."""
        if said(text, "day and night"):
            return self.picked(sketch, ALWAYS, today)
        assert sketch.current
        hours = re.sub(r"^\s*(?:from|between)\s+", "", cleaned(text), flags=re.IGNORECASE)
        found = read_regimen(f'"x" every {sketch.current.timing.every} hours from {hours}', today)
        if not isinstance(found, Understood) or not found.plan.phases[0].timing.window:
            better = OFTEN.typed(sketch, text, today)
            return wrong(sketch, "add-hours-unclear") if better.open else better
        window = found.plan.phases[0].timing.window
        return settled(with_timing(sketch, window=window, times=()), asks=without(sketch, self.key))

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """Day and night, the first time, then the last."""
        if value == ALWAYS and not sketch.chosen:
            return settled(sketch, asks=without(sketch, self.key))
        time = whole(value, range(DAY))
        if time in sketch.chosen:
            return replace(sketch, chosen=())
        if not sketch.chosen:
            return replace(sketch, chosen=(time,), why="", facts=None)
        window = (clock(sketch.chosen[0]), clock(time))
        return settled(with_timing(sketch, window=window, times=()), asks=without(sketch, self.key))


def _on_or_off(sketch: Sketch, days: int) -> Sketch:
    if not sketch.chosen:
        return replace(sketch, chosen=(days,), why="", facts=None)
    cycle = (sketch.chosen[0], days)
    return settled(with_timing(sketch, cycle=cycle), asks=without(sketch, CYCLE.key))


CYCLE, NTH, HOURS = Cycle(), Nth(), Hours()
