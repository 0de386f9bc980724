"""Backups of an SQLite database: taken while the bot runs, put back only where nothing would be lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from journal import dialect
from journal.errors import StartError

ELSEWHERE = "Backups of a PostgreSQL database are made with pg_dump, and put back with pg_restore."


def backup(url: str, target: Path) -> None:
    """Copy the database at `url` to `target` as it stands at one moment. The key is not in it.

    Raises StartError: no SQLite file there, or `target` is taken.
    """
    source = _file(url)
    if not source.exists():
        raise StartError(f"There is no database at {source}. Nothing was copied.")
    if target.exists():
        raise StartError(f"{target} is there already. Nothing was copied; please name another file.")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    dialect.copy_sqlite(source, target)
    target.chmod(0o600)


def restore(url: str, source: Path) -> None:
    """Put the backup `source` in the place of the database at `url`, which must not be there.

    Raises StartError: the place is taken, or `source` is no whole database of this bot.
    """
    target = _file(url)
    if target.exists():
        raise StartError(f"{target} is there already. Nothing was changed; move it away first, with the bot stopped.")
    if not _is_whole(source):
        raise StartError(f"{source} is not a whole backup of this bot. Nothing was changed.")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    dialect.copy_sqlite(source, target)
    target.chmod(0o600)


def _file(url: str) -> Path:
    file = dialect.sqlite_file(url)
    if file is None:
        raise StartError(ELSEWHERE)
    return file


def _is_whole(file: Path) -> bool:
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
            checked: tuple[str] = db.execute("PRAGMA integrity_check").fetchone()
            versions: tuple[int] = db.execute("SELECT count(*) FROM alembic_version").fetchone()
            return checked == ("ok",) and versions == (1,)
    except sqlite3.DatabaseError:
        return False
