"""What follows /log, taken apart: which of the names, and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.log_line import Line, matching, read

LABELS = {1: "Vitamin B12", 2: "Vitamin D3", 3: "Folic acid", 4: "Vitamin B", 5: "Café Crème"}
NOW, THEN = datetime(2026, 3, 3, 10, tzinfo=UTC), datetime(2026, 3, 3, 8, tzinfo=UTC)
MOMENTS = {"8:00": THEN, "yesterday 20:30": THEN, "at 8": THEN, "12": THEN}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Vitamin B12", (1,)),
        ("vitamin b12", (1,)),
        ("b12", (1,)),
        ("B 12", (1,)),
        ("vitaminb12", (1,)),
        ("vitamin b 12", (1,)),
        ("vit d", (2,)),
        ("vitamin", (1, 2, 4)),
        ("vitamin b", (4,)),
        ("acid", (3,)),
        ("folic-acid", (3,)),
        ("CAFÉ", (5,)),
        ("itamin", ()),
        ("zinc", ()),
        ("🙂", ()),
        ("", ()),
    ],
)
def test_names_are_matched_by_the_beginnings_of_words(name: str, found: tuple[int, ...]) -> None:
    assert matching(name, LABELS) == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("b12", Line((1,), NOW)),
        ("b12 8:00", Line((1,), THEN)),
        ("8:00 b12", Line((1,), THEN)),
        ("b12 yesterday 20:30", Line((1,), THEN)),
        ("yesterday 20:30 folic acid", Line((3,), THEN)),
        ("vitamin at 8", Line((1, 2, 4), THEN)),
        ("vitamin b 12", Line((1,), NOW)),
        ("folic 12", Line((3,), THEN)),
        ("b12 whenever", Line((1,), None)),
        ("zinc 8:00", Line((), None)),
        ("8:00", Line((), None)),
    ],
)
def test_a_line_is_a_name_and_a_moment(text: str, line: Line) -> None:
    assert read(text, LABELS, NOW, MOMENTS.get) == line
