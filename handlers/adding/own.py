"""Limits of the person's own for what is taken as needed; never asked by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, wrong
from handlers.adding.question import Question, said, settled, whole
from handlers.adding.reading import facts_of
from handlers.page import Rows, grid
from handlers.plain_words import Understood, read_regimen
from handlers.plain_words.cleaning import cleaned
from journal.timing import Plan
from journal.timing.limits import MOST_GAP_HOURS, MOST_OWN_A_DAY
from locales import Html, Words

GAP, MOST, NONE = "g", "m", "none"
GAPS, MOSTS = (4, 6, 8, 12, 24), (1, 2, 3, 4, 6)
NO_LIMIT = ("no limit", "no limits", "none")


class Own(Question):
    """The least hours between two doses and the most doses a day, as the person sets them."""

    key = "own"

    def missing(self, sketch: Sketch) -> bool:
        """Only from the preview."""
        return False

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-own")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """Common numbers of both, and none."""
        gaps = [self.button(sketch, f"{GAP}{n}", words.plain("add-own-gap", hours=n)) for n in GAPS]
        mosts = [self.button(sketch, f"{MOST}{n}", words.plain("add-own-most", most=n)) for n in MOSTS]
        return (*grid(gaps, 2), *grid(mosts, 2), (self.button(sketch, NONE, words.plain("add-own-none")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """One limit or both in words: the other one stays as it is."""
        if text.strip(" .!").lower() in NO_LIMIT or said(text, NONE):
            return self.picked(sketch, NONE, today)
        found = read_regimen(f'"x" as needed {cleaned(text)}', today)
        if not isinstance(found, Understood):
            is_number = found.code == "bad_count"
            facts = facts_of(found, text) if is_number else {}
            return wrong(sketch, "add-ask-bad_count" if is_number else "add-own-unclear", **facts)
        if found.plan == Plan():
            return wrong(sketch, "add-own-unclear")
        return _with(sketch, found.plan.gap_hours, found.plan.most_a_day)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A number of one of them, or none."""
        if value == NONE:
            return settled(sketch, plan=Plan())
        if value.startswith(GAP):
            return _with(sketch, whole(value[1:], range(1, MOST_GAP_HOURS + 1)), None)
        return _with(sketch, None, whole(value.removeprefix(MOST), range(1, MOST_OWN_A_DAY + 1)))


def _with(sketch: Sketch, gap: int | None, most: int | None) -> Sketch:
    plan = sketch.plan or Plan()
    return settled(sketch, plan=replace(plan, gap_hours=gap or plan.gap_hours, most_a_day=most or plan.most_a_day))
