"""The export as JSON, whole. docs/export.md says what each table and column means."""

from __future__ import annotations

import json
from collections.abc import Sequence

from journal.export import Ahead, Export, Row
from journal.timing import Planned
from reports.export.plain import moment, value

FORMAT, VERSION = "dosebook-export", 1


def document(export: Export, planned: Sequence[tuple[Ahead, Planned]]) -> bytes:
    """Return UTF-8 JSON: format, version, made_at, every table by name, and the planned doses of the coming year."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": moment(export.made_at),
        "tables": {name: [_row(row) for row in rows] for name, rows in export.tables.items()},
        "planned": [_planned(ahead, one) for ahead, one in planned],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _row(row: Row) -> Row:
    return {column: value(stored) for column, stored in row.items()}


def _planned(ahead: Ahead, one: Planned) -> Row:
    return {
        "regimen_id": ahead.regimen,
        "local_date": value(one.local_date),
        "slot": one.slot,
        "at": moment(one.at),
        "place": ahead.place(one),
    }
