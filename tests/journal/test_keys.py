"""The keys at the start: what is missing, wrong or malformed is one sentence that names the setting, and no value."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from journal import keys
from journal.encryption import Keyring, key_id, new_key
from journal.errors import StartError
from journal.tables import KeyCheck, KeyUse
from journal.transaction import Database

OTHER = new_key()


async def refused(db: Database, listed: str, file: Path) -> str:
    """The one sentence of a start that is refused."""
    with pytest.raises(StartError) as caught:
        await keys.opened(db.url, listed, file)
    sentence = str(caught.value)
    assert OTHER not in sentence
    assert str(file) not in sentence
    assert len(sentence.splitlines()) == 1
    return sentence


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (OTHER, "KEY_FILE lacks key {used}, which this database needs: put it back."),
        ("", "KEY_FILE holds no encryption key: put the key there."),
        ("x" * 43, "KEY_FILE holds a malformed key: each must be 32 bytes in URL-safe base64."),
        ("ü" * 43, "KEY_FILE holds a malformed key: each must be 32 bytes in URL-safe base64."),
        (None, "KEY_FILE names no file, but this database needs its key: put the key file back."),
    ],
    ids=["another", "empty", "malformed", "foreign letters", "none"],
)
async def test_a_key_file_that_does_not_fit(db: Database, tmp_path: Path, held: str | None, sentence: str) -> None:
    file = tmp_path / "other"
    if held is not None:
        file.write_text(held)
    assert await refused(db, "", file) == sentence.format(used=db.keyring.current)
    assert file.exists() == (held is not None)


async def test_a_key_file_that_cannot_be_read(db: Database, tmp_path: Path) -> None:
    assert await refused(db, "", tmp_path) == "KEY_FILE cannot be read: IsADirectoryError."


@pytest.mark.parametrize(
    ("listed", "sentence"),
    [
        (OTHER, "ENCRYPTION_KEYS lacks key {used}, which this database needs: put it back."),
        (",", "ENCRYPTION_KEYS holds no encryption key: put the key there."),
        ("x", "ENCRYPTION_KEYS holds a malformed key: each must be 32 bytes in URL-safe base64."),
    ],
    ids=["another", "none", "malformed"],
)
async def test_listed_keys_that_do_not_fit(db: Database, tmp_path: Path, listed: str, sentence: str) -> None:
    assert await refused(db, listed, tmp_path / "key") == sentence.format(used=db.keyring.current)


async def test_between_two_keys_both_are_needed(db: Database, tmp_path: Path) -> None:
    async with db.write() as tx:
        tx.add(KeyUse(key_id=key_id(OTHER)))
    half = "the database is between two keys: put it back, and let `python bot.py rotate-keys` finish."
    assert await refused(db, "", tmp_path / "key") == f"KEY_FILE lacks key {key_id(OTHER)}, and {half}"
    assert await refused(db, OTHER, tmp_path / "key") == f"ENCRYPTION_KEYS lacks key {db.keyring.current}, and {half}"


async def test_a_damaged_proof_stops_the_start(db: Database, tmp_path: Path) -> None:
    async with db.write() as tx:
        await tx.execute(update(KeyCheck).values(canary=db.keyring.encrypt("another bot's")))
    assert await refused(db, "", tmp_path / "key") == "KEY_FILE does not fit this database."


async def test_a_newer_key_waits_until_everything_is_under_it(db: Database, tmp_path: Path) -> None:
    keys.add_key(tmp_path / "key")
    again = await keys.opened(db.url, "", tmp_path / "key")
    assert again.keyring.current == db.keyring.current != again.keyring.newest
    await again.close()


def test_a_new_key_comes_first_and_the_others_stay(db: Database, tmp_path: Path) -> None:
    file = tmp_path / "key"
    old = file.read_text().split()
    keys.add_key(file)
    new, *rest = file.read_text().split()
    assert rest == old
    assert Keyring([new]).decrypt(Keyring([new]).encrypt("word")) == "word"


@pytest.mark.parametrize("held", [None, "", "x"])
def test_no_key_is_put_where_none_is(tmp_path: Path, held: str | None) -> None:
    file = tmp_path / "key"
    if held is not None:
        file.write_text(held)
    with pytest.raises(StartError, match=r"^KEY_FILE "):
        keys.add_key(file)
    assert [each.read_text() for each in tmp_path.iterdir()] == ([] if held is None else [held])


@pytest.mark.parametrize("times", [0, 1])
async def test_the_key_file_is_readable_by_its_owner_alone(db: Database, tmp_path: Path, times: int) -> None:
    for _ in range(times):
        keys.add_key(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
