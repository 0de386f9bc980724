"""The unit of work and its column types."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from journal.tables import InstanceFact, Person, Regimen
from journal.transaction import Database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def ana(db: Database) -> int:
    async with db.write() as tx:
        person = Person(chat_id=1001, created_at=NOW)
        tx.add(person)
        await tx.flush()
        assert person.id
        return person.id


async def test_fifty_concurrent_writers_lose_no_update(db: Database) -> None:
    async with db.write() as tx:
        tx.add(InstanceFact(name="counter", value="0"))

    async def add_one(via: Database) -> None:
        async with via.write() as tx:
            row = await tx.get(InstanceFact, "counter")
            assert row
            await asyncio.sleep(0)  # noqa: TID251 - let another writer in, if it can get in
            row.value = str(int(row.value) + 1)

    other = Database(db.url)  # as another process would
    await asyncio.gather(*(add_one(via) for via in (db, other) for _ in range(25)))
    await other.close()
    async with db.read() as tx:
        assert (await tx.get_one(InstanceFact, "counter")).value == "50"


async def test_what_raises_changes_nothing(db: Database) -> None:
    async def half() -> None:
        async with db.write() as tx:
            tx.add(InstanceFact(name="half", value="done"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await half()
    async with db.read() as tx:
        assert await tx.get(InstanceFact, "half") is None


async def test_moments_come_back_aware_and_in_utc(db: Database) -> None:
    here = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    async with db.write() as tx:
        tx.add(Person(chat_id=1, created_at=here))
    async with db.read() as tx:
        stored = (await tx.execute(select(Person))).scalar_one().created_at
    assert (stored, stored.tzinfo) == (NOW, UTC)


async def test_a_naive_moment_is_refused(db: Database) -> None:
    with pytest.raises(StatementError, match="without a zone"):
        async with db.write() as tx:
            tx.add(Person(chat_id=1, created_at=datetime(2026, 3, 2)))


async def test_words_are_encrypted_in_the_file_and_read_back(db: Database, tmp_path: Path) -> None:
    person = await ana(db)
    async with db.write() as tx:
        tx.add(Regimen(person_id=person, label="Vitamin X", planned_from=NOW, created_at=NOW))
    async with db.read() as tx:
        assert (await tx.execute(select(Regimen))).scalar_one().label == "Vitamin X"
    assert all(b"Vitamin X" not in content for content in contents(tmp_path))


def contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.glob("dosebook.db*")]


async def test_deleting_a_person_deletes_what_hangs_on_them(db: Database) -> None:
    person = await ana(db)
    async with db.write() as tx:
        tx.add(Regimen(person_id=person, label="Vitamin X", planned_from=NOW, created_at=NOW))
    async with db.write() as tx:
        await tx.delete(await tx.get_one(Person, person))
    async with db.read() as tx:
        assert (await tx.execute(select(Regimen))).first() is None


async def test_the_file_is_durable_and_keeps_references(db: Database) -> None:
    async with db.write() as tx:
        found = [
            (await (await tx.connection()).exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]
