"""Backups of an SQLite database: taken while the bot runs, put back only where nothing would be lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from journal import dialect, keys
from journal.encryption import named_in
from journal.errors import StartError

ELSEWHERE = "Backups of a PostgreSQL database are made with pg_dump, and put back with pg_restore."


def backup(url: str, target: Path) -> None:
    """Copy the database at `url` to `target` as it stands at one moment. No key is in it.

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


def restore(url: str, source: Path, listed: str, key_file: Path) -> None:
    """Put the backup `source` in the place of the database at `url`, which must not be there.

    Raises StartError: the place is taken, `source` is no whole database of this bot, or the keys do not open it.
    """
    target = _file(url)
    for each in (target, target.with_name(f"{target.name}-wal")):  # an old one would be written into the backup
        if each.exists():
            raise StartError(f"{each} is there already. Nothing was changed; move it away first, with the bot stopped.")
    if not _is_whole(source):
        raise StartError(f"{source} is not a whole backup of this bot. Nothing was changed.")
    if sealed := _seal(source):
        keys.prove(keys.load_keys(listed, key_file, may_create=False), *sealed)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    dialect.copy_sqlite(source, target)
    target.chmod(0o600)


def needed_keys(file: Path) -> list[str]:
    """Return the ids of the keys without which the words in the backup `file` cannot be read."""
    sealed = _seal(file, "immutable=1")  # else it would get files beside it
    return sorted({named_in(sealed[0]), *sealed[1]}) if sealed else []


def _seal(file: Path, how: str = "mode=ro") -> tuple[str, list[str]] | None:
    """The canary and the ids of the keys that values may be under; None before the first start."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        canary = db.execute("SELECT canary FROM keycheck").fetchone() if "keycheck" in tables else None
        if canary is None:
            return None
        used = db.execute("SELECT key_id FROM keyuse WHERE ended_at IS NULL") if "keyuse" in tables else ()
        return canary[0], [key_id for (key_id,) in used]


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
