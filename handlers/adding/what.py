"""What it is: the name, the amount in the person's own words, and the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.adding.draft import Sketch, wrong
from handlers.adding.question import Question, said, settled
from handlers.adding.reading import reread
from handlers.page import Rows, grid
from handlers.plain_words import Understood
from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.doses import route_of
from journal.errors import JournalError
from journal.regimens import LONGEST, ROUTES
from locales import Html, Words

SKIP = "skip"


class Name(Question):
    """What it is called; until anything is known a whole line is understood as well."""

    key = "name"

    def missing(self, sketch: Sketch) -> bool:
        """A line brings its own name, unless it turned out to have none."""
        return sketch.wants == self.key or not (sketch.label or sketch.line)

    def text(self, sketch: Sketch, words: Words) -> Html:
        """With an example line while nothing is known."""
        return words("add-name-only" if sketch.line or sketch.plan else "add-name")

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A name, or a line with everything."""
        name = cleaned(text)
        if not (sketch.line or sketch.plan):
            return settled(sketch, line=name)
        if sketch.line and isinstance(reread(sketch, name, today), Understood):
            return settled(sketch, line=name, named=False)
        if not has_letters(name):
            return wrong(sketch, "add-ask-no_name")
        if len(name) > LONGEST:
            return wrong(sketch, "error-too_long", most=LONGEST)
        return settled(sketch, label=name, named=True)


class Amount(Question):
    """How much one dose is, only ever echoed."""

    key = "amount"

    def missing(self, sketch: Sketch) -> bool:
        """Only the guided way asks for it."""
        return sketch.guided and sketch.dose_text is None

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-amount")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """`Skip`."""
        return ((self.button(sketch, SKIP, words.plain("add-button-skip")),),)

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The person's own words."""
        amount = cleaned(text)
        if said(amount, SKIP):
            return settled(sketch, dose_text="")
        if not has_letters(amount):
            return wrong(sketch, "add-amount-unclear")
        if len(amount) > LONGEST:
            return wrong(sketch, "error-too_long", most=LONGEST)
        return settled(sketch, dose_text=amount)

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """Left out."""
        return settled(sketch, dose_text="") if value == SKIP else super().picked(sketch, value, today)


class Form(Question):
    """In which form it comes: one of regimens.ROUTES."""

    key = "form"

    def missing(self, sketch: Sketch) -> bool:
        """Only the guided way asks for it."""
        return sketch.guided and sketch.route is None

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question."""
        return words("add-form")

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """A button for each form, and `Skip`."""
        keys = [self.button(sketch, route, words.plain(f"form-{route}")) for route in ROUTES]
        return (*grid(keys, 2), (self.button(sketch, SKIP, words.plain("add-button-skip")),))

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """A form in words."""
        route = "" if said(text, SKIP) else route_of(shadow(cleaned(text)))
        return settled(sketch, route=route) if route or said(text, SKIP) else wrong(sketch, "add-form-unclear")

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """A form, or left out."""
        if value != SKIP and value not in ROUTES:
            raise JournalError("bad_button")
        return settled(sketch, route="" if value == SKIP else value)


def has_letters(text: str) -> bool:
    """Whether the text has a letter or a digit of any script."""
    return any(letter.isalnum() for letter in text)


def as_name(sketch: Sketch) -> Sketch:
    """Return the sketch with its line taken as the name, the rest to be asked."""
    return settled(replace(sketch, line="", guided=True), label=sketch.line, named=True)
