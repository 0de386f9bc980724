"""Linking: having one regimen start after another, and what became of it (clinical.md S-LINK)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from journal import links, notices, occurrences, people, regimens
from journal.errors import JournalError
from journal.tables import Notice, Person, Regimen
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Link:
    """What a regimen waits for: the other one's name ("" once that is deleted), hours after its first intake.

    `starts`: when it starts; None while it waits. `lost`: the other one will never be recorded.
    """

    other: str
    hours: int
    starts: datetime | None
    lost: bool


async def of(tx: Transaction, regimen: Regimen) -> Link | None:
    """Return the link of a regimen whose start still hangs on another; None when it has none."""
    if regimen.link_hours is None:
        return None
    other = await tx.get(Regimen, regimen.link_id) if regimen.link_id else None
    starts = await links.starts_at(tx, regimen)
    return Link(other.label if other else "", regimen.link_hours, starts, await links.is_lost(tx, regimen))


async def others(tx: Transaction, person: Person, regimen: Regimen) -> list[Regimen]:
    """Return what the regimen could wait for: the person's others that do not wait for it; none if it cannot wait."""
    recorded = await links.is_recorded(tx, regimen)
    if regimen.status == regimens.ENDED or recorded or not links.is_movable(await regimens.plan_of(tx, regimen)):
        return []
    mine = {regimens.ident(each): each for each in await regimens.of(tx, person)}
    return [each for ident, each in mine.items() if not _leads_to(each, regimens.ident(regimen), mine)]


def _leads_to(other: Regimen, ident: int, mine: dict[int, Regimen]) -> bool:
    """Whether `other` is that regimen, or waits for it in the end."""
    at: Regimen | None = other
    while at is not None and at.id != ident:
        at = mine.get(at.link_id) if at.link_id else None
    return at is not None


async def link(tx: Transaction, person: Person, regimen: Regimen, other_id: int, hours: int, now: datetime) -> None:
    """Have the regimen start `hours` after the first intake of the other one, also one before now.

    Raises JournalError: gone, link_hours, link_unfit (it cannot wait for that), link_past (that time has passed).
    """
    other = await regimens.own(tx, person, other_id)
    if hours not in links.HOURS:
        raise JournalError("link_hours", most=links.HOURS[-1])
    if other not in await others(tx, person, regimen):
        raise JournalError("link_unfit")
    await _forget_said(tx, regimen)
    regimen.link_id, regimen.link_hours = regimens.ident(other), hours
    starts = await links.starts_at(tx, regimen)
    if starts is not None and starts <= now:
        raise JournalError("link_past", label=other.label)
    await occurrences.cancel_open(tx, regimen)
    await occurrences.plan_next(tx, person, regimen, now)


async def unlink(tx: Transaction, person: Person, regimen: Regimen, now: datetime) -> bool:
    """Have it start now, whatever it waited for; False when it waits for nothing. Raises plan_changed (ended)."""
    if regimen.status == regimens.ENDED:
        raise JournalError("plan_changed")
    if regimen.link_hours is None:
        return False
    await links.release(tx, regimen, occurrences.zone_of(person, regimen), now)
    await _forget_said(tx, regimen)
    await occurrences.plan_next(tx, person, regimen, now)
    return True


async def started(
    tx: Transaction, person: Person, regimen_ids: set[int], now: datetime
) -> list[tuple[Regimen, datetime]]:
    """Return what is about to start because of the first intake of one of these, with its first moment."""
    mine = (col(Regimen.person_id) == people.ident(person), col(Regimen.link_id).in_(regimen_ids))
    found = []
    for each in (await tx.execute(select(Regimen).where(*mine, col(Regimen.status) != regimens.ENDED))).scalars():
        ahead = each.planned_from >= now and await links.is_first(tx, each)
        coming = await regimens.upcoming(tx, person, each, now, 1) if ahead else []
        found += [(each, coming[0])] if coming else []
    return found


async def _forget_said(tx: Transaction, regimen: Regimen) -> None:
    """Have a lost start be told again should it be lost again."""
    about = (col(Notice.kind) == notices.LINK, col(Notice.subject) == links.subject(regimen))
    await tx.execute(delete(Notice).where(*about))
