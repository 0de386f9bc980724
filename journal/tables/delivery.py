"""What came in, what is owed, and what the process knows of itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, key, maybe_moment, moment, telegram_id, words
from journal.transaction import EncryptedText


class InboxUpdate(SQLModel, table=True):
    """One update of Telegram, stored before it is acknowledged and applied exactly once.

    `payload` is emptied once applied. `reply` (what is to be shown, as JSON) is there from the applying
    transaction until it was shown.
    """

    __table_args__ = (Index("ix_inboxupdate_open", "applied_at", "update_id"),)
    update_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    chat_id: int = telegram_id(index=True)
    payload: str = words()
    received_at: datetime = moment()
    applied_at: datetime | None = maybe_moment()
    reply: str | None = Field(default=None, sa_type=EncryptedText)
    replied_at: datetime | None = maybe_moment()
    error_id: str | None = None


class Notice(SQLModel, table=True):
    """One thing the bot owes one person at one moment.

    `due_at` is when it is meant for, `ready_at` when it may next be claimed: a claim is a lease that moves
    `ready_at` ahead, so a dead courier's notices become claimable by themselves.
    `state`: waiting, sent, dropped, refused, or unknown (sent perhaps; offered again at the next contact).
    """

    __table_args__ = (
        UniqueConstraint("subject", "kind", "n"),
        Index("ix_notice_ready", "state", "ready_at"),  # journal.dialect tells SQLite how much each index is worth
        Index("ix_notice_due", "state", "due_at"),
        Index("ix_notice_person", "person_id", "state"),
        NEVER_REUSED,
    )
    id: int | None = key()
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")
    kind: str
    subject: str  # the key of what it is about
    n: int = 0
    due_at: datetime = moment()
    ready_at: datetime = moment()
    state: str = "waiting"
    lease: str | None = None
    attempts: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    settled_at: datetime | None = maybe_moment()


class Heartbeat(SQLModel, table=True):
    """When the courier was last alive; one row."""

    id: int = Field(primary_key=True)
    at: datetime = moment()
    since: datetime = moment()


class Downtime(SQLModel, table=True):
    """A gap in the heartbeat of over 15 minutes."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    began_at: datetime = moment()
    ended_at: datetime = moment()


class KeyCheck(SQLModel, table=True):
    """A known word under the key in use: proves at start that the keys fit, and says which key to write with."""

    id: int = Field(primary_key=True)
    canary: str


class KeyUse(SQLModel, table=True):
    """A key, by its id, that values may be under; from `ended_at` on none is: all were encrypted anew."""

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    key_id: str
    ended_at: datetime | None = maybe_moment()


class InstanceFact(SQLModel, table=True):
    """What the operator decided for this instance, by name."""

    name: str = Field(primary_key=True)
    value: str
