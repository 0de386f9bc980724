"""The weekly picture: small multiples of a few symptoms as PNG, drawn by typst. Words come in."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

HERE = Path(__file__).parent
WIDTH = 1080  # pixels
MAX_PANELS = 6


@dataclass(frozen=True, slots=True)
class Panel:
    """One symptom: `days` 0-10 or None, oldest first; `means` one per 7 days or None; `note` at the right."""

    label: str
    days: tuple[int | None, ...]
    means: tuple[float | None, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """The words for a daily dot ("" for none), a weekly mean, a day with a dose, one with an injection."""

    day: str
    mean: str
    intake: str = ""
    injection: str = ""


@dataclass(frozen=True, slots=True)
class ChartFact:
    """What is drawn: 1 to MAX_PANELS panels over the same days; `intakes` and `injections` count days from 0.

    `weeks` names the first day of each week, for as many as there is room. Every text is plain: markup in it is drawn
    as it stands.
    """

    title: str
    panels: tuple[Panel, ...]
    weeks: tuple[str, ...]
    legend: Legend
    intakes: tuple[int, ...] = ()
    injections: tuple[int, ...] = ()
    dark: bool = False


def weekly_chart(chart: ChartFact) -> bytes:
    """The picture as PNG, 1080 pixels wide. Takes tens of milliseconds: call it off the event loop.

    Raises ValueError for more panels than are legible, for panels empty or of unequal length, and for weeks that are
    not theirs.
    """
    import typst  # 26 MB that a process without pictures need not hold

    _check(chart)
    data = json.dumps(asdict(chart))
    picture = typst.compile(
        str(HERE / "chart.typ"), format="png", ppi=72, font_paths=_fonts(), sys_inputs={"chart": data}
    )
    assert isinstance(picture, bytes)  # one page
    return picture


def _check(chart: ChartFact) -> None:
    lengths = {length for panel in chart.panels for length in (len(panel.days), 7 * len(panel.means))}
    if not 1 <= len(chart.panels) <= MAX_PANELS:
        raise ValueError("too many panels, or none")
    if lengths != {7 * len(chart.weeks)} or not chart.weeks:
        raise ValueError("panels without days, or of another length than the weeks")


@cache
def _fonts() -> Fonts:
    """The project's own fonts first; the system's after them, for scripts that those do not hold."""
    from typst import Fonts

    return Fonts(font_paths=[str(HERE / "fonts")])
