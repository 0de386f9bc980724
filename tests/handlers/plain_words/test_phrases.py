from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handlers.plain_words import Ask, Understood, read_regimen
from journal.timing import plan_from_json, problems

CORPUS = json.loads((Path(__file__).parents[2] / "reference" / "phrases.json").read_text(encoding="utf-8"))
TODAY = date.fromisoformat(CORPUS["today"])
ASKED = [phrase for phrase in CORPUS["phrases"] if "ask" in phrase]
KNOWN = [phrase for phrase in CORPUS["phrases"] if "ask" not in phrase]


def words(phrase: dict[str, Any]) -> str:
    return str(phrase["text"])


def test_the_corpus_is_large_and_partly_held_out() -> None:
    assert len(CORPUS["phrases"]) >= 130
    assert sum("held_out" in phrase for phrase in CORPUS["phrases"]) == 40


@pytest.mark.parametrize("phrase", KNOWN, ids=words)
def test_a_phrase_is_understood(phrase: dict[str, Any]) -> None:
    found = read_regimen(phrase["text"], TODAY)
    assert isinstance(found, Understood), found
    assert (found.label, found.dose_text, found.route) == (phrase["label"], phrase["dose_text"], phrase["route"])
    assert found.plan == plan_from_json({key: phrase.get(key) for key in ("phases", "gap_hours", "most_a_day")})
    assert sorted(found.assumed) == phrase["assumed"]
    assert found.plan.as_needed or problems(found.plan, "Europe/London") == ()


@pytest.mark.parametrize("phrase", ASKED, ids=words)
def test_a_phrase_is_asked_about(phrase: dict[str, Any]) -> None:
    found = read_regimen(phrase["text"], TODAY)
    assert isinstance(found, Ask), found
    assert (found.code, found.rest) == (phrase["ask"], phrase.get("rest", found.rest))
