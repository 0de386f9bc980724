"""What a handler decides to show: names of views and their arguments, kept as a row until shown.

A reply that was lost to a crash is rendered again from the truth, so it names rows and never holds sentences.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Args = dict[str, Any]  # JSON values


@dataclass(frozen=True, slots=True)
class Show:
    """One view to show: as a new message, or over the message `edit`."""

    view: str
    args: Args = field(default_factory=dict)
    edit: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Views to show in order, and the id of a short text for the pressed button."""

    shows: tuple[Show, ...] = ()
    toast: str = ""

    def and_show(self, *shows: Show) -> Reply:
        """Return this reply with more to show."""
        return Reply(self.shows + shows, self.toast)


def show(view: str, edit: int | None = None, toast: str = "", **args: Any) -> Reply:
    """Return a reply of one view."""
    return Reply((Show(view, args, edit),), toast)


def say(text: str, /, **args: Any) -> Reply:
    """Return a reply of one sentence, by its Fluent id."""
    return Reply((Show("text", {"text": text, "args": args}),))


@dataclass(frozen=True, slots=True)
class Addressed:
    """A reply with the chat it is for, the language, and the callback query that it answers."""

    reply: Reply
    language: str
    chat_id: int
    query: str | None = None


def dump(addressed: Addressed) -> str:
    """Return the addressed reply as JSON text."""
    shows = [[each.view, each.args, each.edit] for each in addressed.reply.shows]
    wire = [shows, addressed.reply.toast, addressed.language, addressed.chat_id, addressed.query]
    return json.dumps(wire, ensure_ascii=False)


def load(text: str) -> Addressed:
    """Read `dump` back."""
    shows, toast, language, chat_id, query = json.loads(text)
    return Addressed(Reply(tuple(Show(*each) for each in shows), toast), language, chat_id, query)
