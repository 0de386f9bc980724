"""Ana in a database of her own, for views that load what they show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

import pytest

from handlers.context import See
from journal import people
from journal.encryption import Keyring, new_key
from journal.tables import Person
from journal.transaction import Database, Transaction
from locales import Words
from migrations.upgrade import upgrade
from tests.handlers.views.samples import ANA, NOW


@dataclass(frozen=True)
class Home:
    """Ana's database; `see` is what a view gets to render with."""

    db: Database
    ana: Person

    def see(self, tx: Transaction, now: datetime = NOW) -> See:
        return See(tx, self.ana, Words("en", strict=True), now, "open", "dosebook_bot")


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'dosebook.db'}"
    upgrade(url)
    db = Database(url)
    db.unlock(Keyring([new_key()]))
    async with db.write() as tx:
        ana = await people.meet(tx, ANA.chat_id, ANA.language, NOW)
        await people.agree(tx, ana, NOW)
        people.answer_zone(ana, ANA.zone)
        people.answer_checkin(ana, time(20))
        people.answer_summary(ana, 0)
    yield Home(db, ana)
    await db.close()
