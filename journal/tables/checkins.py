"""Symptoms, their ratings, and what the rules made of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, moment, words


class TrackedSymptom(SQLModel, table=True):
    """A symptom that a person rates. `code` is of the catalogue; `label` names one of the person's own."""

    __table_args__ = (UniqueConstraint("person_id", "code"), NEVER_REUSED)
    id: int | None = key()
    person_id: int = belongs_to("person")
    code: str
    label: str = words()
    position: int = 0
    active: bool = True


class Rating(SQLModel, table=True):
    """One symptom's 0-10 on one local day; `value` None: asked and skipped, which counts as missing."""

    __table_args__ = (UniqueConstraint("symptom_id", "local_date"),)
    id: int | None = key()
    symptom_id: int = Field(foreign_key="trackedsymptom.id", ondelete="CASCADE", index=True)
    local_date: date
    value: int | None = None
    backfilled: bool = False
    rated_at: datetime = moment()


class DayNote(SQLModel, table=True):
    """What a person wrote about one local day."""

    __table_args__ = (UniqueConstraint("person_id", "local_date"),)
    id: int | None = key()
    person_id: int = belongs_to("person")
    local_date: date
    text: str = words()
    written_at: datetime = moment()


class PromptState(SQLModel, table=True):
    """Where the clinician prompt about one symptom stands (clinical.md G-COOL, G-ACK)."""

    id: int | None = key()
    symptom_id: int = Field(foreign_key="trackedsymptom.id", ondelete="CASCADE", unique=True)
    last_prompt: date | None = None
    in_a_row: int = 0
    level: float | None = None
    snooze_until: date | None = None
    calm_weeks: int = 0
    muted: bool = False
    evaluated_to: date | None = None  # last day of the newest week that the rules have seen


class FindingLog(SQLModel, table=True):
    """Each rule that fired, with its version and numbers, and what the person answered (clinical.md X-LOG)."""

    id: int | None = key()
    person_id: int = belongs_to("person")
    symptom_id: int | None = Field(default=None, foreign_key="trackedsymptom.id", ondelete="CASCADE")
    rule: str
    version: int
    template: str
    evidence: dict = Field(sa_type=JSON)  # type: ignore[type-arg]
    fired_on: date
    shown: bool = False
    answer: str | None = None
