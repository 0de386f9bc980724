"""What to do when rows cannot even be read: whoever they belong to steps aside, and all the others go on."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime

from journal import due, notices, people
from journal.transaction import Database, Unavailable

log = logging.getLogger(__name__)


async def sound(db: Database, found: Sequence[int], now: datetime, until: datetime) -> list[int]:
    """Return those of these people whose rows can be read; what is due for the others waits until `until`."""
    broken = [person for person in found if not await _can_be_read(db, person, now)]
    if broken:
        async with db.write() as tx:
            for person in broken:
                await due.put_off(tx, person, now, until)
    return [person for person in found if person not in broken]


async def _can_be_read(db: Database, person: int, now: datetime) -> bool:
    try:
        async with db.read() as tx:
            await people.of_ids(tx, [person])
            await notices.due_of(tx, [person], now)
    except Unavailable:
        raise
    except Exception:
        log.exception("person broken", extra={"error_id": secrets.token_hex(4), "person": person})
        return False
    return True
