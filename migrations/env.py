"""Runs the migrations in one transaction that holds the write lock, so a second process waits and finds them done."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

import journal.tables  # noqa: F401  # fills the metadata
from journal import dialect
from migrations.upgrade import migration_engine


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Write column types of the journal as the plain types beneath them, so that migrations never import it."""
    names = {
        "UTCDateTime": "sa.DateTime(timezone=True)",
        "EncryptedText": "sa.Text()",
        "AutoString": "sa.String()",
    }
    return names.get(type(item).__name__, False) if kind == "type" else False


def run(connection: Connection) -> None:
    """Migrate over `connection`; broken references afterwards undo everything."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(4242001)"))
        context.run_migrations()
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("the migration would leave rows without their parents")


async def run_postgres(url: str) -> None:
    """Migrate a PostgreSQL database through the driver that the bot itself uses."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


url = context.config.attributes["url"]
if dialect.is_sqlite(url):
    engine = migration_engine(url)
    with engine.connect() as connection:
        run(connection)
    engine.dispose()
else:
    asyncio.run(run_postgres(url))
