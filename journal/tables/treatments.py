"""What a person chose to say about their treatment as a whole."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from journal.tables.base import key


class Treatment(SQLModel, table=True):
    """When it started, whether check-ups are to come `sooner` (pregnant or breastfeeding), and the day that the
    clinic gave for the check; all optional."""

    id: int | None = key()
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", unique=True)
    started_on: date | None = None
    sooner: bool = False
    review_on: date | None = None
