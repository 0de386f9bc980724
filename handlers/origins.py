"""Which doses a message shows, by the origin that its buttons carry: d<n> a reminder, m<downtime>, t the day's list."""

from __future__ import annotations

from journal import heartbeat, intakes, occurrences
from journal.errors import JournalError
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.tables import Person
from journal.transaction import Transaction


def check(origin: str) -> None:
    """Raise JournalError bad_button unless `origin` is one that this bot writes."""
    if origin != "t" and not (origin[:1] in ("d", "m") and number(origin) >= 0):
        raise JournalError("bad_button")


def number(origin: str) -> int:
    """Return the number that an origin carries. Raises JournalError: bad_button."""
    if not origin[1:].isdecimal() or len(origin) > 12:
        raise JournalError("bad_button")
    return int(origin[1:])


async def doses_of(tx: Transaction, person: Person, key: DoseKey, origin: str) -> list[Dose]:
    """Return the doses that the message shows, as they stand. Raises JournalError: gone, bad_button."""
    match origin[:1]:
        case "t":
            return await intakes.of_day(tx, person, key.day)
        case "m":
            gap = await heartbeat.downtime(tx, number(origin))
            keys = await occurrences.planned_within(tx, person, gap.began_at, gap.ended_at) if gap else []
        case "d":
            keys = await occurrences.moment_group(tx, person, key, number(origin))
        case _:
            raise JournalError("bad_button")
    doses = await intakes.doses(tx, person, keys or [key])
    if not doses:
        raise JournalError("gone")
    return doses
