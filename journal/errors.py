"""What can be wrong with a request, as codes; the words for them live in locales/."""

from __future__ import annotations


class JournalError(Exception):
    """A request that cannot be done, by `code` (a Fluent id's ending) with the facts its sentence needs.

    Raising it undoes the transaction, so nothing is half-saved.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class StartError(Exception):
    """The program cannot start; the message is one clear sentence for the operator."""
