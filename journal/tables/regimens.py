"""What a person takes, when it is planned, and what was taken."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, maybe_moment, moment, words
from journal.transaction import EncryptedText


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
    zone: str | None = None  # IANA name of the home times that it keeps; None: the person's zone
    # Starts so many hours after the first intake of another regimen (clinical.md S-LINK).
    link_id: int | None = Field(default=None, foreign_key="regimen.id", ondelete="SET NULL", index=True)
    link_hours: int | None = None
    anchor_asked: bool = False  # the person has said what the next date is counted from (clinical.md S-ANCHOR)
    status: str = "active"
    planned_from: datetime = moment()
    created_at: datetime = moment()
    ended_at: datetime | None = maybe_moment()


class RegimenVersion(SQLModel, table=True):
    """Plan and amount of a regimen from one moment until the next version; past versions stay for past adherence.

    `in_force` is False while `valid_from` lies ahead: at most one such version waits, the newest.
    """

    __table_args__ = (UniqueConstraint("regimen_id", "number"),)
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    number: int = 1
    plan: dict = Field(sa_type=JSON)  # type: ignore[type-arg]  # journal.timing.plan_to_json
    dose_text: str = words()
    valid_from: datetime = moment()
    in_force: bool = True


class Pause(SQLModel, table=True):
    """A stretch in which a regimen, or (without one) everything, rests: its days are nobody's missed days.

    `until` is None until it is known; while it has not `ended` that is when it will end by itself.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    person_id: int = belongs_to("person")
    regimen_id: int | None = Field(default=None, foreign_key="regimen.id", ondelete="CASCADE", index=True)
    since: datetime = moment()
    until: datetime | None = maybe_moment()
    ended: bool = False
    shifts: bool = False  # the plan goes on where it stopped, so that its later dates move by the pause


class Occurrence(SQLModel, table=True):
    """One planned moment. The key (regimen, local date, slot) survives edits and zone changes."""

    __table_args__ = (UniqueConstraint("regimen_id", "local_date", "slot"), NEVER_REUSED)
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    local_date: date
    slot: int
    planned_at: datetime = moment(index=True)
    dose_text: str | None = Field(default=None, sa_type=EncryptedText)  # what it was before the amount changed


class Intake(SQLModel, table=True):
    """The record that an occurrence was taken or skipped, or (without an occurrence) of an as-needed dose."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    regimen_id: int = belongs_to("regimen")
    occurrence_id: int | None = Field(default=None, foreign_key="occurrence.id", ondelete="CASCADE", unique=True)
    kind: str  # taken | skipped
    dose_text: str | None = Field(default=None, sa_type=EncryptedText)  # what it was before the amount changed
    taken_at: datetime = moment()
    local_date: date
    recorded_at: datetime = moment()
    site: str | None = Field(default=None, sa_type=EncryptedText)  # a code of journal.sites, or the person's own word
    giver: str | None = None  # who gave it: clinic, me or other
    batch: str | None = Field(default=None, sa_type=EncryptedText)
    helped: bool = False  # recorded by a caregiver, through this link while it is there
    link_id: int | None = Field(default=None, foreign_key="carelink.id", ondelete="SET NULL", index=True)
