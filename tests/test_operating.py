"""What whoever runs the bot can ask of it: a backup is whole, taken under load, and never put over anything."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from journal import keys
from journal.encryption import key_id, new_key

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow  # each starts a process


@pytest.fixture
def folder(fresh_database: Path) -> Path:
    return fresh_database


def ask(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What `python bot.py <words>` says, with its data in `folder`."""
    own = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "KEY_FILE": str(folder / "key")}
    command = [sys.executable, str(ROOT / "bot.py"), *words]
    return subprocess.run(command, env=os.environ | own, cwd=folder, capture_output=True, text=True, check=False)


def people(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("SELECT count(*) FROM instancefact").fetchone()[0])


def test_a_backup_taken_under_load_is_whole_and_can_be_put_back(folder: Path) -> None:
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        with closing(sqlite3.connect(folder / "dosebook.db", timeout=30)) as db:
            while not stop.is_set():
                with db:  # two rows or none
                    for side in "ab":
                        db.execute("INSERT INTO instancefact VALUES (?, '1')", (f"{len(written)}{side}",))
                written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    done = ask(folder, "backup", "copy.db")
    stop.set()
    writer.join()
    assert done.returncode == 0, done.stderr
    assert "key is not in it" in done.stdout
    assert (folder / "copy.db").stat().st_mode & 0o077 == 0
    other = folder / "other"
    other.mkdir()
    assert ask(other, "restore", str(folder / "copy.db")).returncode == 0
    found = people(other / "dosebook.db")
    assert found % 2 == 0
    assert 0 < found <= 2 * len(written)


def test_nothing_is_put_over_a_database_that_is_there(folder: Path) -> None:
    assert ask(folder, "backup", "copy.db").returncode == 0
    with closing(sqlite3.connect(folder / "dosebook.db")) as db, db:
        db.execute("INSERT INTO instancefact VALUES ('later', '1')")
    refused = ask(folder, "restore", "copy.db")
    assert refused.returncode == 2
    assert "Nothing was changed" in refused.stderr
    assert people(folder / "dosebook.db") == 1


def test_a_write_ahead_log_that_a_kill_left_is_not_put_under_a_backup(folder: Path) -> None:
    assert ask(folder, "backup", "copy.db").returncode == 0
    end = "db.execute(\"INSERT INTO instancefact VALUES ('later', '1')\"); os._exit(9)"
    killed = f"import os, sqlite3; db = sqlite3.connect('dosebook.db', isolation_level=None); {end}"
    subprocess.run([sys.executable, "-c", killed], cwd=folder, check=False)
    (folder / "dosebook.db").rename(folder / "old.db")
    refused = ask(folder, "restore", "copy.db")
    assert "dosebook.db-wal is there already. Nothing was changed" in refused.stderr
    (folder / "dosebook.db-wal").rename(folder / "old.db-wal")
    assert ask(folder, "restore", "copy.db").returncode == 0
    assert people(folder / "dosebook.db") == 0


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 4096])
def test_what_is_no_backup_is_refused(folder: Path, content: bytes) -> None:
    (folder / "copy.db").write_bytes(content)
    (folder / "dosebook.db").unlink()
    refused = ask(folder, "restore", "copy.db")
    assert refused.returncode == 2
    assert "not a whole backup" in refused.stderr
    assert not (folder / "dosebook.db").exists()


def test_a_backup_is_never_written_over(folder: Path) -> None:
    assert ask(folder, "backup", "copy.db").returncode == 0
    refused = ask(folder, "backup", "copy.db")
    assert refused.returncode == 2
    assert "Nothing was copied" in refused.stderr


async def start(folder: Path) -> None:
    db = await keys.opened(f"sqlite+aiosqlite:///{folder / 'dosebook.db'}", "", folder / "key")
    await db.close()


def test_a_backup_says_its_key_and_is_not_put_back_without_it(folder: Path) -> None:
    asyncio.run(start(folder))
    key = (folder / "key").read_text().strip()
    done = ask(folder, "backup", "copy.db")
    assert f"It is key {key_id(key)}." in done.stdout
    assert key.encode() not in (folder / "copy.db").read_bytes()
    assert sorted(file.name for file in folder.iterdir()) == ["copy.db", "dosebook.db", "key"]
    (folder / "dosebook.db").unlink()
    (folder / "key").write_text(new_key())
    refused = ask(folder, "restore", "copy.db")
    assert refused.returncode == 2
    assert refused.stderr == f"KEY_FILE lacks key {key_id(key)}, which this database needs: put it back.\n"
    assert not (folder / "dosebook.db").exists()
    (folder / "key").write_text(key)
    assert ask(folder, "restore", "copy.db").returncode == 0


def test_no_words_but_one_sentence_for_what_cannot_be_done(folder: Path) -> None:
    (folder / "dosebook.db").unlink()
    refused = ask(folder, "backup")
    assert refused.returncode == 2
    assert len(refused.stderr.strip().splitlines()) == 1


def test_files_are_made_for_whoever_runs_it_alone(folder: Path) -> None:
    """A copy is readable by others at no moment, wherever it is put."""
    told = "import os, sys; sys.argv = ['']; import bot; bot.main('no such verb'); print(oct(os.umask(0)))"
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout == "0o77\n"
