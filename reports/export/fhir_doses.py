"""What is taken as MedicationStatement: each version of a plan, and each dose that was recorded.

Never MedicationRequest: nobody prescribes here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from journal.export import Row
from journal.timing import plan_from_json
from reports.export.fhir_record import Json, Record, said
from reports.export.fhir_timing import repeat
from reports.export.plain import moment

STATUS = {"active": "active", "paused": "on-hold", "ended": "completed"}  # of regimens
OUTCOME = {"taken": "completed", "skipped": "not-taken"}  # of intakes
PLAN, DOSE = "regimenversion", "intake"


def statements(record: Record) -> Iterator[Json]:
    """Yield one statement for each version of each regimen; a version that another one followed is completed."""
    versions = sorted(record.rows(PLAN), key=lambda row: (row["regimen_id"], row["number"]))
    for regimen_id, group in groupby(versions, key=lambda row: int(row["regimen_id"])):
        mine, regimen = list(group), record.regimens[regimen_id]
        for version, following in zip(mine, [*mine[1:], None], strict=True):
            yield _statement(record, regimen, version, following)


def _statement(record: Record, regimen: Row, version: Row, following: Row | None) -> Json:
    over = following is not None and following["in_force"]
    end = following["valid_from"] if following else regimen["ended_at"]
    status = "completed" if over else STATUS[regimen["status"]]
    return {
        "resourceType": "MedicationStatement",
        "id": record.ident(PLAN, version["id"]),
        "status": status if version["in_force"] else "intended",
        "medicationCodeableConcept": {"text": regimen["label"]},
        "subject": record.subject,
        "effectivePeriod": said(start=moment(version["valid_from"]), end=end and moment(end)),
        "dateAsserted": moment(regimen["created_at"]),
        "informationSource": record.subject,
        "dosage": _dosage(record, regimen, version),
    }


def _dosage(record: Record, regimen: Row, version: Row) -> list[Json]:
    """The whole plan in words; where each phase can be said as FHIR Timing, one entry a phase."""
    plan = plan_from_json(version["plan"])
    amount = version["dose_text"] or regimen["dose_text"]
    text = ", ".join(filter(None, (amount, record.wording.plans[version["id"]])))
    common = said(text=text, route={"text": regimen["route"]} if regimen["route"] else None)
    if plan.as_needed:
        return [common | {"asNeededBoolean": True}]
    phases = [repeat(phase) for phase in plan.phases]
    if not all(phases):
        return [common]
    return [common | {"sequence": n, "timing": {"repeat": each}} for n, each in enumerate(phases, 1)]


def intakes(record: Record) -> Iterator[Json]:
    """Yield one statement for each dose that was taken or skipped, with who recorded it."""
    newest = {row["regimen_id"]: row["id"] for row in sorted(record.rows(PLAN), key=lambda row: int(row["number"]))}
    for row in record.rows(DOSE):
        regimen = record.regimens[row["regimen_id"]]
        yield said(
            resourceType="MedicationStatement",
            id=record.ident(DOSE, row["id"]),
            partOf=[record.reference(PLAN, newest[row["regimen_id"]])],
            status=OUTCOME[row["kind"]],
            medicationCodeableConcept={"text": regimen["label"]},
            subject=record.subject,
            effectiveDateTime=moment(row["taken_at"]),
            dateAsserted=moment(row["recorded_at"]),
            informationSource=_source(record, row),
            note=[{"text": row["batch"]}] if row["batch"] else None,
            dosage=[_given(record, regimen, row)] if row["kind"] == "taken" else None,
        )


def _source(record: Record, row: Row) -> Json:
    if not row["helped"]:
        return record.subject
    return {"type": "RelatedPerson", "display": record.helpers.get(row["link_id"]) or record.wording.helper}


def _given(record: Record, regimen: Row, row: Row) -> Json:
    site = record.wording.places.get(row["site"], row["site"])
    amount = row["dose_text"] or regimen["dose_text"]
    return said(text=amount or regimen["label"], site={"text": site} if site else None)
