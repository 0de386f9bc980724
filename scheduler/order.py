"""In what order what is due goes out: by how much its reader waits for it, and digests spread over their hour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from journal import due, heartbeat, notices
from journal.notices import Claimed
from journal.tables import Downtime
from journal.transaction import Transaction

CROWD = 200  # digests due at once that are too many to go at once: seven seconds of the usual budget
HOUR = timedelta(minutes=55)  # over which a crowd is spread, so that the last ones go within the hour
_GOLDEN = 0.6180339887498949  # its multiples lie evenly between 0 and 1, however many people there are


def rank(kind: str) -> int:
    """Return the place of a kind in the order; what fell due in a downtime goes with the doses."""
    return 0 if kind == "missed" else due.RANKS.get(kind, due.OTHERS)


def firsts(kinds: Iterable[tuple[int | None, str]]) -> dict[int | None, int]:
    """Return the place of each person by the most urgent of what is for them."""
    found: dict[int | None, int] = {}
    for person, kind in kinds:
        found[person] = min(rank(kind), found.get(person, rank(kind)))
    return found


def moment(notice: Claimed) -> datetime:
    """Return when a digest goes if it is one of a crowd: for one person always as long after its hour begins."""
    return notice.due_at + HOUR * (notice.person_id * _GOLDEN % 1)


async def spread(tx: Transaction, found: Sequence[Claimed], now: datetime) -> frozenset[int]:
    """Give each digest of a crowd its moment within the hour; return the ids of those that are not due any more.

    What fell due in a downtime has waited long enough, and is told of in one message.
    """
    fresh = [each for each in found if each.kind in notices.DIGESTS and moment(each) > now]
    if not fresh or await due.digests(tx, now, CROWD + 1) <= CROWD:
        return frozenset()
    moved = list(_on_time(fresh, await heartbeat.downtimes(tx)))
    for each in moved:
        await notices.step_aside(tx, each.id, moment(each))
    return frozenset(each.id for each in moved)


def _on_time(found: Iterable[Claimed], gaps: Sequence[Downtime]) -> Iterable[Claimed]:
    return (each for each in found if heartbeat.gap_at(gaps, each.due_at) is None)
