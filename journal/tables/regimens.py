"""What a person takes, when it is planned, and what was taken."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, maybe_moment, moment, words


class Regimen(SQLModel, table=True):
    """What a person takes, in their own words. `status`: active, paused or ended.

    Occurrences are raised from `planned_from` on: the moment of saving, resuming or editing.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    person_id: int = belongs_to("person")
    label: str = words()
    dose_text: str = words()
    route: str = ""
    status: str = "active"
    planned_from: datetime = moment()
    created_at: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class RegimenVersion(SQLModel, table=True):
    """The plan of a regimen from one moment until the next version; past versions stay for past adherence."""

    __table_args__ = (UniqueConstraint("regimen_id", "number"),)
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    number: int = 1
    plan: dict = Field(sa_type=JSON)  # type: ignore[type-arg]  # journal.timing.plan_to_json
    valid_from: datetime = moment()


class RegimenPause(SQLModel, table=True):
    """A stretch in which a regimen rests: its occurrences are nobody's missed ones. Open while `until` is None."""

    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    since: datetime = moment()
    until: datetime | None = maybe_moment()


class Occurrence(SQLModel, table=True):
    """One planned moment. The key (regimen, local date, slot) survives edits and zone changes."""

    __table_args__ = (UniqueConstraint("regimen_id", "local_date", "slot"), NEVER_REUSED)
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    local_date: date
    slot: int
    planned_at: datetime = moment(index=True)


class Intake(SQLModel, table=True):
    """The record that an occurrence was taken or skipped, or (without an occurrence) of an as-needed dose."""

    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    occurrence_id: int | None = Field(default=None, foreign_key="occurrence.id", ondelete="CASCADE", unique=True)
    kind: str  # taken | skipped
    taken_at: datetime = moment()
    local_date: date
    recorded_at: datetime = moment()
