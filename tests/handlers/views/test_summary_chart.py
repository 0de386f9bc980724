"""What the picture above the weekly summary shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.views import summary
from reports.charts import weekly_chart
from tests.handlers.views import samples
from tests.handlers.views.pages import WORDS, shown
from tests.handlers.views.samples import (
    LAST,
    LASTING,
    LOW,
    PERSIST,
    QUIET,
    symptom,
)


def test_the_picture_shows_four_weeks_of_what_was_rated() -> None:
    chart = shown(PERSIST).chart
    assert chart is not None
    assert chart.title == "Mon 8 Dec to Sun 4 Jan"
    assert [panel.label for panel in chart.panels] == ["Tingling", "Fatigue", "Cramps"]  # the prompt's first
    assert [panel.note for panel in chart.panels] == ["4.3 this week", "6.7 this week", "too few entries this week"]
    assert chart.panels[1].days[-7:] == (6, 7, 6, 7, 6, 7, 8)
    assert chart.panels[2].means == (None, None, None, None)
    assert chart.weeks == ("8 Dec", "15 Dec", "22 Dec", "29 Dec")
    assert chart.intakes == (1, 3, 8, 10, 15, 17, 21, 22, 24, 25, 27)
    assert chart.injections == ()
    assert not chart.dark
    assert weekly_chart(chart).startswith(b"\x89PNG")


def test_without_a_rating_in_those_weeks_there_is_no_picture() -> None:
    old = symptom("fatigue", (LOW, LOW, LOW, QUIET, QUIET, QUIET, QUIET))
    page = shown(symptoms=(old,), days_logged=0)
    assert page.chart is None
    assert "You logged 0 of 7 days." in page.text
    assert shown(symptoms=()).chart is None


def test_an_injection_is_drawn_as_one_and_not_as_a_dose() -> None:
    chart = shown(injected_on=(LAST - timedelta(days=6),)).chart
    assert chart is not None
    assert chart.injections == (21,)
    assert chart.intakes == (1, 3, 8, 10, 15, 17, 22, 24, 25, 27)


def test_a_dark_picture_is_for_who_wants_it() -> None:
    fact = samples.summary()
    chart = summary.page(replace(fact, to=replace(fact.to, dark=True)), WORDS).chart
    assert chart is not None
    assert chart.dark


def test_the_foremost_six_symptoms_are_drawn_and_all_are_said() -> None:
    weak = tuple(symptom(f"weak-{n}", (LOW,) * 7, f"Weak {n}") for n in range(4))
    strong = tuple(symptom(f"own-{n}", LASTING, f"Own {n}") for n in range(4))
    page = shown(replace(PERSIST, code="weak-3", label="Weak 3"), symptoms=(*weak, *strong))
    assert page.chart is not None
    assert [panel.label for panel in page.chart.panels] == ["Weak 3", "Weak 0", "Own 0", "Own 1", "Own 2", "Own 3"]
    assert all(f"<b>Own {n}</b>: 4.3 on average" in page.text for n in range(4))
