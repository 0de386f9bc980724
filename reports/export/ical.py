"""The planned doses of the coming year as iCalendar (RFC 5545): one event each, no recurrence rule, no alarm.

Every moment is in UTC, which each calendar shows in the zone of its phone: nothing has to be known of zones.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime

from journal.export import Ahead, Export
from journal.timing import Planned
from reports.export.wording import Wording

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dosebook:dose")
FOLD = 75  # octets of a line, its break not counted
CONTROLS = {chr(code): "" for code in (*range(32), 127)}
ESCAPES = str.maketrans(CONTROLS | {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(export: Export, planned: Sequence[tuple[Ahead, Planned]], wording: Wording) -> bytes | None:
    """Return the calendar; None when nothing is planned, as one without events is not valid.

    An event keeps its UID from export to export, so that a newer file replaces what an older one brought.
    """
    if not planned:
        return None
    events = [line for ahead, one in planned for line in _event(export, ahead, one, wording)]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dosebook//Export//EN", *events, "END:VCALENDAR"]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(export: Export, ahead: Ahead, one: Planned, wording: Wording) -> Iterator[str]:
    names = [wording.hidden] if wording.hidden else [ahead.label, ahead.dose_text]
    place = ahead.place(one)
    key = f"{export.person['chat_id']}:{ahead.regimen}:{one.local_date}:{one.slot}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(NAMESPACE, key)}"
    yield f"DTSTAMP:{_utc(export.made_at)}"
    yield f"DTSTART:{_utc(one.at)}"
    yield f"SUMMARY:{', '.join(filter(None, names)).translate(ESCAPES)}"
    if place:
        yield f"LOCATION:{place.translate(ESCAPES)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most FOLD octets; each after the first begins with a space. No character is split."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > FOLD:
            yield part
            part = " "
        part += letter
    yield part
