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


class Keyring:
    """Encrypts with the first key and decrypts with whichever key's id a value carries."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise StartError("There is no encryption key: set KEY_FILE or ENCRYPTION_KEYS.")
        self._ciphers = {key_id(key): _cipher(key) for key in keys}
        self.current = key_id(keys[0])

    def encrypt(self, text: str) -> str:
        """Return `text` encrypted under the current key."""
        token = self._ciphers[self.current].encrypt(text.encode())
        return f"{self.current}.{token.decode()}"

    def decrypt(self, value: str) -> str:
        """Return the text of `value`. Raises StartError when its key is missing or it was tampered with."""
        name, dot, token = value.partition(".")
        if not dot or len(name) != ID_LENGTH:
            raise StartError("The database holds a value that is not encrypted.")
        try:
            return self._ciphers[name].decrypt(token.encode()).decode()
        except KeyError:
            raise StartError(f"The database holds values under key {name}, which is not among the keys.") from None
        except InvalidToken:
            raise StartError(f"A value under key {name} does not decrypt: the key or the data is damaged.") from None


def new_key() -> str:
    """Return a fresh random key."""
    return Fernet.generate_key().decode()


def _cipher(key: str) -> Fernet:
    try:
        return Fernet(key.encode())
    except ValueError:
        raise StartError("An encryption key is malformed: it must be 32 bytes in URL-safe base64.") from None
