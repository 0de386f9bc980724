"""What every table shares: names for constraints, and the column types in short."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlmodel import Field, SQLModel

from journal.transaction import EncryptedText, UTCDateTime

# Constraints need names: SQLite can drop only named ones when a table is rebuilt.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# Buttons in old messages carry ids: a deleted row's id must never name a new row.
NEVER_REUSED = {"sqlite_autoincrement": True}


def key() -> Any:
    """A surrogate primary key."""
    return Field(default=None, primary_key=True)


def moment(index: bool = False) -> Any:
    """A required aware UTC moment."""
    return Field(sa_type=UTCDateTime, index=index)


def maybe_moment(index: bool = False) -> Any:
    """An optional aware UTC moment."""
    return Field(default=None, sa_type=UTCDateTime, index=index)


def words() -> Any:
    """A person's own words: encrypted in the column."""
    return Field(default="", sa_type=EncryptedText)


def telegram_id(**options: Any) -> Any:
    """A chat or user id of Telegram: up to 52 bits."""
    return Field(sa_type=BigInteger, **options)


def belongs_to(table: str) -> Any:
    """A reference whose row goes when the row it points to goes."""
    return Field(sa_column_args=[ForeignKey(f"{table}.id", ondelete="CASCADE")], index=True)
