"""What can be rated: codes of symptoms, places, tags and bands. The words are the locales' (clinical.md §1.1,
§3).

A person's own symptom is any other code; it uses the same 0-10 scale and the same rules.
"""

from __future__ import annotations

DEFAULTS = ("fatigue", "tingling", "cramps")
OPTIONAL = (
    "numbness",
    "weakness",
    "muscle_pain",
    "balance",
    "memory_focus",
    "mood",
    "mouth_tongue",
    "appetite_nausea",
    "injection_site",
)
BUILT_IN = DEFAULTS + OPTIONAL

LOWEST, HIGHEST = 0, 10
LOCATED = ("tingling", "numbness")
BOTH = "both"
PLACES = ("hands", "feet", BOTH)
COUNTED = ("cramps",)
HIGHEST_COUNT = 5  # the last button reads "5+"
TAGS = ("hard_exercise", "dehydrated", "poor_sleep", "illness", "new_medicine", "period", "alcohol")

INTERFERENCE = ("not_at_all", "a_little", "somewhat", "quite_a_bit", "very_much")

_PERSIST_WEEKS = {"fatigue": 3, "tingling": 2, "numbness": 2, "cramps": 2}


def persist_weeks(symptom: str) -> int:
    """K of A-PERSIST: how many high weeks in a row are worth a visit, by default (clinical.md §4.2)."""
    return _PERSIST_WEEKS.get(symptom, 3)


def band(rating: int) -> str:
    """none, mild, moderate or severe for a rating of 0-10; cut points 1, 4 and 7 (clinical.md §3.2)."""
    return ("none", "mild", "moderate", "severe")[(rating >= 1) + (rating >= 4) + (rating >= 7)]
