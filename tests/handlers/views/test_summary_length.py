"""The weekly summary keeps within Telegram's limits: what it gives up, and what it never does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.page import Page
from handlers.views import summary
from journal.rules import ANSWERS
from scheduler.facts import Prompted
from simulator.html import parse_html
from tests.handlers.views.pages import OWN, shown
from tests.handlers.views.samples import (
    FINDINGS,
    LASTING,
    PERSIST,
    SEVERE,
    TYPICAL,
    WORSE,
    symptom,
)


def crowded(size: int, answer: str | None = None, rules: Sequence[Prompted] = (SEVERE, WORSE, PERSIST)) -> Page:
    """Three own symptoms whose labels have `size` characters, each with a finding of its own rule."""
    label = (OWN * size)[:size]
    own = tuple(symptom(f"own-{n}", each.weeks, label) for n, each in enumerate(TYPICAL))
    found = [replace(each, code=f"own-{n}", label=label) for n, each in enumerate(rules)]
    return shown(*found, answer=answer, symptoms=own)


def test_a_longer_page_gives_up_details_first_and_then_the_picture() -> None:
    pages = [crowded(size, rules=(WORSE, PERSIST)) for size in range(1, 200, 2)]
    details = [("4 or more on 6 days" in p.text, "than last week" in p.text, p.chart is not None) for p in pages]
    assert list(dict.fromkeys(details)) == [
        (True, True, True),
        (False, True, True),
        (False, False, True),
        (True, True, False),
    ]
    assert [page.text.count("The picture is in /trends.") for page in pages] == [int(not page.chart) for page in pages]


def test_the_longest_page_of_all_still_has_every_finding() -> None:
    own = [symptom(f"own-{n}", LASTING, "🙂" * 40) for n in range(12)]
    found = [replace(rule, code=each.code, label=each.label) for rule, each in zip(FINDINGS * 2, own, strict=False)]
    page = shown(*found, symptoms=tuple(own))
    assert summary.length(page.text) <= 4096
    assert page.text.count("🙂" * 40) == len(found)
    assert page.text.startswith("<b>Your week,")


def test_where_it_was_is_given_up_first_and_then_the_weekly_answer() -> None:
    own = [replace(symptom("own", LASTING, "x" * size), place="feet", interference=2) for size in range(1, 41)]
    pages = [shown(PERSIST, symptoms=(each,) * 3) for each in own]
    given = [("In the feet" in p.text, "4 or more on 6 days" in p.text, "week before:" in p.text) for p in pages]
    assert list(dict.fromkeys(given)) == [
        (True, True, True),
        (False, True, True),
        (False, True, False),
    ]


def test_a_usual_prompt_costs_no_detail_and_the_longest_of_the_defaults_no_picture() -> None:
    assert "4 or more on 6 days" in shown(WORSE, PERSIST).text
    assert shown(SEVERE, replace(WORSE, code="cramps"), PERSIST).chart is not None


def test_every_page_fits_and_no_prompt_is_ever_cut() -> None:
    for size in range(1, 200, 8):
        for answer in (None, *ANSWERS):
            page = crowded(size, answer)
            width = len(parse_html(page.text)[0].encode("utf-16-le")) // 2
            assert width == summary.length(page.text) <= (1024 if page.chart else 4096)
            assert all(said in page.text for said in ("of the last 7 days", "points higher", "weeks in a row"))
            assert page.text.count("Why: ") == 3
            assert page.text.count("not a diagnosis") == 1


def test_an_answer_never_changes_the_kind_of_message() -> None:
    for size in range(1, 200, 12):
        kinds = {crowded(size, answer).chart is None for answer in (None, *ANSWERS)}
        assert len(kinds) == 1


def test_length_is_what_telegram_counts() -> None:
    assert summary.length('<b>a&lt;</b> 🙂 &amp; <a href="x">é</a>') == len("a< ") + 2 + len(" & é")
