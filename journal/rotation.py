"""Encrypting everything anew under the newest key, while bots run: in small steps, and again from where a kill left it.

The canary says which key to write with. Once it is under the newest key, running bots follow with their next beat, so
that after SWITCHED nobody writes under another; what was written before is found by its key's id and rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, Text, bindparam, column, func, select, table, update
from sqlmodel import SQLModel, col

from journal import heartbeat, keys
from journal.clock import Clock
from journal.encryption import ID_LENGTH, Keyring
from journal.errors import StartError
from journal.tables import KeyCheck, KeyUse
from journal.transaction import Database, EncryptedText, Transaction

BATCH = 200  # values in one transaction: taps wait behind it for some milliseconds
SWITCHED = timedelta(seconds=60)  # a few beats: every bot that runs has followed by then


@dataclass(frozen=True, slots=True)
class Value:
    """One encrypted value, by its row's primary key, as it was read."""

    row: int
    text: str


def encrypted() -> list[Column[Any]]:
    """Return every column of people's words, in order of its table's references."""
    every = (each for each_table in SQLModel.metadata.sorted_tables for each in each_table.columns)
    return [each for each in every if isinstance(each.type, EncryptedText)]


async def rotate(db: Database, clock: Clock, told: Callable[[str, int], None]) -> int:
    """Bring every value under the newest key of `db`; return how many it rewrote, 0 when none was left.

    `told` hears of each column with its count. Raises StartError for a value that no key opens.
    """
    started, keyring = clock.now(), db.keyring
    async with db.write() as tx:
        if await keys.used(tx) == {keyring.newest}:
            return 0
        await _switch(tx, keyring)
        alive = await heartbeat.last(tx)
    total = await _rewrite_all(db, told)
    if alive is not None and alive > started - SWITCHED:
        await clock.sleep_until(started + SWITCHED)
    while more := await _rewrite_all(db, told):
        total += more
    async with db.write() as tx:
        over = (col(KeyUse.ended_at).is_(None), col(KeyUse.key_id) != keyring.newest)
        await tx.execute(update(KeyUse).where(*over).values(ended_at=clock.now()))
    return total


async def _switch(tx: Transaction, keyring: Keyring) -> None:
    """Have everybody write under the newest key."""
    await keys.note(tx, keyring.newest)
    keyring.use(keyring.newest)
    (await tx.execute(select(KeyCheck))).scalar_one().canary = keyring.encrypt(keys.CANARY)


async def _rewrite_all(db: Database, told: Callable[[str, int], None]) -> int:
    total = 0
    for each in encrypted():
        if count := await _rewrite(db, each):
            told(str(each), count)
            total += count
    return total


async def _rewrite(db: Database, words: Column[Any]) -> int:
    count, last = 0, None
    while True:
        async with db.read() as tx:
            found = await stale(tx, words, db.keyring, last)
        if not found:
            return count
        renewed = [{"row": each.row, "was": each.text, "now": _renewed(db.keyring, words, each)} for each in found]
        async with db.write() as tx:
            await swap(tx, words, renewed)
        count, last = count + len(found), found[-1].row


def _renewed(keyring: Keyring, words: Column[Any], value: Value) -> str:
    try:
        return keyring.encrypt(keyring.decrypt(value.text))
    except StartError as error:
        raise StartError(f"{words}, row {value.row}: {error}") from None


def _raw(words: Column[Any]) -> tuple[Any, Any, Any]:
    """Return the table, its primary key and the column, as what is stored there."""
    (key,) = words.table.primary_key
    plain = table(words.table.name, column(key.name, key.type), column(words.name, Text))
    return plain, plain.c[key.name], plain.c[words.name]


async def stale(tx: Transaction, words: Column[Any], keyring: Keyring, after: int | None = None) -> list[Value]:
    """Return the first BATCH values under other keys than the one in use, in rows after a primary key."""
    _, key, stored = _raw(words)
    query = select(key, stored).where(func.substr(stored, 1, ID_LENGTH) != keyring.current)
    if after is not None:
        query = query.where(key > after)
    return [Value(row, text) for row, text in await tx.execute(query.order_by(key).limit(BATCH))]


async def swap(tx: Transaction, words: Column[Any], renewed: Sequence[dict[str, Any]]) -> None:
    """Put each value's "now" in the place of its "was" in its "row"; what has changed since it was read stays."""
    plain, key, stored = _raw(words)
    same = (key == bindparam("row"), stored == bindparam("was", type_=Text))
    await tx.execute(update(plain).where(*same).values({stored: bindparam("now", type_=Text)}), renewed)
