"""Where the keys come from: ENCRYPTION_KEYS or the key file; and which of them the database needs."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from journal.encryption import Keyring, named_in, new_key
from journal.errors import StartError
from journal.tables import KeyCheck, KeyUse
from journal.transaction import Database, Transaction

CANARY = "dosebook"
SHOWN = 3  # changes of the key that a person reads of


def load_keys(listed: str, file: Path, may_create: bool) -> Keyring:
    """Return the keyring of `listed` (comma-separated, newest first) or else of `file` (one key a line).

    A missing file is created (mode 600) only when `may_create`: with rows already encrypted a fresh key
    would read none of them. Raises StartError with one sentence.
    """
    if listed:
        return Keyring([key.strip() for key in listed.split(",") if key.strip()], "ENCRYPTION_KEYS")
    if may_create and not file.exists():
        _create(file)
    return Keyring(_read(file).split(), "KEY_FILE")


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except FileNotFoundError:
        raise StartError("KEY_FILE names no file, but this database needs its key: put the key file back.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"KEY_FILE cannot be read: {type(error).__name__}.") from None


def _create(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        _write(file, [new_key()])
    except FileExistsError:  # another process starting at the same time made it
        return


def _write(file: Path, keys: Collection[str]) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write("".join(f"{key}\n" for key in keys))
        out.flush()
        os.fsync(out.fileno())


def add_key(file: Path) -> None:
    """Put a fresh key before those in `file`, which is whole at every moment. Raises StartError and leaves it alone."""
    keys = _read(file).split()
    Keyring(keys, "KEY_FILE")
    fresh = file.with_name(file.name + ".new")
    try:
        fresh.unlink(missing_ok=True)
        _write(fresh, [new_key(), *keys])
        if hasattr(os, "chown"):  # whoever runs this, the bot must be able to read it
            os.chown(fresh, file.stat().st_uid, file.stat().st_gid)
        fresh.replace(file)
    except OSError as error:
        raise StartError(f"KEY_FILE cannot be written: {type(error).__name__}.") from None


def prove(keyring: Keyring, canary: str, used: Collection[str]) -> None:
    """Have `keyring` write under the key of `canary`. Raises StartError: it lacks a key that is `used`, or is wrong."""
    needed = {named_in(canary), *used}
    missing = sorted(needed - {*keyring.ids})
    if missing and len(needed) > 1:
        raise StartError(
            f"{keyring.source} lacks key {' and '.join(missing)}, and the database is between two keys: "
            "put it back, and let `python bot.py rotate-keys` finish."
        )
    keyring.use(named_in(canary))
    if keyring.decrypt(canary) != CANARY:
        raise StartError(f"{keyring.source} does not fit this database.")


async def opened(url: str, listed: str, file: Path) -> Database:
    """Return the unlocked database at `url`. Raises StartError as `unlock` does, with nothing left open."""
    db = Database(url)
    try:
        await unlock(db, listed, file)
    except BaseException:
        await db.close()
        raise
    return db


async def unlock(db: Database, listed: str, file: Path) -> None:
    """Load the keys, prove them on the canary row (written at the first start) and hand them to `db`.

    Raises StartError with one sentence when the keys are missing, malformed or not this database's.
    """
    async with db.write() as tx:
        check = await tx.get(KeyCheck, 1)
        keyring = load_keys(listed, file, may_create=check is None)
        if check is None:
            tx.add(KeyCheck(id=1, canary=keyring.encrypt(CANARY)))
            tx.add(KeyUse(key_id=keyring.current))
        else:
            prove(keyring, check.canary, await used(tx))
    db.unlock(keyring)


async def used(tx: Transaction) -> set[str]:
    """Return the ids of the keys that values may be under."""
    return set((await tx.execute(select(col(KeyUse.key_id)).where(col(KeyUse.ended_at).is_(None)))).scalars())


async def note(tx: Transaction, name: str) -> None:
    """Note that values may be under this key."""
    if name not in await used(tx):
        tx.add(KeyUse(key_id=name))


async def follow(tx: Transaction, keyring: Keyring) -> None:
    """Write under the key that the database was switched to. Raises StartError when this process lacks it."""
    check = await tx.get(KeyCheck, 1)
    if check is None or named_in(check.canary) == keyring.current:
        return
    await note(tx, keyring.current)  # until now this process went on writing under it
    keyring.use(named_in(check.canary))


async def renewed(tx: Transaction, since: datetime) -> list[datetime]:
    """Return when everything had been encrypted anew with another key, the last SHOWN times after `since`."""
    ended = select(col(KeyUse.ended_at)).where(col(KeyUse.ended_at) > since).distinct()
    newest = ended.order_by(col(KeyUse.ended_at).desc()).limit(SHOWN)
    return [at for at in (await tx.execute(newest)).scalars() if at is not None]
