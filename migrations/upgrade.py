"""Brings a database to the newest shape: safe when two processes start at once, with a copy beside it first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, make_url

from journal import dialect

FOLDER = Path(__file__).parent


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate the database at `url` up to `revision`; an SQLite file that holds data is copied first.

    The copy `<file>.before-<revision>` stays beside the file: putting it back undoes the migration.
    """
    file = dialect.sqlite_file(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _copy_if_behind(url, file)
    command.upgrade(config(url), revision)
    if file is not None:
        engine = migration_engine(url)
        dialect.inform_planner(engine)
        engine.dispose()


def is_newest(url: str) -> bool:
    """Tell whether there is a database at `url`, in its newest shape."""
    file = dialect.sqlite_file(url)
    if file is not None and not file.exists():
        return False
    return _revision(url) == _newest(url)


def config(url: str) -> Config:
    """Return Alembic's configuration for `url`, without an .ini file."""
    alembic = Config()
    alembic.set_main_option("script_location", str(FOLDER))
    alembic.attributes["url"] = url
    return alembic


def migration_engine(url: str) -> Engine:
    """Return an engine whose transactions may rebuild tables. PostgreSQL is reached through its own driver."""
    sync_url: Any = make_url(url)
    if dialect.is_sqlite(url):
        engine = create_engine(sync_url.set(drivername="sqlite"))
        dialect.prepare_sqlite_migration(engine)
        return engine
    return create_engine(sync_url)


def _copy_if_behind(url: str, file: Path) -> None:
    if not file.exists():
        return
    now = _revision(url)
    if now and now != _newest(url):
        dialect.copy_sqlite(file, file.with_name(f"{file.name}.before-{now}"))


def _newest(url: str) -> str | None:
    return ScriptDirectory.from_config(config(url)).get_current_head()


def _revision(url: str) -> str | None:
    engine = migration_engine(url)
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return now
