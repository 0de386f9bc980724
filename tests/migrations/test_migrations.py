"""The migrations: they make exactly the tables of the journal, and none of them loses rows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from pydantic_core import PydanticUndefined
from sqlalchemy import Column, Integer, event, insert, text
from sqlmodel import SQLModel

from journal.tables import Person
from migrations.upgrade import config, migration_engine, upgrade

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
REVISIONS = [each.revision for each in ScriptDirectory.from_config(config("sqlite://")).walk_revisions()][::-1]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'dosebook.db'}"


def test_models_equal_migrations(url: str) -> None:
    upgrade(url)
    engine = migration_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_migration_goes_up_down_and_up(url: str, revision: str) -> None:
    upgrade(url, revision)
    command.downgrade(config(url), "-1")
    upgrade(url, revision)


def test_rebuilding_a_parent_table_keeps_its_children(url: str, tmp_path: Path) -> None:
    """SQLite changes a table by rebuilding it; under enforced foreign keys that would delete the children."""
    upgrade(url)
    engine = migration_engine(url)
    with engine.begin() as connection:
        person = {"id": 1, "chat_id": 1001, "created_at": NOW, "language": "en", "operator": False}
        symptom = {"id": 1, "person_id": 1, "code": "fatigue", "label": "", "position": 0, "active": True}
        connection.execute(insert(Person).values({**defaults(Person), **person}))
        connection.execute(text(f"INSERT INTO trackedsymptom {columns(symptom)}"), symptom)
    with engine.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("person", recreate="always") as batch:
            batch.add_column(Column("extra", Integer()))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM trackedsymptom")).scalar() == 1
    engine.dispose()


def defaults(table: type[SQLModel]) -> dict[str, object]:
    """What the model gives each column that is not named."""
    return {name: field.default for name, field in table.model_fields.items() if field.default is not PydanticUndefined}


def columns(row: dict[str, object]) -> str:
    names = ", ".join(row)
    return f"({names}) VALUES ({', '.join(':' + name for name in row)})"


def test_two_processes_starting_at_once_migrate_once(url: str, tmp_path: Path) -> None:
    program = [sys.executable, "-c", f"from migrations.upgrade import upgrade; upgrade({url!r})"]
    processes = [subprocess.Popen(program) for _ in range(2)]
    assert [process.wait(30) for process in processes] == [0, 0]
    with sqlite3.connect(tmp_path / "dosebook.db") as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]
    db.close()


def test_a_file_that_is_behind_is_copied_before_it_is_migrated(url: str, tmp_path: Path) -> None:
    upgrade(url, REVISIONS[0])
    with sqlite3.connect(tmp_path / "dosebook.db") as db:
        db.execute("UPDATE alembic_version SET version_num = ?", (REVISIONS[0],))
        behind = len(REVISIONS) > 1
    db.close()
    upgrade(url)
    assert (tmp_path / f"dosebook.db.before-{REVISIONS[0]}").exists() == behind


def test_a_rebuilt_table_still_never_reuses_an_id(url: str, tmp_path: Path) -> None:
    upgrade(url)
    tables = SQLModel.metadata.tables
    promised = {name for name, table in tables.items() if table.dialect_kwargs["sqlite_autoincrement"]}
    with sqlite3.connect(tmp_path / "dosebook.db") as db:
        kept = db.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'").fetchall()
    db.close()
    assert promised == {name for (name,) in kept}


def test_what_a_rebuilt_table_leaves_behind_is_overwritten(url: str) -> None:
    """Also where SQLite was built to leave it."""
    upgrade(url)
    engine = migration_engine(url)

    @event.listens_for(engine, "connect", insert=True)
    def _built_so(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA secure_delete=OFF")

    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA secure_delete")).scalar_one() == 1
    engine.dispose()
