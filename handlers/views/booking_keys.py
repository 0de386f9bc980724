"""The buttons of a booked injection, wherever it is shown."""

from __future__ import annotations

from handlers.page import Key, Rows
from handlers.presses_injection import Book, Unbook
from journal.occurrences import DoseKey
from locales import Words


def book_key(key: DoseKey, words: Words) -> Key:
    """Book it."""
    return Key(words.plain("booking-button"), Book(key.regimen, key.day, key.slot))


def change_keys(key: DoseKey, words: Words) -> Rows:
    """Move the booking, or cancel it."""
    move = Key(words.plain("booking-move"), Book(key.regimen, key.day, key.slot))
    return ((move, Key(words.plain("booking-cancel"), Unbook(key.regimen, key.day, key.slot, False))),)
