"""What every question of /add promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from handlers.adding.draft import Sketch
from handlers.page import Key, Rows
from handlers.presses import Pick
from journal.errors import JournalError
from locales import Html, Words

DONE = "done"


class Question:
    """One question: when it is missing, how it looks, and what an answer makes of the sketch.

    An answer that settles the question comes back through `settled`; one that does not keeps `open` as it is.
    """

    key = ""

    def missing(self, sketch: Sketch) -> bool:
        """Whether it has to be asked before anything can be shown for saving."""
        return sketch.wants == self.key

    def text(self, sketch: Sketch, words: Words) -> Html:
        """The question in words."""
        raise NotImplementedError

    def rows(self, sketch: Sketch, words: Words) -> Rows:
        """The answers that are offered as buttons."""
        return ()

    def chosen(self, sketch: Sketch) -> tuple[int, ...]:
        """The buttons that are on when it is asked again."""
        return ()

    def typed(self, sketch: Sketch, text: str, today: date) -> Sketch:
        """The sketch after a typed answer; `today` is the person's date."""
        raise NotImplementedError

    def picked(self, sketch: Sketch, value: str, today: date) -> Sketch:
        """The sketch after a button. Raises JournalError bad_button for a value that was not offered."""
        raise JournalError("bad_button")

    def button(self, sketch: Sketch, value: str | int, label: str) -> Key:
        """One answer as a button."""
        return Key(label, Pick(sketch.id, self.key, str(value)))


def settled(sketch: Sketch, **changes: Any) -> Sketch:
    """Return the sketch with the open question answered."""
    cleared: dict[str, Any] = {
        "open": "",
        "wants": "",
        "why": "",
        "facts": None,
        "dates": (),
        "chosen": (),
        "needed": 0,
    }
    return replace(sketch, **(cleared | changes))


def toggled(sketch: Sketch, value: int) -> Sketch:
    """Return the sketch with one button turned on or off, the question still open."""
    chosen = tuple(sorted({*sketch.chosen} ^ {value}))
    return replace(sketch, chosen=chosen, why="", facts=None)


def said(text: str, value: str) -> bool:
    """Whether a button's English label was typed instead of tapped."""
    return text.strip(" .!").lower() == value


def whole(value: str, allowed: range) -> int:
    """Return the number that a button carries. Raises JournalError bad_button outside of `allowed`."""
    if not value.isdecimal() or not value.isascii() or int(value[:6]) not in allowed:
        raise JournalError("bad_button")
    return int(value)
