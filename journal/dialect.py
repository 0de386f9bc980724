"""The one file with SQL or settings that differ between SQLite and PostgreSQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.sql.dml import Insert

BUSY_TIMEOUT = 30_000  # milliseconds a connection waits for another process's write

DURABLE = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
OVERWRITTEN = "secure_delete=ON"  # what is deleted is, also where SQLite was built without that as its default
# What SQLite's planner is told of the notices: rows in the index, then rows for a value of its first column, of its
# first two, and so on. Left to guess, it takes "waiting" to be as selective as one person or one subject, and reads
# everything that waits for each tap.
ESTIMATES = {
    "sqlite_autoindex_notice_1": "1000000 4 2 1",
    "ix_notice_ready": "1000000 500000 2",
    "ix_notice_due": "1000000 500000 2",
    "ix_notice_person": "1000000 20 5",
}

PRAGMAS = (*DURABLE, OVERWRITTEN, f"busy_timeout={BUSY_TIMEOUT}")


def is_sqlite(url: str) -> bool:
    """Tell whether `url` names an SQLite database."""
    return make_url(url).get_backend_name() == "sqlite"


def sqlite_file(url: str) -> Path | None:
    """Return the database file of an SQLite `url`, None for any other database."""
    name = make_url(url).database
    return Path(name) if is_sqlite(url) and name else None


def prepare_sqlite(engine: AsyncEngine, writing: bool) -> None:
    """Set the pragmas on each connection and begin as `writing` says.

    A writing transaction takes the lock when it begins: the driver's default begins lazily, and two
    transactions that read before they write then lose one of the updates.
    """
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def prepare_sqlite_migration(engine: Engine) -> None:
    """Begin migrations with the write lock and foreign keys off: rebuilding a parent table under
    enforced keys would delete its children."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(f"PRAGMA {OVERWRITTEN}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def inform_planner(engine: Engine) -> None:
    """Give SQLite's planner ESTIMATES, unless it has them; a migration that rebuilds the table makes it forget."""
    wanted = {("notice", index, estimate) for index, estimate in ESTIMATES.items()}
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE sqlite_schema")  # makes the table of estimates
        known = connection.exec_driver_sql("SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl = 'notice'")
        if {tuple(row) for row in known} != wanted:
            connection.exec_driver_sql("DELETE FROM sqlite_stat1 WHERE tbl = 'notice'")
            connection.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", sorted(wanted))


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a live SQLite database consistently; the copy appears under its name only when whole."""
    part = target.with_name(target.name + ".part")
    with sqlite3.connect(source) as old, sqlite3.connect(part) as new:
        old.backup(new)
    old.close()
    new.close()
    part.replace(target)


def insert_or_ignore(tx: AsyncSession, table: Table) -> Insert:
    """Return an INSERT, to be executed with rows, that leaves rows alone whose unique key is already there."""
    dialect = tx.get_bind().dialect.name
    module: Any = sqlite if dialect == "sqlite" else postgresql
    statement: Insert = module.insert(table).on_conflict_do_nothing()
    return statement
