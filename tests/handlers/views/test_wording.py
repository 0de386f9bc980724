"""Wording kept by machine: every text of every .ftl file with sample facts (clinical.md 8.2 to 8.5)."""

from __future__ import annotations

import re

import pytest

from tests.handlers.views.wording import COUNTS, HARDEST, JUDGING, MOST_WORDS, SAMPLES, grade, rendered, words_of
from tests.rules.fluent_files import language, without_tags
from tests.rules.test_text_words import EXEMPT, forbidden, loud

NEVER_SHOWN = ("crisis-phrases",)  # what a person may type
PAGES = ("privacy", *EXEMPT)  # read at leisure: they may be longer than a prompt or a question
PHRASES = ("bot-short",)  # no sentence: as for a name or a label, an index of sentences means nothing
TEXTS = {id: text for id, text in language("en").items() if id not in NEVER_SHOWN}
SAID = [(id, said) for id, text in TEXTS.items() for said in rendered(id, text)]
READ = [(id, without_tags(said)) for id, said in SAID]


def test_every_variable_has_a_sample() -> None:
    """A new one gets a line in wording.py: in COUNTS if it is a number, else in SAMPLES."""
    printed = {name: id for id, text in TEXTS.items() for name in text.variables - text.choices.keys()}
    assert {name: id for name, id in printed.items() if name not in {*COUNTS, *SAMPLES}} == {}


def test_no_text_says_what_it_may_not() -> None:
    assert {id: found for id, text in SAID if not id.startswith(EXEMPT) and (found := forbidden(text))} == {}
    assert {id: found for id, text in READ if (found := JUDGING.findall(text))} == {}


def test_every_text_is_short() -> None:
    assert {id: text for id, text in READ if len(words_of(text)) > MOST_WORDS and not id.startswith(PAGES)} == {}


def test_every_text_is_plain() -> None:
    sentences = [(id, text) for id, text in READ if len(words_of(text)) > 5 and id not in PHRASES]
    assert {id: (grade(text), text) for id, text in sentences if grade(text) > HARDEST} == {}


def test_every_text_has_words_and_at_most_one_emoji_which_follows() -> None:
    assert [id for id, text in READ if loud(text) or not re.search(r"\w", text)] == []


def test_every_text_has_all_its_variants_rendered() -> None:
    assert [id for id, text in TEXTS.items() if len(set(rendered(id, text))) < len(text.renderings)] == []


@pytest.mark.parametrize(
    "text",
    ["Well done, only 2 missed!", "You should have taken it", "Your score is 5", "p = 0.03", "Excellent logging"],
)
def test_praise_and_blame_are_found(text: str) -> None:
    assert JUDGING.search(text)


def test_a_hard_sentence_is_found() -> None:
    assert grade("Persistent peripheral paraesthesiae necessitate comprehensive neurological investigation.") > 8
    assert grade("This is a good time to call your doctor or nurse.") < 6
