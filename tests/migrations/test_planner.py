"""SQLite finds what concerns one person or one dose by that, however much waits for everybody else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from journal import due, notices
from journal.transaction import Database, Transaction
from migrations.upgrade import upgrade

NOW = datetime(2026, 3, 3, 8, tzinfo=UTC)
QUERIES: dict[str, Callable[[Transaction], Awaitable[object]]] = {
    "cancel": lambda tx: notices.cancel(tx, notices.REACTION, "1"),
    "cancel_dose": lambda tx: notices.cancel_dose(tx, "1:2026-03-03:0"),
    "cancel_all": lambda tx: notices.cancel_all(tx, 1),
    "take_unknown": lambda tx: notices.take_unknown(tx, 1),
    "waits": lambda tx: notices.waits(tx, 1, NOW, NOW + timedelta(days=1)),
    "due_of": lambda tx: notices.due_of(tx, [1, 2, 3], NOW),
    "put_off": lambda tx: due.put_off(tx, 1, NOW, NOW),
    "next_n": lambda tx: notices.next_n(tx, notices.DOSE, "1:2026-03-03:0"),
}
BY_TIME: dict[str, Callable[[Transaction], Awaitable[object]]] = {
    "due": lambda tx: due.people(tx, NOW, 100),
    "aside": lambda tx: due.aside(tx, NOW),
    "due_now": lambda tx: notices.due_now(tx, NOW),
}


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'dosebook.db'}"
    upgrade(url)
    opened = Database(url)
    yield opened
    await opened.close()


async def plans(db: Database, query: Callable[[Transaction], Awaitable[object]]) -> list[str]:
    """How SQLite goes about each statement of a query."""
    statements: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        statements.append((statement, parameters))

    async with db.write() as tx:
        event.listen(Engine, "before_cursor_execute", note)
        await query(tx)
        event.remove(Engine, "before_cursor_execute", note)
        connection = await tx.connection()
        return [
            list(row)[3]
            for statement, parameters in statements
            if not statement.startswith("BEGIN")
            for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.mark.parametrize("name", QUERIES)
async def test_by_the_person_or_the_subject(db: Database, name: str) -> None:
    steps = [step for step in await plans(db, QUERIES[name]) if "notice" in step]
    assert steps
    assert all("(person_id=?" in step or "(subject=?" in step for step in steps), steps


@pytest.mark.parametrize("name", BY_TIME)
async def test_what_is_due_by_its_time(db: Database, name: str) -> None:
    steps = [step for step in await plans(db, BY_TIME[name]) if "notice" in step]
    assert steps
    assert all("(state=? AND ready_at<?)" in step or "(state=? AND due_at<?)" in step for step in steps), steps


async def test_a_table_that_was_rebuilt_gets_its_estimates_back(db: Database) -> None:
    async with db.write() as tx:
        await tx.execute(text("DELETE FROM sqlite_stat1"))
    upgrade(db.url)
    async with db.read() as tx:
        found = await tx.execute(text("SELECT idx FROM sqlite_stat1 WHERE tbl = 'notice'"))
        assert "ix_notice_person" in set(found.scalars())
