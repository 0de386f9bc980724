"""Faults to switch on: what a caller sees when Telegram or the network fails, before or after the effect."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from simulator.refusals import Refusal, bad_request, conflict, flood, forbidden, unauthorized

Lost = Literal["timeout", "reset"]
When = Literal["before", "after"]
ALWAYS = 10**9  # `times` for a fault that stays until it is lifted


@dataclass(frozen=True)
class Answer:
    """What comes back: an HTTP status and body, or nothing because the connection was `lost`."""

    status: int
    body: bytes
    lost: Lost | None = None


@dataclass
class Fault:
    """Fails the next `times` calls of `method` ("*" for any), of one chat if `chat` is set."""

    method: str
    kind: str
    when: When
    times: int
    chat: int | None
    retry_after: int | None

    def awaits(self, method: str, chat_id: int | None = None) -> bool:
        """Whether the next such call is to fail."""
        named = self.method.lower() in ("*", method.lower())
        return self.times > 0 and named and self.chat in (None, chat_id)

    def hits(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is to fail; counts it."""
        hit = self.awaits(method, chat_id)
        self.times -= hit
        return hit


def success(result: Any) -> Answer:
    """A method's result as Telegram wraps it."""
    return Answer(200, _json({"ok": True, "result": result}))


def refused(refusal: Refusal) -> Answer:
    """A refusal as Telegram wraps it."""
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return Answer(refusal.status, _json(body))


def _json(body: Any) -> bytes:
    """UTF-8 JSON."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _gateway(status: int, words: str) -> Answer:
    """A proxy's page: HTML, no JSON."""
    return Answer(status, f"<html><head><title>{status} {words}</title></head></html>".encode())


FAULTS: dict[str, Answer] = {
    "401": refused(unauthorized()),
    "403": refused(forbidden("bot was blocked by the user")),
    "blocked": refused(forbidden("bot was blocked by the user")),
    "deactivated": refused(forbidden("user is deactivated")),
    "no chat": refused(bad_request("chat not found")),
    "unchanged": refused(
        bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    ),
    "404": refused(Refusal(404, "Not Found")),
    "409": refused(conflict("terminated by other getUpdates request; make sure that only one bot instance is running")),
    "500": refused(Refusal(500, "Internal Server Error")),
    "502": _gateway(502, "Bad Gateway"),
    "504": _gateway(504, "Gateway Timeout"),
    "malformed": Answer(200, b'{"ok":true,"result":'),
    "timeout": Answer(0, b"", lost="timeout"),
    "reset": Answer(0, b"", lost="reset"),
}


def failure(fault: Fault) -> Answer:
    """What the caller of a failing method gets."""
    if fault.kind == "429":
        return refused(flood(fault.retry_after or 1))
    return FAULTS[fault.kind]


def check_kind(kind: str) -> str:
    """`kind` itself; an unknown one is a ValueError that lists the known ones."""
    if kind != "429" and kind not in FAULTS:
        raise ValueError(f"unknown fault {kind!r}; known: 429 {' '.join(FAULTS)}")
    return kind
