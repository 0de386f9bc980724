"""A page: one message as it is to look, before Telegram has seen it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reports.charts import ChartFact


@dataclass(frozen=True, slots=True)
class Key:
    """A button: its label, and the press it means, a link it opens, or (neither) the sharing of a location."""

    label: str
    press: Any = None
    url: str | None = None


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file to keep: its name, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """Text as Telegram HTML, rows of buttons under it, perhaps a chart or a file above it.

    `ask_location` offers the phone's location on the reply keyboard under this label; a page with a chart
    that is put over an earlier message keeps the picture there, unless `redraw`. `quiet` comes without a sound; what
    is to `protect` cannot be forwarded or saved. A page with a file is always a new message.
    """

    text: str
    rows: Rows = ()
    chart: ChartFact | None = None
    ask_location: str = ""
    quiet: bool = False
    redraw: bool = False
    protect: bool = False
    file: File | None = None


def grid(keys: list[Key], width: int) -> Rows:
    """Return the keys in rows of `width`."""
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))
