"""The SQLite driver: waits happen in the connection's thread, statements inside a transaction in the loop's own.

A statement of ours takes microseconds, handing it to another thread and back ten times that. What may wait for a lock
or for the disk's acknowledgement (BEGIN IMMEDIATE, COMMIT, connecting, closing) stays off the loop.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite

STARTS_AT_ONCE = "BEGIN"  # a reading transaction: takes no lock


def connect(database: str, **options: Any) -> aiosqlite.Connection:
    """Return a connection that has yet to be awaited; `options` as for sqlite3.connect."""

    def connector() -> sqlite3.Connection:
        made: sqlite3.Connection = sqlite3.connect(database, **options | {"check_same_thread": False})
        return made

    connection: aiosqlite.Connection = _Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # an interpreter that ends does not wait for it
    return connection


class _Connection(aiosqlite.Connection):
    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._runs_here(fn, args):
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    def _runs_here(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
        """Statements of a transaction that has begun, and what touches no file at all."""
        connection = self._connection
        if connection is None:
            return False
        on_cursor = isinstance(getattr(fn, "__self__", None), sqlite3.Cursor)
        begun = connection.in_transaction or args[:1] == (STARTS_AT_ONCE,)
        return fn in (connection.cursor, connection.rollback) or (on_cursor and begun)
