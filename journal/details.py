"""The details of injections as rows: site, giver and batch of an intake, and when each site was last used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from journal import occurrences, people, regimens, sites
from journal.errors import JournalError
from journal.occurrences import DoseKey
from journal.sites import Given, Rested
from journal.tables import Intake, Occurrence, Person, Reaction, Regimen
from journal.transaction import Transaction

INJECTION, TAKEN = "injection", "taken"
LOOKED_AT = 500  # injections back; a place that was not used since is forgotten


@dataclass(frozen=True, slots=True)
class Past:
    """An injection that was taken, with what was said of it a day later."""

    at: datetime
    given: Given
    reaction: Reaction | None


def given_of(row: Intake, regimen: Regimen) -> Given | None:
    """Return how an injection that was taken was given; None for anything else."""
    if row.kind != TAKEN or regimen.route != INJECTION:
        return None
    assert row.id is not None
    return Given(row.id, row.site or "", row.giver or "", row.batch or "")


async def intake(tx: Transaction, person: Person, intake_id: int) -> tuple[Intake, Regimen]:
    """Return an injection of the person that was taken. Raises JournalError: gone."""
    row = await tx.get(Intake, intake_id)
    if row is None:
        raise JournalError("gone")
    regimen = await regimens.own(tx, person, row.regimen_id)
    if given_of(row, regimen) is None:
        raise JournalError("gone")
    return row, regimen


async def key_of(tx: Transaction, row: Intake) -> DoseKey | None:
    """Return the occurrence that an intake settles; None for one besides the plan."""
    planned = await tx.get(Occurrence, row.occurrence_id) if row.occurrence_id else None
    return occurrences.key_of(planned) if planned else None


async def set_site(tx: Transaction, person: Person, intake_id: int, site: str) -> None:
    """Say where it was given: one of sites.STANDARD, or own words. Raises JournalError: gone, too_long."""
    row, _ = await intake(tx, person, intake_id)
    row.site = _checked(site)


async def set_batch(tx: Transaction, person: Person, intake_id: int, batch: str) -> None:
    """Say which batch it was of, in the person's words. Raises JournalError: gone, too_long."""
    row, _ = await intake(tx, person, intake_id)
    row.batch = _checked(batch)


async def set_giver(tx: Transaction, person: Person, intake_id: int, giver: str) -> None:
    """Say who gave it: one of sites.GIVERS. Raises JournalError: gone, bad_button."""
    if giver not in sites.GIVERS:
        raise JournalError("bad_button")
    row, _ = await intake(tx, person, intake_id)
    row.giver = giver


async def clear(tx: Transaction, person: Person, intake_id: int) -> None:
    """Forget place, giver and batch. Raises JournalError: gone."""
    row, _ = await intake(tx, person, intake_id)
    row.site = row.giver = row.batch = None


def _checked(text: str) -> str:
    if len(text) > sites.LONGEST:
        raise JournalError("detail_too_long", most=sites.LONGEST, length=len(text))
    return text


async def rested(tx: Transaction, person: Person, but: int) -> list[Rested]:
    """Return every place, the longest rested first, by all injections of the person but the intake `but`."""
    query = (
        select(col(Intake.site), col(Intake.taken_at))
        .join(Regimen, col(Regimen.id) == col(Intake.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Regimen.route) == INJECTION,
            col(Intake.kind) == TAKEN,
            col(Intake.site).is_not(None),
            col(Intake.id) != but,
        )
        .order_by(col(Intake.taken_at).desc())
        .limit(LOOKED_AT)
    )
    return sites.by_rest([(site, at) for site, at in await tx.execute(query) if site])


async def site_of(tx: Transaction, person: Person, name: str, but: int) -> str:
    """Return the place that a button names (Rested.name). Raises JournalError: bad_button."""
    found = (each.site for each in await rested(tx, person, but) if each.name == name)
    site = next(found, None)
    if site is None:
        raise JournalError("bad_button")
    return site


async def latest(tx: Transaction, person: Person, regimen_id: int, most: int) -> list[Past]:
    """Return the last injections of a regimen that were taken, the newest first. Raises JournalError: gone."""
    regimen = await regimens.own(tx, person, regimen_id)
    query = (
        select(Intake, Reaction)
        .outerjoin(Reaction, col(Reaction.intake_id) == col(Intake.id))
        .where(col(Intake.regimen_id) == regimen_id, col(Intake.kind) == TAKEN)
        .order_by(col(Intake.taken_at).desc(), col(Intake.id).desc())
        .limit(most)
    )
    found = []
    for row, reaction in await tx.execute(query):
        if (given := given_of(row, regimen)) is not None:
            found.append(Past(row.taken_at, given, reaction))
    return found
