"""How a part of the plan ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

from handlers.adding.draft import Sketch, with_phase, without, wrong
from handlers.adding.question import Question, settled, whole
from handlers.adding.reading import facts_of, iso_dates
from handlers.adding.rhythm import Extra
from handlers.page import Rows, grid
from handlers.plain_words import Ask, Understood, read_date, read_regimen
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number
from journal.timing import End, Phase, Timing
from journal.timing.limits import MOST_DAYS, MOST_DOSES
from locales import Html, Words

CLINIC, NEVER = "clinic", "never"
INCLUDED = "end_until_included"
_BASE = '"x" every day at 8:00'
_NO_PHASE = Phase(Timing(times=(time(8),)))
_ABOUT_DATES = ("bad_date", "bad_count", "end_before_start", "ambiguous_date")  # what can be wrong with an end in words


class Ends(Question):
    """How the part ends."""

    key = "end"

    def missing(self, sketch: Sketch) -> bool:
        """A course has one, and so has a part that another one follows; listed days end by themselves."""
        part = sketch.current
        return (
            self.key in sketch.asks and not sketch.line and part is not None and not (part.end or part.timing.offsets)
        )

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question, with an example."""
        return words("add-end-part" if sketch.follows else "add-end")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The kinds of ends, the dates that a typed one can mean, and none for a last part that has one."""
        dates = [(self.button(sketch, each, words.date(date.fromisoformat(each), year=True)),) for each in sketch.dates]
        keys = [self.button(sketch, key, words.plain(label)) for key, label in KINDS.items()]
        clinic = (self.button(sketch, CLINIC, words.plain("add-end-clinic")),)
        never = (self.button(sketch, NEVER, words.plain("add-end-never")),)
        return (*dates, *grid(keys, 2), clinic, never) if _may_be_endless(sketch) else (*dates, *grid(keys, 2), clinic)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """Such as "6 times", "for 2 weeks" or "until 3 March"."""
        return ended_as(sketch, text, today)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of the kinds."""
        if value in KINDS:
            return settled(sketch, asks=(*without(sketch, self.key), value))
        if value in sketch.dates:
            return ended(sketch, End(until=date.fromisoformat(value)))
        if value == CLINIC:
            return ended(sketch, End(clinic=True))
        if value == NEVER and _may_be_endless(sketch):
            return ended(sketch, None)
        return super().picked(sketch, value, today)


class Ending(Extra):
    """After how many doses, days or weeks it ends."""

    def __init__(self, key: str, asked: str, offered: tuple[int, ...], days: int) -> None:
        """`days` of one, 0 for doses; `asked` is the question's id."""
        self.key, self._asked, self._offered, self._days = key, asked, offered, days
        self._range = range(1, (MOST_DAYS // days if days else MOST_DOSES) + 1)

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words(self._asked)

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers."""
        return grid([self.button(sketch, n, words.number(n)) for n in self._offered], 4)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A number, or an end in words."""
        plain = shadow(cleaned(text)).strip(" .")
        if not re.fullmatch(NUMBER, plain):
            return ended_as(sketch, text, today)
        return self._after(sketch, number(plain)) if number(plain) in self._range else wrong(sketch, "add-end-number")

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number."""
        return self._after(sketch, whole(value, self._range))

    def _after(self, sketch: Sketch, count: int) -> Sketch:
        return ended(sketch, End(days=count * self._days) if self._days else End(count=count))


class EndDate(Extra):
    """On which date it ends, that day included."""

    key = "end_date"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-end-date")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The dates that the typed one can mean."""
        return tuple(
            (self.button(sketch, each, words.date(date.fromisoformat(each), year=True)),) for each in sketch.dates
        )

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A date, or an end in words."""
        found = read_date(text, today)
        if isinstance(found, date):
            return _until(sketch, found, today)
        if found.code == "not_understood":
            return ended_as(sketch, text, today)
        return _refused(sketch, replace(found, rest=cleaned(text)), text, today)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of the dates."""
        if value in sketch.dates:
            return _until(sketch, date.fromisoformat(value), today)
        return super().picked(sketch, value, today)


def ended_as(sketch: Sketch, text: str, today: date) -> Sketch:
    """Return the sketch with the end that these words mean, or with what is wrong with them."""
    start = sketch.current.start if sketch.current else None
    tries = [(said_so, _read_end(said_so, start or today, today)) for said_so in _readings(text)]
    for said_so, found in tries:
        if isinstance(found, Understood):
            end = found.plan.phases[0].end
            later = _read_end(said_so, today + timedelta(days=1), today)
            if start is None and isinstance(later, Understood) and later.plan.phases[0].end != end:
                return wrong(sketch, "add-end-months")
            assumed = tuple(dict.fromkeys((*sketch.assumed, *found.assumed)))
            return ended(replace(sketch, assumed=assumed), end)
    trouble = next((found for _, found in tries if isinstance(found, Ask) and found.code in _ABOUT_DATES), None)
    return _refused(sketch, trouble, text, today) if trouble else wrong(sketch, "add-end-unclear")


def _readings(text: str) -> list[str]:
    return [f"{joint}{cleaned(text)}" for joint in ("", "for ", "until ")]


def _read_end(text: str, start: date, today: date) -> Understood | Ask | None:
    """The plan of a daily rhythm with this end; None for words that say more, or no end at all."""
    found = read_regimen(f"{_BASE} from {start.isoformat()} {text}", today)
    if isinstance(found, Ask):
        return found
    (phase, *later) = found.plan.phases or (_NO_PHASE,)
    plain = Phase(_NO_PHASE.timing, start, phase.end)
    return found if phase.end and not later and phase == plain else None


def _refused(sketch: Sketch, found: Ask, text: str, today: date) -> Sketch:
    refused = wrong(sketch, f"add-ask-{found.code}", **facts_of(found, text))
    return replace(refused, dates=iso_dates(found, today))


def _until(sketch: Sketch, last: date, today: date) -> Sketch:
    first = sketch.current.start if sketch.current and sketch.current.start else today
    if last < first:
        return wrong(sketch, "add-ask-end_before_start")
    assumed = tuple(dict.fromkeys((*sketch.assumed, INCLUDED)))
    return ended(replace(sketch, assumed=assumed), End(until=last))


def ended(sketch: Sketch, end: End | None) -> Sketch:
    """Return the sketch with this end of the part that is asked about."""
    assumed = sketch.assumed if end and end.until else tuple(code for code in sketch.assumed if code != INCLUDED)
    return settled(with_phase(sketch, end=end), asks=without(sketch, Ends.key, *KINDS), assumed=assumed)


def is_endless(sketch: Sketch) -> bool:
    """Return whether the part that is asked about has no end yet."""
    part = sketch.current
    return part is not None and part.end is None and not part.timing.offsets


def _may_be_endless(sketch: Sketch) -> bool:
    """Whether it has an end that can be taken away: nothing follows it."""
    is_last = sketch.plan is not None and max(sketch.part, 0) == len(sketch.plan.phases) - 1
    return is_last and Ends.key not in sketch.asks and bool(sketch.current and sketch.current.end)


KINDS = {
    "end_doses": "add-end-kind-doses",
    "end_days": "add-end-kind-days",
    "end_weeks": "add-end-kind-weeks",
    "end_date": "add-end-kind-date",
}
ENDS_BY = (
    Ending("end_doses", "add-end-doses", (3, 4, 5, 6, 7, 8, 10, 12), 0),
    Ending("end_days", "add-end-days", (3, 5, 6, 7, 10, 14, 21, 28), 1),
    Ending("end_weeks", "add-end-weeks", (1, 2, 3, 4, 5, 6, 8, 12, 16), 7),
    EndDate(),
)
END = Ends()
