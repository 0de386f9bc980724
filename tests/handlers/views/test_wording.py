"""Clinical wording kept by machine: every template of clinical.ftl with sample facts (clinical.md 8.2 to 8.5)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import Any

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
from tests.rules.fluent_files import language, without_tags
from tests.rules.test_text_words import EMOJI, forbidden

ENGLISH, PSEUDO = Words("en", strict=True), Words(LANGUAGE, strict=True)
TEMPLATES = {id: text for id, text in language("en").items() if text.file == "clinical.ftl"}
MOST_WORDS, HARDEST = 60, 8  # words per prompt and question; reading grade
JUDGING = re.compile(
    r"well done|great|good job|keep it up|congrat|proud|perfect|streak|score|fail|should have|only \d|forgot"
    r"|p-value|\bp [<=]|worse than you|your (illness|disease|condition)",
    re.IGNORECASE,
)
# What may stand for a variable; a template is rendered with every combination that it can need.
SAMPLES: dict[str, tuple[Any, ...]] = {
    "answer": (0, 1, 2, 3, 4),
    "change": ("a bit higher than last week",),
    "code": (*BUILT_IN, "own-1"),
    "count": (1, 2, 5),
    "d": (0, 1, 4),
    "m": (0, 1, 3),
    "moderate": (0, 1, 5),
    "severe": (0, 1, 5),
    "planned": (1, 7),
    "when": ("now", "past"),
    "word": ("about_the_same", "a_bit_higher", "a_bit_lower", "clearly_higher", "clearly_lower", "unknown"),
    "symptom": ("Tingling",),
    "dose": ("Vitamin X",),
    "note": ("slept badly",),
    "day": ("Mon 5 Jan",),
    "first": ("Mon 29 Dec",),
    "last": ("Sun 4 Jan",),
    "time": ("Tue 6 Jan, 08:00",),
}


def rendered(id: str) -> list[str]:
    """A template with sample facts, in each of its variants, as it is read."""
    names = sorted(TEMPLATES[id].variables)
    facts = product(*(SAMPLES.get(name, (4,)) for name in names))
    return [without_tags(ENGLISH(id, **dict(zip(names, values, strict=True)))) for values in facts]


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'’.]*\w", text)


def grade(text: str) -> float:
    """The automated readability index (Senter and Smith 1967); a line's end ends a sentence."""
    words = words_of(text)
    sentences = [part for part in re.split(r"[.!?:](?:\s|$)|\n", text) if words_of(part)]
    letters = sum(len(re.findall(r"\w", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43


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


@pytest.mark.parametrize("id", TEMPLATES)
def test_no_template_says_what_it_may_not(id: str) -> None:
    for text in rendered(id):
        assert forbidden(text) == []
        assert JUDGING.findall(text) == []
        assert EMOJI.findall(text) == []


@pytest.mark.parametrize("id", TEMPLATES)
def test_every_template_is_short_and_plain(id: str) -> None:
    for text in rendered(id):
        assert len(words_of(text)) <= MOST_WORDS
        if len(words_of(text)) > 5:  # the index means nothing for a name or a label
            assert grade(text) <= HARDEST, text


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


def test_every_template_has_all_its_variants_rendered() -> None:
    for id, text in TEMPLATES.items():
        assert len(set(rendered(id))) >= len(text.renderings), id


def test_no_sentence_hides_in_code() -> None:
    facts = re.compile(r"Vitamin X|/[a-z]+")
    for page in pages(PSEUDO):
        for said in (page.text, *(key.label for row in page.rows for key in row)):
            assert re.findall("[A-Za-z]+", facts.sub("", without_tags(said))) == []
    chart = summary.page(samples.summary(WORSE), PSEUDO).chart
    assert chart is not None
    drawn = [chart.title, chart.legend.day, chart.legend.mean, chart.legend.intake]
    drawn += [text for panel in chart.panels for text in (panel.label, panel.note)]
    drawn += [label for _, label in chart.ticks]
    assert re.findall("[A-Za-z]+", " ".join(drawn)) == []


@pytest.mark.parametrize(
    "text", ["Well done, only 2 missed!", "You should have taken it", "Your score is 5", "p = 0.03"]
)
def test_praise_and_blame_are_found(text: str) -> None:
    assert JUDGING.search(text)


def test_a_hard_sentence_is_found() -> None:
    assert grade("Persistent peripheral paraesthesiae necessitate comprehensive neurological investigation.") > 8
    assert grade("This is a good time to call your doctor or nurse.") < 6
