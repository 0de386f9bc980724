"""What whoever runs the bot can ask of it besides running: backups, and what to look at before a release."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from journal import backup as backups
from journal.clock import SystemClock
from journal.errors import StartError
from journal.helplines import Helpline, doubtful
from settings import SettingsError, load_settings

KEY_APART = "The key is not in it: keep a copy of the key somewhere else, for without it nobody can read the backup."


def backup(*args: str) -> int:
    """Copy the database to a file, by default backups/<moment>.db; the bot may be running. Raises StartError."""
    name = args[0] if args else f"backups/dosebook-{SystemClock().now():%Y-%m-%dT%H%M%S}.db"
    backups.backup(load_settings().database_url, Path(name))
    print(f"Copied to {name}. {KEY_APART}")
    return 0


def restore(*args: str) -> int:
    """Put a backup in the place of a database that is not there. Raises StartError."""
    if len(args) != 1:
        raise StartError("Please name the backup: python bot.py restore FILE")
    backups.restore(load_settings().database_url, Path(args[0]))
    print("Restored. Start the bot with the key that belongs to it.")
    return 0


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


VERBS = {"backup": backup, "restore": restore, "release-check": release_check}


def main(verb: str, *args: str) -> int:
    """Run a verb; the exit code is 2 with one sentence when it cannot be done."""
    try:
        return VERBS[verb](*args)
    except (StartError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2
