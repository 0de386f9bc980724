"""Amounts of a supply as people type them, in thousandths, and the units that they name."""

from __future__ import annotations

import re

from handlers.plain_words.cleaning import cleaned, shadow
from handlers.plain_words.numbers import NUMBER, number

_UNITS = {
    "tablet": r"tab(?:let)?s?|pills?",
    "capsule": r"cap(?:sule)?s?",
    "vial": r"vials?",
    "ampoule": r"ampo?ules?|amps?",
    "ml": r"mls?|millilit(?:er|re)s?",
    "dose": r"doses?",
}
_PARTS = {"½": 500, "¼": 250, "¾": 750}
_WORDS = {"half": 500, "half a": 500, "half an": 500, "none": 0, "nothing": 0, **_PARTS}
_VALUE = rf"(?P<whole>\d{{1,7}})(?:[.,](?P<part>\d{{1,3}})| ?(?P<half>[½¼¾]))?|(?P<word>{'|'.join(_WORDS)})|{NUMBER}"
_UNCLEAR = r"\d{1,3},\d{3}(?!\d)"  # a thousand and more, or a fraction?


def read_amount(text: str, unit: str = "") -> int | None:
    """Reads "28", "2.5", "1½", "twelve", "I have 12 tablets left" as thousandths; None unless one number is clear.

    Words of units may follow it, `unit` among them.
    """
    plain = shadow(cleaned(text)).strip(" .,!")
    units = "|".join([*_UNITS.values(), *([re.escape(shadow(unit)) + "s?"] if unit else [])])
    ending = rf"(?: ?(?:{units}))?(?: (?:left|now|more|in hand))?"
    found = re.fullmatch(rf"(?:i )?(?:(?:still )?(?:have|got) )?(?P<n>{_VALUE}){ending}", plain)
    if not found or re.match(_UNCLEAR, found["n"]):
        return None
    if found["word"]:
        return _WORDS[found["word"]]
    if found["whole"]:
        part = int((found["part"] or "0").ljust(3, "0")) or _PARTS.get(found["half"], 0)
        return int(found["whole"]) * 1000 + part
    return number(found["n"]) * 1000


def read_unit(text: str) -> str:
    """Returns the code of the unit that is named, else the words themselves, cleaned."""
    plain = cleaned(text)
    return next((code for code, words in _UNITS.items() if re.fullmatch(words, shadow(plain))), plain)
