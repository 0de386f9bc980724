"""Words of a line that cannot be used as they stand: they are typed again, or chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch
from handlers.adding.question import Question, settled
from handlers.adding.reading import WORDS, WORSE, reread
from handlers.adding.what import as_name
from handlers.page import Rows
from handlers.plain_words import Understood
from handlers.plain_words.cleaning import cleaned
from journal.regimens import LONGEST
from locales import Html, Words

NAME, STEPS = "name", "steps"
UNKNOWN = "add-ask-not_understood"
NEARLY = ("no_time", "twice_a_week")  # what is left then is one plain question
NO_BETTER = 3


class Repair(Question):
    """The part of the line that is unclear."""

    key = WORDS

    def text(self, sketch: Sketch, words: Words) -> Html:
        """What to do; what is wrong stands above it."""
        if sketch.dates:
            return words("add-words-date")
        if sketch.why == UNKNOWN and not sketch.named:
            return words("add-words-name")
        return words("add-words" if _is_in_line(sketch) else "add-words-all")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The dates that a date can mean, the whole line as a name, or the way by steps."""
        dates = [(self.button(sketch, each, words.date(date.fromisoformat(each), year=True)),) for each in sketch.dates]
        steps = (self.button(sketch, STEPS, words.plain("add-button-steps")),)
        name = (self.button(sketch, NAME, words.plain("add-button-name")),)
        return (*dates, name, steps) if _may_be_name(sketch) else (*dates, steps)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """That part again, or the whole line; words that bring it no further leave everything as it is."""
        better = _better(sketch, cleaned(text), today)
        return settled(better) if better else sketch

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of the buttons."""
        if value == NAME and _may_be_name(sketch):
            return as_name(sketch)
        if value == STEPS:
            return _by_steps(sketch)
        if value in sketch.dates:
            return settled(sketch, line=_replaced(sketch, value))
        return super().picked(sketch, value, today)


def _by_steps(sketch: Sketch) -> Sketch:
    """The sketch without its line; parts of the plan that were known before it stay."""
    emptied = settled(sketch, line="", guided=True, named=bool(sketch.label), times=(), weekdays=())
    if not sketch.before:
        return replace(emptied, plan=None)
    assert sketch.plan
    kept = replace(sketch.plan, phases=sketch.before)
    return replace(emptied, plan=kept, asks=("often", *sketch.asks))


def _may_be_name(sketch: Sketch) -> bool:
    return sketch.why == UNKNOWN and sketch.guided and not sketch.named and len(sketch.line) <= LONGEST


def _rest(sketch: Sketch) -> str:
    return str((sketch.facts or {}).get("rest", ""))


def _replaced(sketch: Sketch, text: str) -> str:
    """The line with other words in the place of the unclear ones; without such a place they come last."""
    return sketch.line.replace(_rest(sketch), text, 1) if _is_in_line(sketch) else f"{sketch.line} {text}"


def _is_in_line(sketch: Sketch) -> bool:
    return bool(_rest(sketch)) and _rest(sketch) in sketch.line


def _better(sketch: Sketch, text: str, today: date) -> Sketch | None:
    """The first reading that is understood, else that lacks one plain answer, else has another trouble; else None.

    A line that brings its own name is tried as a whole first, so that the name is not in it twice.
    """
    part = replace(sketch, line=_replaced(sketch, text))
    alone = replace(sketch, line=text, named=False, plan=None)
    tries = (part, replace(sketch, line=text), alone) if sketch.named else (alone, part)
    tries = tries[:2] if sketch.before else tries  # the name belongs to the parts before
    ranked = [(_rank(each, sketch, text, today), each) for each in tries]
    rank, best = min(ranked, key=lambda pair: pair[0])
    return best if rank < NO_BETTER else None


def _rank(tried: Sketch, before: Sketch, text: str, today: date) -> int:
    found = reread(tried, tried.line, today)
    if isinstance(found, Understood):
        return 0
    if found.code in NEARLY:
        return 1
    same = (found.code, found.rest) == (before.why.removeprefix("add-ask-"), _rest(before))
    other_name = not tried.named and found.label != before.label
    answer_is_unclear = tried.line != text and found.rest != "" and found.rest in text
    return NO_BETTER if same or other_name or answer_is_unclear or found.code in WORSE else 2
