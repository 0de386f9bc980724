"""The export read back by libraries that others wrote: icalendar, and fhir.resources (its R4B has them as R4 does)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar

from reports.export.fhir import bundle
from reports.export.ical import calendar
from tests.reports.exporting import AHEAD, BOOKED, WORDS, export


def test_icalendar_reads_every_planned_dose() -> None:
    data = calendar(export(), export().planned(), WORDS)
    assert data is not None
    read = Calendar.from_ical(data)
    assert read.errors == []
    events = {str(event["UID"]): event for event in read.walk("VEVENT")}
    assert sorted(event.decoded("DTSTART") for event in events.values()) == sorted(
        one.at for _, one in export().planned()
    )
    assert read.walk("VALARM") == []
    (booked,) = [event for event in events.values() if event.decoded("DTSTART") == BOOKED]
    assert str(booked["LOCATION"]) == "High Street, room 2"
    assert str(booked["SUMMARY"]) == AHEAD[1].label
    after_both_changes = {event.decoded("DTSTART") for event in events.values()}
    assert {datetime(2026, 3, 28, 8, tzinfo=UTC), datetime(2026, 3, 29, 7, tzinfo=UTC)} <= after_both_changes
    assert {datetime(2026, 10, 24, 7, tzinfo=UTC), datetime(2026, 10, 25, 8, tzinfo=UTC)} <= after_both_changes
    assert max(after_both_changes) - min(after_both_changes) <= timedelta(days=365)


def test_fhir_resources_accepts_the_bundle_and_finds_what_it_refers_to() -> None:
    packed = bundle(export(), WORDS)
    assert packed is not None
    read = Bundle.model_validate_json(packed)
    entries = read.entry or []
    urls = [entry.fullUrl for entry in entries]
    assert len(set(urls)) == len(urls)
    text = json.dumps(json.loads(packed))
    assert {url for url in text.split('"') if url.startswith("urn:uuid:")} == set(urls)
    counted = [entry.resource.get_resource_type() for entry in entries if entry.resource]
    assert {kind: counted.count(kind) for kind in set(counted)} == {
        "Patient": 1,
        "MedicationStatement": 6,
        "Observation": 3,
        "QuestionnaireResponse": 1,
        "Communication": 1,
    }


# Value sets of R4 with a required binding, as far as the export uses them (hl7.org/fhir/R4/terminologies.html).
REQUIRED = {
    "Bundle.type": "document message transaction transaction-response batch batch-response history searchset "
    "collection",
    "Observation.status": "registered preliminary final amended corrected cancelled entered-in-error unknown",
    "MedicationStatement.status": "active completed entered-in-error intended stopped on-hold unknown not-taken",
    "QuestionnaireResponse.status": "in-progress completed amended entered-in-error stopped",
    "Communication.status": "preparation in-progress not-done on-hold stopped completed entered-in-error unknown",
    "repeat.periodUnit": "s min h d wk mo a",
    "repeat.dayOfWeek": "mon tue wed thu fri sat sun",
}


def test_every_code_is_one_that_r4_requires() -> None:
    packed = bundle(export(), WORDS)
    assert packed is not None
    whole = json.loads(packed)
    used = {("Bundle.type", whole["type"])}
    for each in [entry["resource"] for entry in whole["entry"]]:
        if "status" in each:
            used.add((f"{each['resourceType']}.status", each["status"]))
        repeats = [dosage["timing"]["repeat"] for dosage in each.get("dosage", []) if "timing" in dosage]
        used |= {("repeat.periodUnit", said["periodUnit"]) for said in repeats}
        used |= {("repeat.dayOfWeek", day) for said in repeats for day in said.get("dayOfWeek", ())}
    assert [pair for pair in used if pair[1] not in REQUIRED[pair[0]].split()] == []
