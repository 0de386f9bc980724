"""A moment as a button carries it: whole seconds since 1970, and back."""

from __future__ import annotations

from datetime import UTC, datetime

from journal.errors import JournalError


def stamp(moment: datetime) -> int:
    """Return the seconds of an aware moment."""
    return int(moment.timestamp())


def moment_of(stamp: int) -> datetime:
    """Return the aware moment. Raises JournalError: bad_button, for one beyond the calendar."""
    try:
        return datetime.fromtimestamp(stamp, UTC)
    except (OverflowError, ValueError, OSError):
        raise JournalError("bad_button") from None
