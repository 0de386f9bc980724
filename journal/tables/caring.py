"""Who cares for whom, what they may see, and what was sent to them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, maybe_moment, moment, words


class CareLink(SQLModel, table=True):
    """A caregiver of a patient, with what the patient allows.

    `state`: invited, accepted (the patient has still to confirm), active or ended. Only an active link gives
    anything. Of the token in the invitation only the SHA-256 is kept, until it is used.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    patient_id: int = belongs_to("person")
    caregiver_id: int | None = Field(default=None, foreign_key="person.id", ondelete="CASCADE", index=True)
    patient_name: str = words()  # as the caregiver reads it
    caregiver_name: str = words()  # as the patient reads it
    state: str = "invited"
    token_hash: str | None = Field(default=None, unique=True)
    sees: list[str] = Field(sa_type=JSON)  # codes of journal.scopes
    regimens: list[int] | None = Field(default=None, sa_type=JSON)  # None: all of them
    weekly: bool = True
    missed_after: int | None = None  # minutes after the planned moment
    overdue: bool = False  # hears of an overdue injection
    silent_days: int | None = None  # hears when the patient has not written for so many days
    may_record: bool = False
    may_nudge: bool = False
    names_in_previews: bool = False
    through_quiet: bool = False
    protect: bool = False  # what is sent cannot be forwarded or saved
    skip_week: date | None = None  # the last day of a week of which no digest goes
    created_at: datetime = moment()
    expires_at: datetime | None = maybe_moment()
    accepted_at: datetime | None = maybe_moment()
    confirmed_at: datetime | None = maybe_moment()
    ended_at: datetime | None = maybe_moment()


class AccessLog(SQLModel, table=True):
    """What happened to a person's data, for that person to see. `what`: a code of journal.accesses."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    person_id: int = belongs_to("person")
    link_id: int | None = Field(default=None, foreign_key="carelink.id", ondelete="SET NULL", index=True)
    what: str
    detail: str = words()
    at: datetime = moment()
