"""Every phrase of the corpus goes through the dialogue: understood ones to a preview, the others to a question."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.adding.reading import WANTS
from tests.handlers.adding.talk import Talk

CORPUS = json.loads((Path(__file__).parents[2] / "reference" / "phrases.json").read_text(encoding="utf-8"))
NOW = datetime.fromisoformat(CORPUS["today"]).replace(hour=6, tzinfo=UTC)
KNOWN = [phrase for phrase in CORPUS["phrases"] if "ask" not in phrase]
ASKED = [phrase for phrase in CORPUS["phrases"] if "ask" in phrase]


@pytest.mark.parametrize("phrase", KNOWN, ids=lambda phrase: phrase["text"][:60])
def test_an_understood_phrase_can_be_saved(phrase: dict[str, Any]) -> None:
    talk = Talk(phrase["text"], now=NOW)
    assert talk.open == "preview"
    assert talk.plan["phases"] == phrase["phases"]
    assert (talk.sketch.label, talk.sketch.dose_text or "") == (phrase["label"], phrase["dose_text"])


@pytest.mark.parametrize("phrase", ASKED, ids=lambda phrase: phrase["text"][:60])
def test_any_other_asks_in_few_words(phrase: dict[str, Any]) -> None:
    talk = Talk(phrase["text"], now=NOW)
    wanted = WANTS.get(phrase["ask"], "words")
    assert talk.open == wanted or talk.sketch.why.endswith("_differ")
    assert talk.open != "words" or wanted != "words" or talk.sketch.why == f"add-ask-{phrase['ask']}"
    assert len(talk.text.split()) <= 60 + len(phrase["text"].split())
    assert "Cancel" in talk.keys


@pytest.mark.parametrize("phrase", ASKED, ids=lambda phrase: phrase["text"][:60])
def test_any_other_has_a_way_by_steps(phrase: dict[str, Any]) -> None:
    talk = Talk(phrase["text"], now=NOW)
    for _ in range(12):
        if talk.open == "words":
            talk.tap("Ask me step by step")
        answers = {"name": "Iron", "amount": "1", "form": "tablet", "often": "every day", "start": "today"}
        count = talk.sketch.needed or 1
        answers |= {"times": ", ".join("6789"[:count]), "weekdays": "Mon, Tue, Wed, Thu, Fri"[: 5 * count - 2]}
        if talk.open == "preview":
            return
        talk.say(answers[talk.open])
    pytest.fail(f"still at {talk.open}: {talk.text}")
