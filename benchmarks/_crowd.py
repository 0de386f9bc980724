"""A database with many people who each take one thing, made in seconds: one person as the bot makes it, then copies."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlmodel import SQLModel

from bot import App, compose
from journal import regimens
from journal.clock import Clock
from journal.tables import Notice, Occurrence, Person, Regimen, RegimenVersion
from journal.timing import Phase, Plan, Timing
from settings import Settings, load_settings

TOKEN = "42:benchmark"
# What one person with one regimen is, and which columns of it count people.
COPIED: tuple[tuple[type[SQLModel], tuple[str, ...]], ...] = (
    (Person, ("id", "chat_id")),
    (Regimen, ("id", "person_id")),
    (RegimenVersion, ("id", "regimen_id")),
    (Occurrence, ("id", "regimen_id")),
    (Notice, ("id", "person_id")),
)


def settings_of(api: str, folder: Path, per_second: float = 0.0, **more: Any) -> Settings:
    """The settings of a bot over the database in `folder` that talks to `api`."""
    update = {
        "telegram_bot_token": SecretStr(TOKEN),
        "telegram_api_url": api,
        "database_url": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}",
        "key_file": folder / "key",
        "access": "open",
        "messages_per_second": per_second,
    }
    return load_settings(None).model_copy(update=update | more)


async def crowd(folder: Path, clock: Clock, groups: tuple[tuple[int, datetime], ...]) -> None:
    """Fill `folder` with so many people each, whose daily reminder is next due at that moment (UTC)."""
    app = await compose(settings_of("http://127.0.0.1:9", folder), clock)
    for place, (_, due) in enumerate(groups):
        await _one(app, clock, place + 1, due)
    await app.close()
    file, first = folder / "dosebook.db", len(groups) + 1
    with sqlite3.connect(file) as db:
        for place, (count, _) in enumerate(groups):
            _copy(db, place + 1, first, count - 1)
            first += count - 1
    db.close()


async def _one(app: App, clock: Clock, number: int, due: datetime) -> None:
    plan = Plan((Phase(Timing(times=(time(due.hour, due.minute),)), start=date(due.year, due.month, due.day)),))
    async with app.db.write() as tx:
        person = Person(chat_id=number, zone="UTC", created_at=clock.now(), agreed_at=clock.now())
        person.checkin_at, person.summary_weekday = time(23, 59), 6
        tx.add(person)
        await tx.flush()
        await tx.refresh(person)
        await regimens.add(tx, person, "Vitamin X", "1 mg", "tablet", plan, clock.now() - timedelta(days=1))


def _copy(db: sqlite3.Connection, number: int, first: int, count: int) -> None:
    """Copy person `number` with all that hangs on them, as the `count` people from `first` on."""
    numbers = f"WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {first + count - 1})"
    for table, own in COPIED:
        name = str(table.__tablename__)
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
        values = ["n.i" if column in own else f"t.{column}" for column in columns]
        if table is Notice:  # its subject names the regimen: "<regimen>:<day>:<slot>"
            values[columns.index("subject")] = "n.i || substr(t.subject, instr(t.subject, ':'))"
        into = f"INSERT INTO {name} ({', '.join(columns)})"
        if count:
            db.execute(f"{numbers} {into} SELECT {', '.join(values)} FROM n JOIN {name} t ON t.id = {number}")
