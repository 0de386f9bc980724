"""Every error of Telegram in one table: what it means for the message that met it."""

from __future__ import annotations

import logging
from datetime import timedelta

from telegram import error as telegram

from handlers.request import NotSent
from scheduler.messenger import Later, Outcome, Refused, Unknown

log = logging.getLogger(__name__)

UNCHANGED = "not modified"
SOON = timedelta(seconds=5)
OPERATOR_NEEDED = timedelta(seconds=60)

# Substrings of Telegram's descriptions that mean: nothing reaches this chat until the person writes again.
GONE = (
    "chat not found",
    "user is deactivated",
    "bot was blocked",
    "can't initiate conversation",
    "peer_id_invalid",
)


def outcome_of(error: telegram.TelegramError) -> Outcome:
    """Return how a send that raised `error` ended. The order matters: BadRequest is a NetworkError to the library."""
    match error:
        case telegram.RetryAfter():
            return Later(_seconds(error) + timedelta(milliseconds=200))
        case telegram.Forbidden():
            return Refused(gone=True)
        case telegram.BadRequest():
            return _bad_request(error)
        case telegram.ChatMigrated():
            return Refused(gone=True)
        case telegram.InvalidToken() | telegram.Conflict():
            log.error("Telegram refuses the bot: %s", type(error).__name__)
            return Later(OPERATOR_NEEDED)
        case NotSent():
            return Later(SOON)
        case _:  # timed out, reset, 5xx, or an answer that is no JSON: it may have arrived
            return Unknown()


def _bad_request(error: telegram.BadRequest) -> Refused:
    gone = any(words in error.message.lower() for words in GONE)
    if not gone:
        log.error("Telegram refused a message: %s", error.message)
    return Refused(gone)


def _seconds(error: telegram.RetryAfter) -> timedelta:
    wait = error._retry_after  # the public attribute warns whenever it is read as an int
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
