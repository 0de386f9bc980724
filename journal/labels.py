"""What people call things of their own: checked, before it becomes a label."""

from __future__ import annotations

from collections.abc import Iterable

from journal.errors import JournalError


def checked(text: str, longest: int, taken: Iterable[str]) -> str:
    """Return the cleaned `text`. Raises JournalError: label_empty (no letter or digit), label_long, label_taken."""
    if not any(letter.isalnum() for letter in text):
        raise JournalError("label_empty")
    if len(text) > longest:
        raise JournalError("label_long", most=longest, length=len(text))
    if text.casefold() in {each.casefold() for each in taken}:
        raise JournalError("label_taken", label=text)
    return text
