"""What whoever runs the bot can ask of it besides running: backups, keys, and what to look at before a release."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from journal import backup as backups
from journal import keys, rotation
from journal.clock import SystemClock
from journal.encryption import new_key
from journal.errors import StartError
from journal.helplines import Helpline, doubtful
from migrations.upgrade import is_newest
from settings import Settings, SettingsError, load_settings

KEY_APART = "The key is not in it: keep a copy of the key somewhere else, for without it nobody can read the backup."
NEXT = "Start every bot anew, one after the other, and then run: python bot.py rotate-keys"


def backup(*args: str) -> int:
    """Copy the database to a file, by default backups/<moment>.db; the bot may be running. Raises StartError."""
    name = args[0] if args else f"backups/dosebook-{SystemClock().now():%Y-%m-%dT%H%M%S}.db"
    backups.backup(load_settings().database_url, Path(name))
    print(f"Copied to {name}. {KEY_APART}{_which(backups.needed_keys(Path(name)))}")
    return 0


def restore(*args: str) -> int:
    """Put a backup in the place of a database that is not there. Raises StartError."""
    if len(args) != 1:
        raise StartError("Please name the backup: python bot.py restore FILE")
    settings = load_settings()
    backups.restore(
        settings.database_url, Path(args[0]), settings.encryption_keys.get_secret_value(), settings.key_file
    )
    print("Restored. The key opens it. You can start the bot.")
    return 0


def _key_settings(settings: Settings) -> tuple[str, Path]:
    return settings.encryption_keys.get_secret_value(), settings.key_file


def _which(ids: Sequence[str]) -> str:
    return f" It is key {' and '.join(ids)}." if ids else ""


def add_key(*args: str) -> int:
    """Put a new key first in the key file, or print one for ENCRYPTION_KEYS. Raises StartError."""
    settings = load_settings()
    if settings.encryption_keys.get_secret_value():
        print(new_key())
        print(f"Put this key first in ENCRYPTION_KEYS of every bot. {NEXT}", file=sys.stderr)
    else:
        keys.add_key(settings.key_file)
        print(f"A new key stands first in the key file. {NEXT}")
    return 0


def rotate_keys(*args: str) -> int:
    """Encrypt everything anew under the newest key; the bot may be running. Raises StartError."""
    return asyncio.run(_rotate())


async def _rotate() -> int:
    settings = load_settings()
    if not is_newest(settings.database_url):
        raise StartError("There is no database in the shape of this version: start the bot first.")
    db = await keys.opened(settings.database_url, *_key_settings(settings))
    try:
        total = await rotation.rotate(db, SystemClock(), lambda column, count: print(f"{column}: {count}", flush=True))
    finally:
        await db.close()
    newest, *older = db.keyring.ids
    print(f"Encrypted anew: {total}. Everything is under key {newest}. {_removable(older)}")
    return 0


def _removable(older: Sequence[str]) -> str:
    if not older:
        return "There is no older key to remove."
    return f"Key {' and '.join(older)} may now be removed from every bot, but backups made before need it."


def release_check(*args: str) -> int:
    """Print the numbers of /urgent that are unconfirmed or too old; the exit code is 1 when there are any."""
    found = [line(each) for each in doubtful(today())]
    print("\n".join(found or ["Every number is confirmed and was read lately."]))
    return int(bool(found))


def today() -> date:
    """Return the date in UTC."""
    return SystemClock().now().date()


def line(each: Helpline) -> str:
    """Return which number it is, what is wrong with it, and what is known."""
    wrong = f"checked on {each.checked_on}, too long ago" if each.confirmed else "not confirmed"
    known = " ".join(part for part in (each.note, each.source) if part)
    return f"{each.country} {each.kind} {each.number}: {wrong}. {known}".rstrip()


VERBS = {
    "backup": backup,
    "restore": restore,
    "new-key": add_key,
    "rotate-keys": rotate_keys,
    "release-check": release_check,
}


def main(verb: str, *args: str) -> int:
    """Run a verb; the exit code is 2 with one sentence when it cannot be done."""
    try:
        return VERBS[verb](*args)
    except (StartError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2
