"""Tables as CSV that spreadsheets open as they are: UTF-8 with a byte order mark, commas, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from journal.export import Row
from reports.export.plain import cell


def sheet(rows: Sequence[Row]) -> bytes:
    """Return rows of the same columns, at least one, under a line of the columns' names."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0])
    writer.writerows([cell(stored) for stored in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")
