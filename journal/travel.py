"""Travel: a new zone, with doses at home times (their moments stay) or at local times (their wall clock stays)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from journal import intervals, occurrences, people, planning, regimens
from journal.errors import JournalError
from journal.tables import Person, Regimen
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Move:
    """The next dose of one regimen under each answer; None: nothing lies ahead.

    `apart`: how long after the last planned dose the local one is, if that is off by more than half an interval.
    """

    label: str
    home: datetime | None
    local: datetime | None
    apart: timedelta | None = None


def check(zone: str) -> str:
    """Return the zone's IANA name. Raises JournalError: bad_button."""
    try:
        return ZoneInfo(zone).key
    except (KeyError, ValueError, OSError):
        raise JournalError("bad_button") from None


async def moves(tx: Transaction, person: Person, zone: str, now: datetime) -> list[Move]:
    """Return what the two answers differ in, in the order in which the regimens were added."""
    found = []
    for regimen in await regimens.of(tx, person):
        home = occurrences.zone_of(person, regimen)
        at_home = await _next(tx, regimen, home, now)
        since = await _since(tx, person, regimen, now)
        local = await _next(tx, regimen, ZoneInfo(zone), now, since) if zone != home.key else at_home
        if at_home != local:
            found.append(Move(regimen.label, at_home, local, await _apart(tx, person, regimen, local, now)))
    return found


async def _apart(
    tx: Transaction, person: Person, regimen: Regimen, at: datetime | None, now: datetime
) -> timedelta | None:
    last = await occurrences.last_raised(tx, regimen, now)
    usual = (await intervals.at(tx, person, regimen, last)).following if last else None
    if at is None or last is None or usual is None or abs(at - last - usual) <= usual / 2:
        return None
    return at - last


async def _since(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> datetime:
    """Return from when on moments by a new zone's clock count: one gone by for half an interval is not asked for."""
    usual = (await intervals.at(tx, person, regimen, now)).following
    return max(regimen.planned_from, now - usual / 2) if usual else regimen.planned_from


async def _next(
    tx: Transaction, regimen: Regimen, zone: ZoneInfo, now: datetime, since: datetime | None = None
) -> datetime | None:
    async for planned in occurrences.missing(tx, regimen, zone, now):
        if since is None or planned.at >= since:
            return planned.at
    return None


async def move(tx: Transaction, person: Person, zone: str, keep_home: bool, now: datetime) -> None:
    """Set the person's zone. With `keep_home` each regimen keeps the zone that its times were in until now.

    Check-ins and summaries are always local. Raises JournalError: bad_button.
    """
    zone = check(zone)
    for regimen in await regimens.of(tx, person):
        home = regimen.zone or person.zone
        if not keep_home and home != zone:
            regimen.planned_from = await _since(tx, person, regimen, now)
        regimen.zone = home if keep_home and home != zone else None
    people.answer_zone(person, zone)
    await planning.everything(tx, person, now)
