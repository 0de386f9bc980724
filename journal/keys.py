"""Where the keys come from: ENCRYPTION_KEYS or the key file, made once, when no encrypted row exists yet."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import select

from journal.encryption import Keyring, new_key
from journal.errors import StartError
from journal.tables import KeyCheck
from journal.transaction import Database

CANARY = "dosebook"


def load_keys(listed: str, file: Path, may_create: bool) -> Keyring:
    """Return the keyring of `listed` (comma-separated, newest first) or else of `file` (one key a line).

    A missing file is created (mode 600) only when `may_create`: with rows already encrypted a fresh key
    would read none of them. Raises StartError with one sentence.
    """
    if listed:
        return Keyring([key.strip() for key in listed.split(",") if key.strip()])
    if not file.exists():
        if not may_create:
            raise StartError(f"The key file {file} is missing, but the database holds encrypted rows: restore it.")
        _create(file)
    return Keyring(file.read_text().split())


def _create(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process starting at the same time made it
        return
    with os.fdopen(handle, "w") as out:
        out.write(new_key() + "\n")
        out.flush()
        os.fsync(out.fileno())


async def unlock(db: Database, listed: str, file: Path) -> None:
    """Load the keys, prove them on the canary row (written at the first start) and hand them to `db`.

    Raises StartError with one sentence when the keys are missing, malformed or not this database's.
    """
    async with db.write() as tx:
        row = (await tx.execute(select(KeyCheck))).scalars().first()
        keyring = load_keys(listed, file, may_create=row is None)
        if row is None:
            tx.add(KeyCheck(id=1, canary=keyring.encrypt(CANARY)))
        elif keyring.decrypt(row.canary) != CANARY:
            raise StartError("The encryption key does not fit this database.")
    db.unlock(keyring)
