"""Every table of the journal: columns and constraints only, the data dictionary."""

from journal.tables.checkins import (
    DayNote,
    FindingLog,
    PromptState,
    Rating,
    TrackedSymptom,
)
from journal.tables.delivery import Downtime, Heartbeat, InboxUpdate, InstanceFact, KeyCheck, Notice
from journal.tables.people import Draft, Invitation, Person
from journal.tables.regimens import Intake, Occurrence, Pause, Regimen, RegimenVersion
from journal.tables.supplies import Stock, StockEntry
from journal.tables.treatments import Treatment

__all__ = [
    "DayNote",
    "Downtime",
    "Draft",
    "FindingLog",
    "Heartbeat",
    "InboxUpdate",
    "InstanceFact",
    "Intake",
    "Invitation",
    "KeyCheck",
    "Notice",
    "Occurrence",
    "Pause",
    "Person",
    "PromptState",
    "Rating",
    "Regimen",
    "RegimenVersion",
    "Stock",
    "StockEntry",
    "TrackedSymptom",
    "Treatment",
]
