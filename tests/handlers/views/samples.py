"""Ana's sample weeks, check-ins and findings: what the courier would hand to the messenger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from journal.checkins import Entry, Sheet
from journal.summaries import SymptomWeek, Week
from scheduler.facts import Addressee, CheckinDue, Prompted, WeeklySummary

ANA = Addressee(1, 1001, "en", "Europe/London")
LAST = date(2026, 1, 4)  # a Sunday
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)

QUIET = (None,) * 7
LOW = (1, 1, 2, 1, None, 1, 2)
RISING = (*((LOW,) * 3), (2, 2, 3, 2, 3, None, 3), (3, 3, 4, 3, 4, 4, 3), (4, 5, 4, 4, 5, 5, 4), (6, 7, 6, 7, 6, 7, 8))
LASTING = (*((LOW,) * 5), (4, 5, 4, None, 5, 4, 3), (5, 4, 4, 5, 3, 5, 4))
SPARSE = (*((QUIET,) * 5), (2, None, None, 1, None, None, None), (None, 3, None, None, 2, None, None))

WORSE = Prompted("T-WORSE", "fatigue", "", {"delta": 3.7142857142857144, "mean": 6.714285714285714, "usual": 3.0})
PERSIST = Prompted("T-PERSIST", "tingling", "", {"t": 4, "d": 11, "n": 13, "K": 2})
SEVERE = Prompted("T-SEVERE", "fatigue", "", {"t": 7, "d": 4})
NEW = Prompted("T-NEW", "cramps", "", {"t": 4, "d": 3})
EARLY = Prompted("T-PERSIST-EARLY", "tingling", "", PERSIST.evidence)
INTERFERE = Prompted("T-INTERFERE", "cramps", "", {"answer": 3})
REVIEW = Prompted(
    "T-REVIEW", "fatigue", "", {"baseline": 5.0, "current": 5.25, "answer": 2, "m": 3, "word": "about_the_same"}
)
REVIEW_UNRATED = Prompted("T-REVIEW", "fatigue", "", {"answer": 2})
FINDINGS = (SEVERE, NEW, WORSE, PERSIST, EARLY, INTERFERE, REVIEW, REVIEW_UNRATED)


def symptom(code: str, weeks: tuple[tuple[int | None, ...], ...], label: str = "") -> SymptomWeek:
    return SymptomWeek(1, code, label, weeks)


TYPICAL = (symptom("fatigue", RISING), symptom("tingling", LASTING), symptom("cramps", SPARSE))


def week(**changes: Any) -> Week:
    """Rising fatigue, lasting tingling, cramps hardly logged; two of seven doses not logged."""
    taken = tuple(LAST - timedelta(days=n) for n in (26, 24, 19, 17, 12, 10, 6, 5, 3, 2, 0))
    facts: dict[str, Any] = {
        "first": LAST - timedelta(days=6),
        "last": LAST,
        "days_logged": 7,
        "symptoms": TYPICAL,
        "taken": 5,
        "skipped": 1,
        "planned": 7,
        "paused": 0,
        "taken_on": taken,
        "next_label": "Vitamin X",
        "next_at": datetime(2026, 1, 6, 8, tzinfo=UTC),
    }
    return Week(**{**facts, **changes})


def summary(
    *prompts: Prompted, answer: str | None = None, review_on: date | None = None, **changes: Any
) -> WeeklySummary:
    """Ana's summary with these findings in its prompt."""
    return WeeklySummary(ANA, week(**changes), prompts, answer, NOW, review_on)


def checkin(*entries: Entry, note: str = "") -> CheckinDue:
    """Ana's check-in of Monday 5 January."""
    return CheckinDue(ANA, Sheet(date(2026, 1, 5), entries, note), NOW)
