"""On which days: several buttons, then `Done`."""

from __future__ import annotations

import re
from datetime import date

from handlers.adding.draft import Sketch, with_timing, without, wrong
from handlers.adding.often import OFTEN
from handlers.adding.question import DONE, Question, said, settled, toggled, whole
from handlers.page import Rows, grid
from handlers.plain_words import read_weekdays
from handlers.plain_words.cleaning import cleaned, shadow
from journal.timing.limits import MOST_DAYS, MOST_LISTED
from locales import Html, Words

_DAY = r"(?:the )?\d{1,5}(?:st|nd|rd|th)?"
_DAYS = re.compile(rf"(?:on )?(?:the )?(?:days? )?{_DAY}(?:(?:,? and |[, &]+){_DAY})*")


class Several(Question):
    """Some of a few numbers. Ids of texts: `asked` is the question, `unclear` what is said of other words."""

    asked, unclear = "", "add-weekdays-unclear"
    width = 2

    def missing(self, sketch: Sketch) -> bool:
        """Only some shapes need it."""
        return sketch.wants == self.key or (self.key in sketch.asks and not sketch.line)

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, and the days that are chosen in words."""
        days = words.list([self.label(day, words) for day in sketch.chosen])
        chosen = words("add-chosen", count=len(sketch.chosen), list=days)
        return words(self.asked, needed=sketch.needed, chosen=chosen)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The days and `Done`."""
        keys = [self.button(sketch, day, self.label(day, words)) for day in self.offered()]
        return (*grid(keys, self.width), (self.button(sketch, DONE, words.plain("add-button-done")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Days in words, or the whole timing."""
        if said(text, DONE):
            return self._taken(sketch, sketch.chosen)
        days = self.read(text)
        return self._taken(sketch, days) if days else self.other(sketch, text, today)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A day on or off, or `Done`."""
        if value == DONE:
            return self._taken(sketch, sketch.chosen)
        return toggled(sketch, whole(value, self.range()))

    def _taken(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        return self.keep(sketch, days) if days else wrong(sketch, "add-weekdays-none")

    def offered(self) -> tuple[int, ...]:
        """The days that have a button."""
        return tuple(range(7))

    def range(self) -> range:
        """Every day that there is."""
        return range(7)

    def label(self, day: int, words: Words) -> str:
        """A day in words."""
        return words.number(day)

    def read(self, text: str) -> tuple[int, ...] | None:
        """The days that were typed; None when a word is left over."""
        plain = shadow(cleaned(text)).strip(" .")
        found = tuple(sorted({int(n) for n in re.findall(r"\d+", plain)})) if _DAYS.fullmatch(plain) else ()
        return found if found and all(day in self.range() for day in found) else None

    def other(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The sketch after words that are no days: perhaps they are the whole timing."""
        better = sketch if sketch.line else OFTEN.typed(sketch, text, today)
        return wrong(sketch, self.unclear) if better.open else better

    def keep(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        """The sketch with these days."""
        raise NotImplementedError


class Weekdays(Several):
    """On which weekdays."""

    key, asked = "weekdays", "add-weekdays"

    def label(self, day: int, words: Words) -> str:
        """Such as "Monday"."""
        return words.weekday(day)

    def read(self, text: str) -> tuple[int, ...] | None:
        """Weekdays in words."""
        return read_weekdays(text)

    def keep(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        """In the phase; for a line that said how many, as the answer to that."""
        if not sketch.line:
            return settled(with_timing(sketch, weekdays=days), asks=without(sketch, self.key))
        if len(days) != sketch.needed:
            return wrong(sketch, "add-weekdays-count", needed=sketch.needed)
        return settled(sketch, weekdays=(*sketch.weekdays, days))


class LeftOut(Weekdays):
    """Which weekdays are left out; from the preview also none of them."""

    key, asked = "except", "add-except"

    def chosen(self, sketch: Sketch) -> tuple[int, ...]:
        """Those that are left out so far."""
        return sketch.current.timing.except_weekdays if sketch.current else ()

    def read(self, text: str) -> tuple[int, ...] | None:
        """Weekdays in words, perhaps after "except"."""
        return read_weekdays(re.sub(r"^\s*(?:except|not)\s+(?:on\s+)?", "", text, flags=re.IGNORECASE))

    def _taken(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        if len(days) == 7:
            return wrong(sketch, "error-plan_weekday")
        return self.keep(sketch, days) if days or self.key not in sketch.asks else super()._taken(sketch, days)

    def keep(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        """In the phase."""
        return settled(with_timing(sketch, except_weekdays=days), asks=without(sketch, self.key))


class DaysOfMonth(Several):
    """On which days of the month."""

    key, asked, unclear, width = "days_of_month", "add-days-of-month", "add-days-of-month-unclear", 7

    def range(self) -> range:
        """1 to 31."""
        return range(1, 32)

    def offered(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(self.range())

    def keep(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        """In the phase."""
        return settled(with_timing(sketch, days_of_month=days), asks=without(sketch, self.key))


class Offsets(Several):
    """On which days, counted from the first."""

    key, asked, unclear, width = "offsets", "add-offsets", "add-offsets-unclear", 5

    def range(self) -> range:
        """From the first day on."""
        return range(1, MOST_DAYS + 1)

    def offered(self) -> tuple[int, ...]:
        """Those that plans name."""
        return (1, 2, 3, 4, 5, 7, 8, 10, 14, 15, 21, 28, 30, 60, 90)

    def keep(self, sketch: Sketch, days: tuple[int, ...]) -> Sketch:
        """In the phase."""
        if len(days) > MOST_LISTED:
            return wrong(sketch, self.unclear)
        return settled(with_timing(sketch, unit=None, offsets=days), asks=without(sketch, self.key))


WEEKDAYS, LEFT_OUT, DAYS_OF_MONTH, OFFSETS = Weekdays(), LeftOut(), DaysOfMonth(), Offsets()
