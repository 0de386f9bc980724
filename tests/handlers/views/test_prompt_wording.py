"""The prompts to see a clinician, and every page of clinical wording, as they are read (clinical.md 8.2 to 8.5)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handlers.page import Page
from handlers.views import checkin, summary
from handlers.views.prompt_words import finding, prompt
from journal.checkins import Entry
from journal.rules import ANSWERS
from journal.symptoms import BUILT_IN
from locales import Words
from locales.pseudo import LANGUAGE
from scheduler.facts import Prompted
from tests.handlers.views import samples
from tests.handlers.views.samples import EARLY, FINDINGS, LASTING, NEW, PERSIST, SEVERE, WORSE
from tests.handlers.views.wording import ENGLISH, HARDEST, MOST_WORDS, grade, words_of
from tests.rules.fluent_files import without_tags

PSEUDO = Words(LANGUAGE, strict=True)


def prompts() -> list[str]:
    """Each rule's prompt as it stands at the end of a page."""
    return [without_tags(prompt(samples.summary(each), ENGLISH)) for each in FINDINGS]


def pages(words: Words) -> list[Page]:
    """Every kind of page that is made of clinical wording."""
    asked = [Entry(n, code, "", yesterday=2) for n, code in enumerate(BUILT_IN, 1)]
    done = [replace(each, asked=True, value=3 if each.symptom % 2 else None) for each in asked]
    sheets = [samples.checkin(each) for each in asked] + [samples.checkin(*done, note="7")]
    rated = tuple(samples.symptom(code, LASTING) for code in BUILT_IN)
    return [
        *(checkin.page(sheet, words, past=past) for sheet in sheets for past in (False, True)),
        checkin.page(samples.checkin(*done), words, choose=True),
        *(summary.page(samples.summary(each), words) for each in FINDINGS),
        *(summary.page(samples.summary(SEVERE, NEW, PERSIST, answer=each), words) for each in ANSWERS),
        summary.page(samples.summary(symptoms=rated), words),
        summary.page(samples.summary(planned=0, paused=2, next_at=None), words),
        *(summary.page(samples.summary(days_logged=n, days_asked=n), words) for n in (0, 4, 6)),
    ]


@pytest.mark.parametrize("text", prompts())
def test_every_prompt_is_short_gives_its_reason_and_is_no_diagnosis(text: str) -> None:
    assert len(words_of(text)) <= MOST_WORDS
    assert grade(text) <= HARDEST
    assert "Why: " in text
    assert "doctor or nurse" in text
    assert text.endswith("This is not a diagnosis.")


@pytest.mark.parametrize("each", FINDINGS, ids=lambda each: f"{each.template}-{len(each.evidence)}")
def test_every_prompt_shows_its_numbers(each: Prompted) -> None:
    measured = {k: v for k, v in each.evidence.items() if not isinstance(v, str)}
    if "word" in each.evidence:  # then the two averages are the reason
        del measured["answer"]
    said = set(words_of(without_tags(finding(each, ENGLISH))))
    assert {ENGLISH.number(v, int(isinstance(v, float))) for v in measured.values()} <= said


def test_early_in_treatment_what_lasts_is_said_in_its_own_words() -> None:
    early, later = (prompt(samples.summary(each), ENGLISH) for each in (EARLY, PERSIST))
    assert "Some feelings can take weeks or months to ease." in early
    assert "Some feelings can take weeks or months to ease." not in later


def test_prompts_and_summaries_are_easy_on_the_whole() -> None:
    grades = sorted(grade(text) for text in prompts())
    assert grades[len(grades) // 2] <= 6
    assert max(grade(without_tags(page.text)) for page in pages(ENGLISH) if page.quiet) <= HARDEST


def test_no_sentence_hides_in_code() -> None:
    facts = re.compile(r"Vitamin X|/[a-z]+")
    for page in pages(PSEUDO):
        for said in (page.text, *(key.label for row in page.rows for key in row)):
            assert re.findall("[A-Za-z]+", facts.sub("", without_tags(said))) == []
    chart = summary.page(samples.summary(WORSE), PSEUDO).chart
    assert chart is not None
    drawn = [chart.title, chart.legend.day, chart.legend.mean, chart.legend.intake]
    drawn += [text for panel in chart.panels for text in (panel.label, panel.note)]
    drawn += [chart.legend.injection, *chart.weeks]
    assert re.findall("[A-Za-z]+", " ".join(drawn)) == []
