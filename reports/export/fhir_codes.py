"""Codes of symptoms for other systems (clinical.md section 9.1): those that were confirmed there, and no others."""

from __future__ import annotations

from typing import Any

LOCAL = "urn:dosebook:symptom"  # the project's own code system
SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"
SAME = {
    "fatigue": ((LOINC, "89026-8"), (SNOMED, "84229001")),
    "tingling": ((SNOMED, "62507009"),),
    "numbness": ((SNOMED, "44077006"),),
    "cramps": ((SNOMED, "55300003"),),
}


def concept(code: str, text: str) -> dict[str, Any]:
    """Return a symptom as CodeableConcept: its name, the project's own code, and those of others that mean the same."""
    known = (*SAME.get(code, ()), (LOCAL, code))
    return {"coding": [{"system": system, "code": each} for system, each in known], "text": text}
