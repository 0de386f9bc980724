"""Counting words and ordinals of English."""

from __future__ import annotations

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_COUNTS = {word: value for value, word in enumerate(WORDS)} | {"a": 1, "an": 1, "thirty": 30, "sixty": 60}
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALS = {word: value for value, word in enumerate(_ORDINAL_WORDS, 1)} | {"last": -1}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


NUMBER = rf"(?:\d{{1,5}}|(?:{_either(_COUNTS)})(?![a-z]))"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_either(_ORDINALS)})"
OFTEN = rf"(?:(?:{_either(_TIMES)})\b|{NUMBER} ?(?:times|x|×))"
HOUR_WORD = rf"(?:(?:{'|'.join(WORDS[1:13])})(?![a-z]))"


def number(text: str) -> int:
    """The value of a text that matched NUMBER, ORDINAL or OFTEN; "last" is -1."""
    word = text.split()[0]
    digits = word.rstrip("stndrhx×")
    return int(digits) if digits.isdecimal() else (_COUNTS | _ORDINALS | _TIMES)[word]
