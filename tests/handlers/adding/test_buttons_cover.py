"""Whatever a typed line can say, the buttons can say as well: the corpus of phrases, each by buttons."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from journal.timing import plan_from_json
from tests.handlers.adding.robot import enter

CORPUS = json.loads((Path(__file__).parents[2] / "reference" / "phrases.json").read_text(encoding="utf-8"))
NOW = datetime.fromisoformat(CORPUS["today"]).replace(hour=6, tzinfo=UTC)
PLANS = {json.dumps(phrase["phases"]): phrase for phrase in CORPUS["phrases"] if "ask" not in phrase}


def with_ends(phases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The phases; one that only the next one's start ends says so itself, as the buttons do."""
    for phase, following in pairwise(phases):
        if phase["end"] is None and following["start"]:
            phase["end"] = {"until": (date.fromisoformat(following["start"]) - timedelta(days=1)).isoformat()}
    return phases


@pytest.mark.parametrize("phrase", PLANS.values(), ids=lambda phrase: phrase["text"][:60])
def test_each_plan_can_be_entered_by_buttons(phrase: dict[str, Any]) -> None:
    phases = with_ends(phrase["phases"])
    talk = enter(plan_from_json({"phases": phases}), now=NOW)
    assert talk.plan["phases"] == phases
