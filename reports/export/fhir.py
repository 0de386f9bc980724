"""The export as a FHIR R4 Bundle of plain dictionaries (clinical.md section 9.2)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from journal.export import Export
from reports.export import fhir_doses, fhir_ratings
from reports.export.fhir_record import Json, Record
from reports.export.plain import moment
from reports.export.wording import Wording


def bundle(export: Export, wording: Wording) -> bytes | None:
    """Return a Bundle of type collection as UTF-8 JSON; None when the person has recorded nothing of the kind.

    A resource keeps its id from export to export. A day without a rating has no Observation, a skipped one no value.
    """
    record = Record(export, wording)
    found = list(_resources(record))
    if not found:
        return None
    patient: Json = {"resourceType": "Patient", "id": record.patient, "active": True}
    whole = {
        "resourceType": "Bundle",
        "id": str(uuid.uuid5(uuid.UUID(record.patient), moment(export.made_at))),
        "type": "collection",
        "timestamp": moment(export.made_at),
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in (patient, *found)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _resources(record: Record) -> Iterator[dict[str, Any]]:
    yield from fhir_doses.statements(record)
    yield from fhir_doses.intakes(record)
    yield from fhir_ratings.observations(record)
    yield from fhir_ratings.weekly(record)
    yield from fhir_ratings.prompts(record)
