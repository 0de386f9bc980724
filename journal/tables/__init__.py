"""Every table of the journal: columns and constraints only, the data dictionary."""

from journal.tables.caring import AccessLog, CareLink
from journal.tables.checkins import (
    DayNote,
    DayTag,
    FindingLog,
    Interference,
    PromptState,
    Rating,
    RatingEdit,
    RuleChoice,
    Tag,
    TrackedSymptom,
)
from journal.tables.delivery import Downtime, Heartbeat, InboxUpdate, InstanceFact, KeyCheck, KeyUse, Notice
from journal.tables.injections import Appointment, Reaction
from journal.tables.people import Draft, Invitation, Person
from journal.tables.regimens import Intake, Occurrence, Pause, Regimen, RegimenVersion
from journal.tables.supplies import Stock, StockEntry
from journal.tables.treatments import Treatment

__all__ = [
    "AccessLog",
    "Appointment",
    "CareLink",
    "DayNote",
    "DayTag",
    "Downtime",
    "Draft",
    "FindingLog",
    "Heartbeat",
    "InboxUpdate",
    "InstanceFact",
    "Intake",
    "Interference",
    "Invitation",
    "KeyCheck",
    "KeyUse",
    "Notice",
    "Occurrence",
    "Pause",
    "Person",
    "PromptState",
    "Rating",
    "RatingEdit",
    "Reaction",
    "Regimen",
    "RegimenVersion",
    "RuleChoice",
    "Stock",
    "StockEntry",
    "Tag",
    "TrackedSymptom",
    "Treatment",
]
