"""Typed text made comparable: one blank between words, no invisible marks, and a shadow to match on."""

from __future__ import annotations

import unicodedata

# Letters that look or lower like others, so that one pattern fits all.
_LETTERS = str.maketrans(
    {
        "\u017f": "s",
        "\u212a": "k",
        "İ": "i",
        "\u0131": "i",
        "μ": "µ",
        "\u039c": "µ",
        "\u2019": "'",
        "\u2013": "-",
        "\u2014": "-",
    }
)
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that show nothing
_UNSEEN = ("Cf", "Mn", "Me", "Zs")  # joiners, marks and blanks: nothing by themselves
_JOINERS = "\u200c\u200d"  # part of words in Persian and of emoji


def cleaned(text: str) -> str:
    """Returns the text without control and direction marks, every run of blanks as one; "" when none of it shows."""
    plain = "".join(_visible(letter) for letter in unicodedata.normalize("NFC", text))
    shows = any(unicodedata.category(letter) not in _UNSEEN for letter in plain)
    return " ".join(plain.split()) if shows else ""


def shadow(text: str) -> str:
    """Returns the text in lower case for matching, of the same length as `text`."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text.translate(_LETTERS))


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Cf" and letter not in _JOINERS:
        return ""
    return " " if letter in _BLANKS or category in ("Cc", "Cs", "Zl", "Zp") else letter
