"""`python bot.py rotate-keys` killed by SIGKILL in the middle: what is half done is finished by the next one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal import keys
from journal.encryption import key_id, new_key
from journal.tables import DayNote, Person

ROOT = Path(__file__).parents[2]
NOTES = 10_000
FIRST = date(1970, 1, 1)
NOW = datetime(2026, 3, 2, tzinfo=UTC)

pytestmark = pytest.mark.slow


def note(day: date, text: str) -> DayNote:
    return DayNote(person_id=1, local_date=day, text=text, written_at=NOW)


async def write_diary(folder: Path) -> None:
    """One person with NOTES notes."""
    db = await keys.opened(f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "", folder / "key")
    async with db.write() as tx:
        tx.add(Person(id=1, chat_id=1001, created_at=NOW))
        await tx.flush()
        tx.add_all(note(FIRST + timedelta(days=n), f"note {n}") for n in range(NOTES))
    await db.close()


def ask(folder: Path, *words: str) -> subprocess.Popen[str]:
    own = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "KEY_FILE": str(folder / "key")}
    command = [sys.executable, str(ROOT / "bot.py"), *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ | own, cwd=folder, stdout=pipe, stderr=pipe, text=True)


def notes(folder: Path, key: str) -> int:
    """How many notes are under a key."""
    with closing(sqlite3.connect(folder / "dosebook.db", timeout=30)) as db:
        return int(db.execute("SELECT count(*) FROM daynote WHERE text LIKE ?", (f"{key_id(key)}.%",)).fetchone()[0])


def growing(folder: Path, key: str, process: subprocess.Popen[str]) -> Iterator[int]:
    while process.poll() is None:
        yield notes(folder, key)


async def test_a_rotation_goes_on_after_a_kill(fresh_database: Path) -> None:
    folder = fresh_database
    await write_diary(folder)
    old = (folder / "key").read_text().strip()
    ask(folder, "new-key").communicate()
    new = (folder / "key").read_text().split()[0]
    process = ask(folder, "rotate-keys")
    assert next(count for count in growing(folder, new, process) if count > 500) < NOTES
    process.send_signal(signal.SIGKILL)
    process.communicate()
    half = notes(folder, new)
    assert half + notes(folder, old) == NOTES
    assert 500 < half < NOTES
    again = ask(folder, "rotate-keys")
    out, err = again.communicate()
    assert (again.returncode, err) == (0, "")
    assert f"daynote.text: {NOTES - half}\n" in out
    assert f"Key {key_id(old)} may now be removed" in out
    assert notes(folder, new) == NOTES
    (folder / "key").write_text(new)
    db = await keys.opened(f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "", folder / "key")
    async with db.read() as tx:
        assert (await tx.get_one(DayNote, NOTES)).text == f"note {NOTES - 1}"
    await db.close()


@pytest.mark.parametrize("verb", ["rotate-keys", "backup"])
async def test_it_prints_no_key_and_no_word(fresh_database: Path, verb: str) -> None:
    folder = fresh_database
    db = await keys.opened(f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "", folder / "key")
    async with db.write() as tx:
        tx.add(Person(id=1, chat_id=1001, created_at=NOW))
        await tx.flush()
        tx.add(note(FIRST, "harpsichord"))
    await db.close()
    keys.add_key(folder / "key")
    said = "".join(ask(folder, verb, *(["copy.db"] if verb == "backup" else [])).communicate())
    held = (folder / "key").read_text().split()
    assert [each for each in (*held, "harpsichord") if each in said] == []
    assert all(key_id(each) in said for each in (held if verb == "rotate-keys" else held[1:]))


def test_without_a_database_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(new_key())
    process = ask(tmp_path, "rotate-keys")
    _, err = process.communicate()
    assert process.returncode == 2
    assert err == "There is no database in the shape of this version: start the bot first.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["key"]
