"""What follows /log: the name of something that the person takes, and when, in either order. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Line:
    """The regimens that the name fits (none: unknown), and the moment; None when the rest is no moment."""

    regimens: tuple[int, ...]
    at: datetime | None


def read(text: str, labels: Mapping[int, str], now: datetime, moment: Callable[[str], datetime | None]) -> Line:
    """Read a line; the longest name that leaves nothing or a moment wins. Without a moment it is `now`."""
    named: tuple[int, ...] = ()
    for name, rest in _splits(text.split()):
        found = matching(name, labels)
        at = now if not rest else moment(rest)
        if found and at:
            return Line(found, at)
        named = named or found
    return Line(named, None)


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """Every split into a name and the rest, longer names first, the name leading or closing."""
    for length in range(len(words), 0, -1):
        yield " ".join(words[:length]), " ".join(words[length:])
        if length < len(words):
            yield " ".join(words[-length:]), " ".join(words[:-length])


def matching(name: str, labels: Mapping[int, str]) -> tuple[int, ...]:
    """Return the regimens whose label is `name`; else those of whose words each of `name` begins one."""
    exact = tuple(each for each, label in labels.items() if _squeezed(label) == _squeezed(name))
    return exact or tuple(each for each, label in labels.items() if _fits(name, label))


def _fits(name: str, label: str) -> bool:
    wanted, words = _words(name), _words(label)
    by_words = all(any(word.startswith(part) for word in words) for part in wanted)
    in_a_row = any("".join(words[start:]).startswith("".join(wanted)) for start in range(len(words)))
    return bool(wanted) and (by_words or in_a_row)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _squeezed(text: str) -> str:
    return "".join(_words(text))
