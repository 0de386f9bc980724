"""Values of rows as JSON and as cells."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

# A spreadsheet takes a cell that begins so for a formula, which may call out or run something.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def moment(at: datetime) -> str:
    """Return an aware moment as "2026-03-02T08:00:00+00:00"."""
    return at.isoformat(timespec="seconds")


def value(stored: Any) -> Any:
    """Return a column's value as JSON has it: moments, days (2026-03-02) and times (08:00:00) are ISO 8601 texts."""
    if isinstance(stored, datetime):
        return moment(stored)
    return stored.isoformat() if isinstance(stored, date | time) else stored


def cell(stored: Any) -> Any:
    """Return a column's value as a cell: nothing for None, JSON for lists; text never reads as a formula."""
    shown = value(stored)
    if isinstance(shown, list | dict):
        return json.dumps(shown, ensure_ascii=False)
    return f"'{shown}" if isinstance(shown, str) and shown.startswith(FORMULA) else shown
