"""The archive that a person takes along."""

from __future__ import annotations

import io
import zipfile

from journal.export import Export
from reports.charts import ChartFact, weekly_chart
from reports.export.document import document
from reports.export.fhir import bundle
from reports.export.ical import calendar
from reports.export.sheets import sheet
from reports.export.wording import Wording


def archive(export: Export, wording: Wording, chart: ChartFact | None) -> bytes:
    """Return a zip of export.json, csv/<table>.csv, calendar.ics, fhir.json and pictures/12-weeks.png.

    What would be empty is left out, but for export.json. Takes some hundred milliseconds: call it off the event loop.
    """
    planned = export.planned()
    files = {
        "export.json": document(export, planned),
        **{f"csv/{name}.csv": sheet(rows) for name, rows in export.tables.items() if rows},
        "calendar.ics": calendar(export, planned, wording),
        "fhir.json": bundle(export, wording),
        "pictures/12-weeks.png": weekly_chart(chart) if chart else None,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, data in files.items():
            if data:
                into.writestr(zipfile.ZipInfo(name, export.made_at.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
