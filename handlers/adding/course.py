"""Whether another part follows, and how far apart the doses of one are at least."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, with_phase, wrong
from handlers.adding.ends import END, ended_as, is_endless
from handlers.adding.question import Question, said, settled, whole
from handlers.adding.rhythm import Extra
from handlers.page import Rows, grid
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number
from journal.timing import End
from journal.timing.limits import MOST_PHASES, MOST_STEP
from locales import Html, Words

ALL, ANOTHER, LIMITED = "all", "another", "ends"
NO_LIMIT = "0"


class More(Extra):
    """Whether another part follows."""

    key = "more"

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-more")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """No, yes, or that this part ends as well."""
        rows = [(self.button(sketch, ALL, words.plain("add-more-all")),)]
        if len(sketch.before) < MOST_PHASES - 1:
            rows.append((self.button(sketch, ANOTHER, words.plain("add-more-another")),))
        if is_endless(sketch):
            rows.append((self.button(sketch, LIMITED, words.plain("add-more-ends")),))
        return tuple(rows)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A label, or the end of this part in words."""
        if said(text, "that is all") or said(text, "no"):
            return self.picked(sketch, ALL, today)
        if said(text, "add another part") or said(text, "yes"):
            return self.picked(sketch, ANOTHER, today)
        better = ended_as(sketch, text, today) if is_endless(sketch) else sketch
        return wrong(sketch, "add-more-unclear") if better.open else replace(better, asks=sketch.asks)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """One of them."""
        if value == ALL:
            return settled(sketch, asks=())
        if value == ANOTHER and len(sketch.before) < MOST_PHASES - 1:
            return settled(sketch, asks=(END.key,), follows=True)
        if value == LIMITED and is_endless(sketch):
            return settled(sketch, asks=(END.key, self.key))
        return super().picked(sketch, value, today)


class Apart(Question):
    """How many days there are at least between two doses; never asked by itself."""

    key = "apart"

    def missing(self, sketch: Sketch) -> bool:
        """Only from the preview."""
        return False

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-apart")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers, and none."""
        keys = [self.button(sketch, n, words.number(n)) for n in (2, 3, 4, 5, 6, 7, 14, 28)]
        return (*grid(keys, 4), (self.button(sketch, NO_LIMIT, words.plain("add-apart-none")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A number of days."""
        found = re.fullmatch(rf"(?:at least )?({NUMBER})(?: days?)?(?: apart)?", shadow(cleaned(text)).strip(" ."))
        if not found or number(found[1]) > MOST_STEP:
            return wrong(sketch, "add-apart-unclear")
        return self.picked(sketch, str(number(found[1])), today)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number of days, 0 for none."""
        return settled(with_phase(sketch, min_gap_days=whole(value, range(MOST_STEP + 1)) or None))


def next_part(sketch: Sketch) -> Sketch:
    """Return the sketch with the part after the one that is known now asked about."""
    part = sketch.current
    assert part
    if part.end is None:  # listed days end by themselves, but the next part has to be told when
        doses = len(part.timing.offsets) * max(1, len(part.timing.times))
        sketch = with_phase(sketch, end=End(count=doses))
    return replace(sketch, part=sketch.part + 1, follows=False, asks=("often", More.key))


MORE, APART = More(), Apart()
