"""What is said about plans stays short and easy (clinical.md 8.5), and names everything that can come up."""

from __future__ import annotations

import re

import pytest

from journal.regimens import ROUTES
from journal.timing.limits import CODES
from tests.rules.fluent_files import language, without_tags

ENGLISH = language("en")
SENTENCES = {
    id: [without_tags(shown) for shown in text.renderings]
    for id, text in ENGLISH.items()
    if text.file in ("regimens.ftl", "phases.ftl")
    and any(shown.rstrip().endswith((".", "?")) for shown in text.renderings)
}
MOST_WORDS, HARDEST = 60, 8


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'’$]*\w", text)


def grade(text: str) -> float:
    """The automated readability index (Senter and Smith 1967)."""
    words = words_of(text)
    sentences = [part for part in re.split(r"[.!?:](?:\s|$)|\n", text) if words_of(part)]
    letters = sum(len(re.findall(r"\w", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(sentences) - 21.43


@pytest.mark.parametrize("id", SENTENCES)
def test_each_is_short_and_easy(id: str) -> None:
    for shown in SENTENCES[id]:
        assert len(words_of(shown)) <= MOST_WORDS
        assert grade(shown) <= HARDEST, shown


def test_what_can_come_up_has_words() -> None:
    wanted = {f"error-plan_{code}" for code in CODES} | {f"form-{route}" for route in ROUTES}
    wanted |= {"error-too_long", "error-too_many"}
    assert wanted - set(ENGLISH) == set()
