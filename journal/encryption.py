"""Authenticated encryption of single values, with the key's id in front: `<key id>.<Fernet token>`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken

from journal.errors import StartError

ID_LENGTH = 8  # hex digits of the key's SHA-256


def key_id(key: str) -> str:
    """Return what names a key without revealing it."""
    return hashlib.sha256(key.encode()).hexdigest()[:ID_LENGTH]


def named_in(value: str) -> str:
    """Return the id of the key that `value` names. Raises StartError when it names none."""
    name, dot, _ = value.partition(".")
    if not dot or len(name) != ID_LENGTH:
        raise StartError("The database holds a value that is not encrypted.")
    return name


class Keyring:
    """Encrypts under the key in use and decrypts with whichever key's id a value carries.

    `source` is the setting that the keys come from, newest first: errors name it, and keys by their ids only.
    """

    def __init__(self, keys: Sequence[str], source: str = "ENCRYPTION_KEYS") -> None:
        if not keys:
            raise StartError(f"{source} holds no encryption key: put the key there.")
        self.source = source
        self._ciphers = {key_id(key): _cipher(key, source) for key in keys}
        self.newest = self.current = key_id(keys[0])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the keys, newest first."""
        return tuple(self._ciphers)

    def use(self, name: str) -> None:
        """Encrypt under this key from now on. Raises StartError when it is not among the keys."""
        self._cipher(name)
        self.current = name

    def encrypt(self, text: str) -> str:
        """Return `text` encrypted under the key in use."""
        token = self._ciphers[self.current].encrypt(text.encode())
        return f"{self.current}.{token.decode()}"

    def decrypt(self, value: str) -> str:
        """Return the text of `value`. Raises StartError when its key is missing or it was tampered with."""
        name = named_in(value)
        try:
            return self._cipher(name).decrypt(value[ID_LENGTH + 1 :].encode()).decode()
        except InvalidToken:
            raise StartError(f"A value under key {name} does not decrypt: the key or the data is damaged.") from None

    def _cipher(self, name: str) -> Fernet:
        if name not in self._ciphers:
            raise StartError(f"{self.source} lacks key {name}, which this database needs: put it back.")
        return self._ciphers[name]


def new_key() -> str:
    """Return a fresh random key."""
    return Fernet.generate_key().decode()


def _cipher(key: str, source: str) -> Fernet:
    try:
        return Fernet(key.encode())
    except ValueError:
        raise StartError(f"{source} holds a malformed key: each must be 32 bytes in URL-safe base64.") from None
