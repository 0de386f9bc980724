"""What goes along to a visit keeps within one message, newest first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.views import visit
from handlers.views.summary import length
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.sites import Given
from journal.spans import Span
from journal.tables import TrackedSymptom
from journal.visits import Course, Said, Visit
from tests.handlers.views.conftest import Home
from tests.handlers.views.samples import LAST, symptom

WEEK = (1, 2, 3, 4, 5, 6, 7)
NOON = datetime(2026, 1, 4, 12, tzinfo=UTC)
LONG = "<&" * 20


def full(symptoms: int, courses: int, listed: int, label: str = LONG) -> Visit:
    """A visit with so many of each, all with the longest names."""
    rated = tuple(symptom(f"own-{n}", (WEEK,) * 12, label) for n in range(symptoms))
    given = Given(1, "left_thigh", "clinic", "AB12")
    doses = tuple(
        Dose(DoseKey(1, LAST, n), label, "1 mg", NOON, "taken", NOON - timedelta(days=n), given=given)
        for n in range(listed)
    )
    feels = TrackedSymptom(person_id=1, code="own-1", label=label)
    said = tuple(Said(LAST - timedelta(days=7 * n), "A-PERSIST", feels) for n in range(min(listed, 12)))
    return Visit(Span(LAST, rated, ()), (Course(label, "1 mg", 70, 84, 2),) * courses, doses, said)


@pytest.mark.parametrize(("symptoms", "courses", "listed"), [(12, 50, 84), (12, 3, 84), (24, 50, 84), (24, 1, 0)])
async def test_it_fits_one_message_and_keeps_every_symptom(
    home: Home, symptoms: int, courses: int, listed: int
) -> None:
    async with home.db.read() as tx:
        text = visit.page(full(symptoms, courses, listed), home.see(tx)).text
    assert length(text) <= 4096
    assert text.count("No clear direction.") == symptoms
    assert 0 < text.count("70 of 84 doses logged.") <= courses
    assert text.endswith("This is not a diagnosis.")


async def test_even_the_widest_names_fit(home: Home) -> None:
    async with home.db.read() as tx:
        text = visit.page(full(24, 50, 84, "🙂" * 40), home.see(tx)).text
    assert length(text) <= 4096
    assert text.count("No clear direction.") == 12


async def test_what_has_no_room_is_said_to_be_more_and_is_the_oldest(home: Home) -> None:
    async with home.db.read() as tx:
        text = visit.page(full(1, 1, 84, "Vitamin X"), home.see(tx)).text
    lines = text.splitlines()
    first = lines.index("<b>Injections logged</b>") + 1
    assert lines[first].startswith("Sun, 4 Jan 2026: <b>Vitamin X</b>, 1 mg, left thigh, at the clinic, batch AB12")
    assert lines[first + 36] == "And 48 more."


async def test_few_are_all_listed(home: Home) -> None:
    async with home.db.read() as tx:
        text = visit.page(full(1, 1, 2, "Vitamin X"), home.see(tx)).text
    assert " more." not in text
    assert text.count("at the clinic") == 2
    assert "<b>Vitamin X</b>, 1 mg: 2 doses outside a plan." in text
