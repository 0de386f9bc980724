"""Which doses a message shows, by the origin that its buttons carry.

d<n> a reminder, n<n> a nudge, m<downtime> what fell due in it, t<seconds> the day's list as of that moment,
e one dose by itself, and x<intake> one besides the plan.
"""

from __future__ import annotations

from handlers.stamps import moment_of
from journal import heartbeat, intakes, notices, occurrences
from journal.errors import JournalError
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.tables import Person
from journal.transaction import Transaction

ONE = "e"
EXTRA = "x"
REMINDERS = {"d": notices.DOSE, "n": notices.NUDGE}


def check(origin: str) -> None:
    """Raise JournalError bad_button unless `origin` is one that this bot writes."""
    if origin != ONE and not (origin[:1] in ("d", "n", "m", "t", EXTRA) and number(origin) >= 0):
        raise JournalError("bad_button")


def number(origin: str) -> int:
    """Return the number that an origin carries. Raises JournalError: bad_button."""
    if not origin[1:].isdecimal() or len(origin) > 12:
        raise JournalError("bad_button")
    return int(origin[1:])


async def doses_of(tx: Transaction, person: Person, key: DoseKey, origin: str) -> list[Dose]:
    """Return the doses that the message has buttons for, as they stand. Raises JournalError: gone, bad_button."""
    check(origin)
    if origin.startswith("t"):
        return await intakes.open_doses(tx, person, moment_of(number(origin)))
    if origin.startswith("m"):
        gap = await heartbeat.downtime(tx, number(origin))
        keys = await occurrences.planned_within(tx, person, gap.began_at, gap.ended_at) if gap else []
    elif origin == ONE:
        keys = [key]
    elif origin[0] not in REMINDERS:  # besides the plan: no message with several doses
        raise JournalError("bad_button")
    else:
        keys = await occurrences.moment_group(tx, person, key, number(origin), REMINDERS[origin[0]])
    doses = await intakes.doses(tx, person, keys or [key])
    if not doses:
        raise JournalError("gone")
    return doses
