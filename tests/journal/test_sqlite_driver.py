"""Where SQLite's work is done: statements in the loop's thread, whatever may wait in another."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from journal.clock import SystemClock
from journal.sqlite_driver import connect
from journal.transaction import Database


async def test_statements_of_a_transaction_run_in_the_loops_thread_and_its_beginning_does_not(tmp_path: Path) -> None:
    connection = await connect(str(tmp_path / "some.db"), isolation_level=None)
    await connection.create_function("here", 0, threading.get_ident)
    outside = await (await connection.execute("SELECT here()")).fetchone()
    await connection.execute("BEGIN IMMEDIATE")
    async with connection.cursor() as cursor:
        inside = await (await cursor.execute("SELECT here()")).fetchone()
    await connection.commit()
    await connection.close()
    assert outside != (threading.get_ident(),)
    assert inside == (threading.get_ident(),)


async def test_the_loop_goes_on_while_another_process_writes(tmp_path: Path) -> None:
    db, clock = Database(f"sqlite+aiosqlite:///{tmp_path / 'some.db'}"), SystemClock()
    async with db.write() as tx:
        await tx.execute(text("CREATE TABLE one (n INTEGER)"))
    other = sqlite3.connect(tmp_path / "some.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with db.write() as tx:
            await tx.execute(text("INSERT INTO one VALUES (1)"))

    writing = asyncio.create_task(write())
    await clock.sleep_until(clock.now() + timedelta(milliseconds=50))
    assert not writing.done()
    other.execute("COMMIT")
    await writing
    await db.close()
    assert other.execute("SELECT n FROM one").fetchall() == [(1,)]
    other.close()
