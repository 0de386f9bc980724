"""The migrations: they make exactly the tables of the journal, and none of them loses rows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import journal.tables  # noqa: F401  # fills the metadata
from migrations.upgrade import config, migration_engine, upgrade

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


def test_going_down_and_up_again_keeps_child_rows(url: str, tmp_path: Path) -> None:
    """Rebuilding a parent table with enforced foreign keys would delete its children."""
    upgrade(url)
    file = tmp_path / "dosebook.db"
    with sqlite3.connect(file) as db:
        db.execute(
            "INSERT INTO person (id, chat_id, language, day_start, operator, created_at)"
            " VALUES (1, 1001, 'en', '00:00', 0, '2026-03-02 09:00')"
        )
        db.execute(
            "INSERT INTO trackedsymptom (id, person_id, code, label, position, active)"
            " VALUES (1, 1, 'fatigue', '', 0, 1)"
        )
    db.close()
    for _ in REVISIONS[1:]:  # all but the first, which makes the tables
        command.downgrade(config(url), "-1")
    upgrade(url)
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT count(*) FROM trackedsymptom").fetchone() == (1,)
    db.close()


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
