"""What belongs to injections alone: booked dates, and how one was borne."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, moment, words


class Appointment(SQLModel, table=True):
    """A booked moment that stands in for the planned one of the occurrence (regimen, local date, slot).

    `moves`: how often it was moved; `state`: booked or cancelled.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    local_date: date
    slot: int = 0
    at: datetime = moment()
    place: str = words()
    state: str = "booked"
    moves: int = 0
    made_at: datetime = moment()


class Reaction(SQLModel, table=True):
    """What the person said a day after an injection: whether there was a reaction, and what, in their words."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    intake_id: int = Field(foreign_key="intake.id", ondelete="CASCADE", unique=True)
    had: bool
    what: str = words()
    answered_at: datetime = moment()
