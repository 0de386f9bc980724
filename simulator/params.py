"""The parameters of one request: strings, as on the wire, and uploaded files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.refusals import bad_request

_TRUE = {"true", "yes", "1"}


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    data: bytes
    mime: str


@dataclass(frozen=True)
class Params:
    """Reads values as the Bot API server does: what is absent or empty is the default."""

    values: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The string, or ''."""
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        """True for true, yes and 1 in any case."""
        return self.text(name).strip().lower() in _TRUE

    def number(self, name: str, default: int = 0) -> int:
        """The whole number, or `default` when there is none."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def json(self, name: str, what: str) -> Any:
        """The decoded JSON or None; broken JSON is refused with the words "can't parse `what`"."""
        if not (raw := self.text(name)):
            return None
        try:
            return json.loads(raw)
        except ValueError:
            raise bad_request(f"Can't parse {what} JSON object") from None
