"""Ratings as people type them."""

from __future__ import annotations

import re

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import WORDS

_VALUES = {word: value for value, word in enumerate(WORDS)}
_RATING = re.compile(rf"(?P<n>-?\d{{1,6}}(?:[.,]\d{{1,3}})?|{'|'.join(WORDS)})(?: ?/ ?10| out of (?:10|ten))?")


def read_rating(text: str) -> float | None:
    """Reads "7", "seven", "7/10", "7 out of 10", and any other number, which may lie beyond the scale."""
    found = _RATING.fullmatch(shadow(cleaned(text)).strip(" .!"))
    if found is None:
        return None
    word = found["n"].replace(",", ".")
    return _VALUES[word] if word in _VALUES else float(word)
