"""Telegram's errors, each with what it means for the message that met it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import error as telegram

from handlers.errors import outcome_of
from handlers.request import NotSent
from scheduler.messenger import Later, Outcome, Refused, Unknown

TABLE: list[tuple[telegram.TelegramError, Outcome]] = [
    (telegram.RetryAfter(timedelta(seconds=7)), Later(timedelta(seconds=7.2))),
    (telegram.Forbidden("Forbidden: bot was blocked by the user"), Refused(gone=True)),
    (telegram.Forbidden("Forbidden: user is deactivated"), Refused(gone=True)),
    (telegram.BadRequest("Chat not found"), Refused(gone=True)),
    (telegram.BadRequest("Message is too long"), Refused(gone=False)),
    (telegram.ChatMigrated(-100), Refused(gone=True)),
    (telegram.InvalidToken("Unauthorized"), Later(timedelta(seconds=60))),
    (telegram.Conflict("terminated by other getUpdates request"), Later(timedelta(seconds=60))),
    (NotSent("ClientConnectorError"), Later(timedelta(seconds=5))),
    (telegram.TimedOut(), Unknown()),
    (telegram.NetworkError("Bad Gateway"), Unknown()),
    (telegram.TelegramError("Invalid server response"), Unknown()),
]


@pytest.mark.parametrize(("error", "outcome"), TABLE, ids=lambda value: type(value).__name__)
def test_each_error_has_its_outcome(error: telegram.TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome
