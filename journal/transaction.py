"""One unit of work, and the two column types that every row relies on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Table, Text, TypeDecorator, event
from sqlalchemy.exc import OperationalError, TimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from journal import dialect as dialects
from journal.encryption import Keyring
from journal.sqlite_driver import connect

Transaction = AsyncSession
# The database cannot be reached, is locked, or has no room or no connection left.
Unavailable = (OperationalError, TimeoutError)

PLANNED = "notices planned"  # key in Transaction.info: a commit then wakes the courier


async def store(tx: Transaction, row: object) -> None:
    """Insert `row` whole: columns that nobody set would otherwise be read lazily afterwards, outside any await."""
    for column in table_of(row).columns:
        if column.name not in vars(row):
            setattr(row, column.name, None)
    tx.add(row)
    await tx.flush()


def table_of(model: Any) -> Table:
    """Return the table of a model, for statements over many rows that make no objects of them."""
    table: Table = model.__table__
    return table


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. Refuses naive values."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; raises ValueError for a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EncryptedText(TypeDecorator[str]):
    """Words of a person, encrypted in the column with the keyring of the engine's Database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Encrypt under the current key."""
        return None if value is None else _keyring(dialect).encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Decrypt with the key that the value names."""
        return None if value is None else _keyring(dialect).decrypt(value)


def _keyring(dialect: Any) -> Keyring:
    keyring: Keyring = dialect.keyring
    return keyring


class Database:
    """The engines of one database. SQLite gets one writing connection, so that writers queue in order."""

    def __init__(self, url: str) -> None:
        self.url = url
        if dialects.is_sqlite(url):
            driver: dict[str, Any] = {"hide_parameters": True, "connect_args": {"async_creator_fn": connect}}
            self._writer = create_async_engine(url, pool_size=1, max_overflow=0, **driver)
            # In order of asking, however long the queue: waiting for a connection would give up after a while.
            self._turn: AbstractAsyncContextManager[Any] = asyncio.Lock()
            self._reader = create_async_engine(url, pool_size=8, max_overflow=0, **driver)
            dialects.prepare_sqlite(self._writer, writing=True)
            dialects.prepare_sqlite(self._reader, writing=False)
        else:
            self._writer = self._reader = create_async_engine(url, hide_parameters=True)
            self._turn = nullcontext()
        self.on_planned: Callable[[], None] = lambda: None

    def unlock(self, keyring: Keyring) -> None:
        """Give the encrypted columns their keys; before this no person's words can be read or written."""
        self.keyring = keyring
        for engine in (self._writer, self._reader):
            engine.sync_engine.dialect.keyring = keyring  # type: ignore[attr-defined]

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """One writing transaction: committed when the block ends, undone when it raises."""
        async with self._turn, _session(self._writer) as tx:
            async with tx.begin():
                yield tx
            planned = tx.info.get(PLANNED)
        if planned:
            self.on_planned()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """One reading transaction: a consistent view, undone at the end."""
        async with _session(self._reader) as tx:
            yield tx

    async def close(self) -> None:
        """Close every connection."""
        await self._writer.dispose()
        await self._reader.dispose()


class _Session(Session):
    """Keeps every row that it has met, so that asking for it by id again costs no statement."""


@event.listens_for(_Session, "loaded_as_persistent")
@event.listens_for(_Session, "pending_to_persistent")
def _keep(session: Session, row: object) -> None:
    session.info.setdefault("rows", []).append(row)


def _session(engine: AsyncEngine) -> AsyncSession:
    return AsyncSession(engine, sync_session_class=_Session, expire_on_commit=False)
