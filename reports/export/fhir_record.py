"""What every FHIR resource of an export needs: ids, references, and rows by id."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any

from journal.export import Export, Row
from reports.export.wording import Wording

Json = dict[str, Any]
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dosebook:person")


class Record:
    """One export on its way into a Bundle."""

    def __init__(self, export: Export, wording: Wording) -> None:
        self.export, self.wording = export, wording
        self.patient = str(uuid.uuid5(NAMESPACE, str(export.person["chat_id"])))

    def ident(self, kind: str, row: int) -> str:
        """Return the id of the resource about a row: the same in every export of the person."""
        return str(uuid.uuid5(uuid.UUID(self.patient), f"{kind}:{row}"))

    def reference(self, kind: str, row: int) -> Json:
        """Return a reference to the resource about a row."""
        return {"reference": f"urn:uuid:{self.ident(kind, row)}"}

    @property
    def subject(self) -> Json:
        """A reference to the person."""
        return {"reference": f"urn:uuid:{self.patient}"}

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table."""
        return self.export.tables[table]

    @cached_property
    def regimens(self) -> dict[int, Row]:
        """The regimens by id."""
        return {row["id"]: row for row in self.rows("regimen")}

    @cached_property
    def helpers(self) -> dict[int, str]:
        """The names of caregivers, as the person reads them, by the id of their link."""
        return {row["id"]: row["caregiver_name"] for row in self.rows("carelink")}


def said(**values: Any) -> Json:
    """Return a resource without what is not known: FHIR has no empty values."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
