"""The weekly picture: its size and ground, what is drawn for which fact, and that words are only drawn."""

from __future__ import annotations

import json
import re
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest
import typst

from reports import charts
from reports.charts import MAX_PANELS, ChartFact, Legend, Panel, weekly_chart

DAYS = (5, 4, None, 6, 5, 3, 4, *[None] * 5, 8, 9)
FATIGUE = Panel("Fatigue", DAYS, (4.5, None), "not enough entries")
CHART = ChartFact(
    "2 – 15 Mar",
    (FATIGUE,),
    ("2 Mar", "9 Mar"),
    Legend("each day", "week average", "taken", "injection"),
    (0, 3),
)
DOT, BAR, TICK, ARROW = "#0072b2", "#d55e00", "#55616d", "#a8447c"


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def corner(png: bytes) -> tuple[int, ...]:
    """Red, green, blue, opacity of the first pixel, which no PNG filter changes."""
    start = png.index(b"IDAT") + 4
    return tuple(zlib.decompressobj().decompress(png[start:], 5)[1:])


def shapes(chart: ChartFact, colour: str) -> int:
    """How many shapes of a colour the page holds, one of each kind being in the legend."""
    return len(re.findall(f'<path fill="{colour}"', drawing(chart)))


def drawing(chart: ChartFact) -> str:
    data = json.dumps(asdict(chart))
    page = typst.compile(
        str(charts.HERE / "chart.typ"), format="svg", font_paths=charts._fonts(), sys_inputs={"chart": data}
    )
    assert isinstance(page, bytes)
    return page.decode()


def glyphs(words: str) -> set[str]:
    """The outlines that the project's own fonts have for words; nothing is drawn for what they lack."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(charts.HERE / "fonts")]
    )
    source = b'#set text(font: ("Inter", "Noto Sans Arabic"))\n#text(sys.inputs.words)'
    page = typst.compile(source, format="svg", font_paths=fonts, sys_inputs={"words": words})
    assert isinstance(page, bytes)
    return set(re.findall(r'xlink:href="#(\w+)"', page.decode()))


@pytest.mark.parametrize("count", range(1, MAX_PANELS + 1))
def test_a_picture_is_1080_wide_and_not_too_tall_for_a_phone(count: int) -> None:
    width, height = size(weekly_chart(replace(CHART, panels=(FATIGUE,) * count)))
    assert width == 1080
    assert 600 < height < 1640


@pytest.mark.parametrize("weeks", [1, 4, 12])
def test_any_number_of_weeks_can_be_drawn(weeks: int) -> None:
    panel = Panel("Fatigue", (3, None, 10, 0, 5, 5, 5) * weeks, (4.7,) * weeks)
    assert size(weekly_chart(replace(CHART, panels=(panel,), weeks=("2 Mar",) * weeks)))[0] == 1080


def test_the_ground_is_opaque_in_both_themes() -> None:
    assert corner(weekly_chart(CHART)) == (255, 255, 255, 255)
    assert corner(weekly_chart(replace(CHART, dark=True))) == (23, 33, 43, 255)


def test_each_rating_is_a_dot_and_a_missing_day_is_none() -> None:
    assert shapes(CHART, DOT) == 1 + 8
    silent = Panel("Fatigue", (None,) * 14, (None, None))
    assert shapes(replace(CHART, panels=(silent,)), DOT) == 1
    zeros = Panel("Fatigue", (0,) * 14, (0.0, 0.0))
    assert shapes(replace(CHART, panels=(zeros,)), DOT) == 1 + 14


def test_each_valid_week_is_a_bar_and_an_invalid_one_is_none() -> None:
    assert shapes(CHART, BAR) == 1 + 1
    assert shapes(replace(CHART, panels=(FATIGUE, FATIGUE, FATIGUE)), BAR) == 1 + 3


def test_each_intake_is_a_tick_and_without_any_there_is_no_legend_for_them() -> None:
    assert shapes(CHART, TICK) == 1 + 2
    assert shapes(replace(CHART, intakes=()), TICK) == 0


@pytest.mark.parametrize("words", ["*a*", "$x$", "#x", "]a[", "<b>", "a\\b", '"a"', "{0}", "//a"])
def test_a_persons_own_words_are_drawn_as_they_stand(words: str) -> None:
    named = drawing(replace(CHART, panels=(replace(FATIGUE, label=words),)))
    bare = drawing(replace(CHART, panels=(replace(FATIGUE, label=""),)))
    assert named.count("<use") - bare.count("<use") == len(words)


def test_a_long_name_is_cut_and_keeps_to_its_place() -> None:
    long = replace(CHART, panels=(replace(FATIGUE, label="m" * 300),))
    assert size(weekly_chart(long))[0] == 1080
    assert drawing(long).count("<use") < drawing(CHART).count("<use") + 40


@pytest.mark.parametrize(("weeks", "shown"), [(1, 1), (4, 4), (5, 5), (7, 7), (8, 4), (12, 6)])
def test_each_week_is_labelled_where_there_is_room_and_else_evenly(weeks: int, shown: int) -> None:
    panel = Panel("", (None,) * 7 * weeks, (None,) * weeks)
    names = replace(CHART, panels=(panel,), weeks=("xxxxx",) * weeks, intakes=())
    bare = replace(names, weeks=("",) * weeks)
    assert drawing(names).count("<use") - drawing(bare).count("<use") == shown * len("xxxxx")


def test_where_no_day_is_drawn_the_legend_has_no_dot() -> None:
    wordless = replace(CHART, legend=replace(CHART.legend, day=""))
    assert (shapes(wordless, DOT), shapes(wordless, BAR), shapes(wordless, TICK)) == (8, 1 + 1, 1 + 2)


def test_an_injection_is_an_arrow_below_and_a_line_through_each_panel() -> None:
    injected = replace(CHART, injections=(3,), panels=(FATIGUE, FATIGUE))
    assert shapes(CHART, ARROW) == 0
    assert shapes(injected, ARROW) == 1 + 1 + 2


@pytest.mark.parametrize(
    "letters",
    ["0123456789", "–−…·→≥", "éüßñåøłğışőțž", "Усталостьёїґ", "Κόπωση", "تنميلالأطراف", "٠١٢٣٤٥٦٧٨٩"],
)
def test_the_projects_own_fonts_hold_every_letter(letters: str) -> None:
    assert [letter for letter in letters if not glyphs(letter)] == []


def test_pictures_are_the_same_from_any_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(weekly_chart, [CHART] * 8))) == 1


@pytest.mark.parametrize(
    "chart",
    [
        replace(CHART, panels=()),
        replace(CHART, panels=(Panel("Fatigue", (), ()),)),
        replace(CHART, panels=(FATIGUE,) * (MAX_PANELS + 1)),
        replace(CHART, weeks=("x",)),
        replace(CHART, weeks=()),
        replace(CHART, panels=(FATIGUE, Panel("Cramps", (1,) * 7, (1.0,)))),
        replace(CHART, panels=(Panel("Cramps", (1,) * 7, (1.0, 2.0)),)),
    ],
)
def test_what_could_not_be_read_is_refused(chart: ChartFact) -> None:
    with pytest.raises(ValueError, match="panels"):
        weekly_chart(chart)
