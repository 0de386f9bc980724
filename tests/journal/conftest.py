"""A migrated, unlocked database of its own for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from journal import keys
from journal.transaction import Database


@pytest.fixture
async def db(fresh_database: Path) -> AsyncIterator[Database]:
    db = Database(f"sqlite+aiosqlite:///{fresh_database / 'dosebook.db'}")
    await keys.unlock(db, "", fresh_database / "key")
    yield db
    await db.close()
