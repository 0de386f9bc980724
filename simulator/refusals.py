"""Telegram's refusals, in its own words (the wording follows the public Bot API server)."""

from __future__ import annotations

from typing import NoReturn


class Refusal(Exception):
    """A request that Telegram refuses: HTTP status, description, and seconds to wait for a 429."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        """Keep the three facts that the answer carries."""
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


def bad_request(reason: str) -> Refusal:
    """400; the first letter of `reason` is put in lower case unless it is an ERROR_CODE, as Telegram does."""
    code = len(reason) > 1 and reason[1].isupper()
    return Refusal(400, "Bad Request: " + (reason if code else reason[0].lower() + reason[1:]))


def forbidden(reason: str) -> Refusal:
    """403 with `reason`."""
    return Refusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refusal:
    """409 with `reason`."""
    return Refusal(409, f"Conflict: {reason}")


def flood(seconds: int) -> Refusal:
    """429 that asks to wait `seconds`."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def unauthorized() -> Refusal:
    """401, as for a token that Telegram does not know."""
    return Refusal(401, "Unauthorized")


def refuse(reason: str) -> NoReturn:
    """Raise a 400 with `reason`."""
    raise bad_request(reason)
