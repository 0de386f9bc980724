"""Migration 0005: every key that a value is under is known afterwards, wherever the value is."""

from __future__ import annotations

import importlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.rotation import encrypted
from migrations.upgrade import upgrade

ENCRYPTED = importlib.import_module("migrations.versions.0005_keys").ENCRYPTED


@pytest.fixture
def before(tmp_path: Path) -> Path:
    upgrade(f"sqlite+aiosqlite:///{tmp_path / 'dosebook.db'}", "0004")
    return tmp_path / "dosebook.db"


def test_each_key_that_a_value_is_under_is_found(before: Path) -> None:
    with closing(sqlite3.connect(before)) as db, db:
        db.execute("INSERT INTO keycheck VALUES (1, 'aaaaaaaa.token')")
        for number, (payload, reply) in enumerate([("bbbbbbbb.token", None), ("aaaaaaaa.token", "cccccccc.token")]):
            values = (number, 1001, payload, "2026-03-02", reply)
            db.execute(
                "INSERT INTO inboxupdate (update_id, chat_id, payload, received_at, reply) VALUES (?, ?, ?, ?, ?)",
                values,
            )
    upgrade(f"sqlite+aiosqlite:///{before}")
    with closing(sqlite3.connect(before)) as db:
        found = db.execute("SELECT key_id, ended_at FROM keyuse ORDER BY key_id").fetchall()
    assert found == [("aaaaaaaa", None), ("bbbbbbbb", None), ("cccccccc", None)]


def test_it_looks_into_every_column(before: Path) -> None:
    with closing(sqlite3.connect(before)) as db:
        there = {
            f"{each.table.name}.{each.name}"
            for each in encrypted()
            if each.name in {row[1] for row in db.execute(f"PRAGMA table_info({each.table.name})")}
        }
    assert {f"{table}.{each}" for table, columns in ENCRYPTED.items() for each in columns} - {
        "keycheck.canary"
    } == there
