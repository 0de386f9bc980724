"""Ratings as Observation, weekly answers as QuestionnaireResponse, clinician prompts as Communication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from journal.export import Row
from reports.export.fhir_codes import LOCAL, concept
from reports.export.fhir_record import Json, Record, said
from reports.export.plain import moment

TERMS = "http://terminology.hl7.org/CodeSystem"
SURVEY = [{"coding": [{"system": f"{TERMS}/observation-category", "code": "survey"}]}]
DECLINED = {"coding": [{"system": f"{TERMS}/data-absent-reason", "code": "asked-declined"}]}
COUNT = {"coding": [{"system": LOCAL, "code": "count"}], "text": "count"}
TEMPLATE = "urn:dosebook:template:"


def observations(record: Record) -> Iterator[Json]:
    """Yield one Observation for each symptom and day that was asked; a skipped one has a reason in place of a value."""
    symptoms = {row["id"]: row for row in record.rows("trackedsymptom")}
    edited = {row["rating_id"] for row in record.rows("ratingedit")}
    for row in record.rows("rating"):
        symptom, place = symptoms[row["symptom_id"]], record.wording.places.get(row["place"], "")
        yield said(
            resourceType="Observation",
            id=record.ident("rating", row["id"]),
            status="amended" if row["id"] in edited else "final",
            category=SURVEY,
            code=concept(symptom["code"], record.wording.symptoms[symptom["id"]]),
            subject=record.subject,
            effectiveDateTime=row["local_date"].isoformat(),
            issued=moment(row["rated_at"]),
            performer=[record.subject],
            bodySite={"text": place} if place else None,
            method={"text": record.wording.method},
            component=_count(row),
            **_value(row),
        )


def _value(row: Row) -> dict[str, Any]:
    return {"dataAbsentReason": DECLINED} if row["value"] is None else {"valueInteger": row["value"]}


def _count(row: Row) -> list[Json] | None:
    return None if row["count"] is None else [{"code": COUNT, "valueInteger": row["count"]}]


def weekly(record: Record) -> Iterator[Json]:
    """Yield the answers, 0-4, to how much symptoms got in the way, one set a week; what was skipped has no answer."""
    weeks: dict[date, list[Row]] = defaultdict(list)
    for row in record.rows("interference"):
        weeks[row["week"]].append(row)
    for rows in weeks.values():
        yield {
            "resourceType": "QuestionnaireResponse",
            "id": record.ident("interference", rows[0]["id"]),
            "status": "completed",
            "subject": record.subject,
            "author": record.subject,
            "authored": moment(max(row["answered_at"] for row in rows)),
            "item": [_answer(record, row) for row in rows],
        }


def _answer(record: Record, row: Row) -> Json:
    answer = None if row["value"] is None else [{"valueInteger": row["value"]}]
    return said(linkId=str(row["symptom_id"]), text=record.wording.symptoms[row["symptom_id"]], answer=answer)


def prompts(record: Record) -> Iterator[Json]:
    """Yield each prompt that was said to the person, with its template and its words."""
    for row in record.rows("findinglog"):
        if row["id"] in record.wording.prompts:
            yield {
                "resourceType": "Communication",
                "id": record.ident("findinglog", row["id"]),
                "instantiatesUri": [TEMPLATE + row["template"]],
                "status": "completed",
                "subject": record.subject,
                "recipient": [record.subject],
                "sent": row["fired_on"].isoformat(),
                "payload": [{"contentString": record.wording.prompts[row["id"]]}],
            }
