"""How far apart the planned moments of a regimen lie: nudges, late entries and the double-log guard go by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from journal import occurrences, plans, timing
from journal.tables import Person, Regimen, RegimenVersion
from journal.timing import Plan
from journal.transaction import Transaction

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The time from the planned moment before to this one, and from this one to the next; None at a plan's ends."""

    before: timedelta | None
    after: timedelta | None

    @property
    def following(self) -> timedelta | None:
        """The time to the next planned moment; after the last one, that from the one before."""
        return self.after or self.before

    @property
    def shortest(self) -> timedelta | None:
        """The shorter of the two; None for a single dose."""
        return min(filter(None, (self.before, self.after)), default=None)


def hours(interval: timedelta) -> float:
    """Return its length in hours; whole days that a change of the clocks made longer or shorter count as whole."""
    days = round(interval / DAY)
    return days * 24.0 if days and abs(interval - days * DAY) <= HOUR else interval / HOUR


async def at(tx: Transaction, person: Person, regimen: Regimen, moment: datetime) -> Interval:
    """Return the interval around the last planned moment up to `moment`, before a plan's start around its first."""
    return (await several(tx, person, regimen, [moment]))[0]


async def several(tx: Transaction, person: Person, regimen: Regimen, moments: Sequence[datetime]) -> list[Interval]:
    """Return the same for each of several moments."""
    assert regimen.id is not None
    versions, zone = await _versions(tx, regimen), occurrences.zone_of(person, regimen)
    held = [_held(versions, moment) for moment in moments]
    followed = {
        version.number: await plans.followed(tx, regimen.id, timing.plan_from_json(version.plan))
        for version in {version.number: version for version in held}.values()
    }
    return [
        _around(followed[version.number].at(zone, moment), zone, moment)
        for version, moment in zip(held, moments, strict=True)
    ]


def _around(plan: Plan, zone: ZoneInfo, moment: datetime) -> Interval:
    here = timing.before(plan, zone, moment + datetime.resolution) or timing.first(plan, zone, moment)
    if here is None:
        return Interval(None, None)
    earlier, later = timing.before(plan, zone, here.at), timing.after(plan, zone, here.at)
    return Interval(here.at - earlier.at if earlier else None, later.at - here.at if later else None)


async def plan_at(tx: Transaction, regimen: Regimen, moment: datetime) -> Plan:
    """Return the plan of the version that held at `moment`; before the first one, the first."""
    return timing.plan_from_json(_held(await _versions(tx, regimen), moment).plan)


async def _versions(tx: Transaction, regimen: Regimen) -> list[RegimenVersion]:
    query = select(RegimenVersion).where(col(RegimenVersion.regimen_id) == regimen.id)
    return list((await tx.execute(query.order_by(col(RegimenVersion.number)))).scalars())


def _held(versions: Sequence[RegimenVersion], moment: datetime) -> RegimenVersion:
    return ([version for version in versions if version.valid_from <= moment] or versions[:1])[-1]
