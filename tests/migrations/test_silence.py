"""What the migration about silence does to people who were there before it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select
from sqlmodel import col

from journal.clock import SystemClock
from journal.tables import Person
from migrations.upgrade import migration_engine, upgrade
from tests.migrations.test_migrations import defaults

LONG_AGO = datetime(2020, 3, 2, 9, tzinfo=UTC)


def test_whose_last_word_nobody_knows_counts_from_the_upgrade(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'dosebook.db'}"
    upgrade(url, "0005")
    engine = migration_engine(url)
    with engine.begin() as connection:
        for chat, seen in ((1001, None), (1002, LONG_AGO)):
            row = {**defaults(Person), "chat_id": chat, "created_at": LONG_AGO, "seen_at": seen}
            connection.execute(insert(Person).values(row))
    upgrade(url)
    with engine.connect() as connection:
        rows = connection.execute(select(col(Person.chat_id), col(Person.seen_at)))
        known = {row.chat_id: row.seen_at for row in rows}
    engine.dispose()
    assert known[1002] == LONG_AGO
    assert known[1001] is not None
    assert abs(known[1001] - SystemClock().now()) < timedelta(minutes=5)
    with sqlite3.connect(tmp_path / "dosebook.db") as db:
        plan = db.execute("EXPLAIN QUERY PLAN SELECT id FROM person WHERE seen_at <= '2024'").fetchall()
    db.close()
    assert "ix_person_seen_at" in str(plan)
