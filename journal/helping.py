"""Helping: what a caregiver may do about a patient's open doses. The patient hears of it and can take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import select
from sqlmodel import col

from journal import (
    accesses,
    care_kinds,
    caregiving,
    entries,
    intakes,
    notices,
    occurrences,
    people,
    regimens,
    rights,
    scopes,
)
from journal.alerts import OpenDose
from journal.errors import JournalError
from journal.intakes import Dose
from journal.occurrences import DoseKey
from journal.scopes import ALWAYS, NUDGE, RECORD, shared
from journal.tables import CareLink, Intake, Person
from journal.transaction import Transaction


@dataclass(frozen=True, slots=True)
class HelpDose(OpenDose):
    """A dose that is due and open, and may be recorded."""

    NEEDS: ClassVar[str] = RECORD


@dataclass(frozen=True, slots=True)
class OpenDoses:
    """What a caregiver may help with now."""

    NEEDS: ClassVar[str] = ALWAYS
    patient: str = shared(ALWAYS)
    doses: tuple[HelpDose, ...] = shared(RECORD, ())
    may_record: bool = shared(RECORD, False)
    may_nudge: bool = shared(NUDGE, False)


async def link_for(tx: Transaction, caregiver: Person, link_id: int) -> tuple[CareLink, Person]:
    """Return an active link of this caregiver, and its patient. Raises JournalError: care_gone."""
    link = await caregiving.used(tx, caregiver, rights.READ, link_id)
    patient = await people.get(tx, link.patient_id)
    if patient is None:
        raise JournalError("care_gone")
    return link, patient


async def open_doses(tx: Transaction, link: CareLink, patient: Person, now: datetime) -> OpenDoses:
    """Return what the caregiver may do, and the patient's doses that are due and open if they may record those."""
    found = tuple(HelpDose.of(patient, dose) for dose in await _open(tx, link, patient, now))
    fact = scopes.permitted(caregiving.allowed(link), OpenDoses(link.patient_name, found, True, True))
    assert fact is not None, "who it is about is always permitted"
    return fact


async def _open(tx: Transaction, link: CareLink, patient: Person, now: datetime) -> list[Dose]:
    """While something rests nobody is asked about it, so nobody helps with it."""
    if patient.paused_since is not None:
        return []
    covers = caregiving.allowed(link).covers
    running = {regimens.ident(one) for one in await regimens.of(tx, patient) if one.status == regimens.ACTIVE}
    found = await intakes.open_doses(tx, patient, now)
    return [dose for dose in found if dose.key.regimen in running and covers(dose.key.regimen)]


async def record(tx: Transaction, caregiver: Person, link_id: int, key: DoseKey, now: datetime) -> bool:
    """Record an open, due dose as taken now, for the patient; False when something was recorded before and stays.

    Raises JournalError: care_gone, care_not_yours (not allowed, or not among what is open), care_near (the patient
    has to say whether that is one more).
    """
    link, patient = await link_for(tx, caregiver, link_id)
    found = await intakes.doses(tx, patient, [key])
    if not rights.may(caregiver, rights.RECORD, link, key.regimen) or not found:
        raise JournalError("care_not_yours", name=link.patient_name)
    if not found[0].open:
        return False
    if key not in {dose.key for dose in await _open(tx, link, patient, now)}:
        raise JournalError("care_not_yours", name=link.patient_name)
    if await entries.near(tx, patient, key.regimen, now):
        raise JournalError("care_near", name=link.patient_name)
    fresh = await intakes.record(tx, patient, key, intakes.TAKEN, now)
    await _mark(tx, key, link_id)
    await accesses.log(tx, link.patient_id, link_id, care_kinds.CARE_HELPED, now)
    name = caregiving.subject(link_id, key.subject)
    for kind in (care_kinds.CARE_SHOWN, care_kinds.CARE_HELPED):
        await notices.plan(tx, link.patient_id, kind, name, now, await notices.next_n(tx, kind, name))
    return fresh


async def _mark(tx: Transaction, key: DoseKey, link_id: int) -> None:
    row = await occurrences.find(tx, key)
    assert row is not None
    intake = (await tx.execute(select(Intake).where(col(Intake.occurrence_id) == row.id))).scalar_one()
    intake.helped, intake.link_id = True, link_id
    await tx.flush()


async def ask(tx: Transaction, caregiver: Person, link_id: int, now: datetime) -> None:
    """Ask the patient whether what is open was taken: once on a day of theirs.

    Raises JournalError: care_gone, care_not_yours, care_asked (today already), care_nothing_open.
    """
    link, patient = await link_for(tx, caregiver, link_id)
    if not rights.may(caregiver, rights.NUDGE, link):
        raise JournalError("care_not_yours", name=link.patient_name)
    if not await _open(tx, link, patient, now):
        raise JournalError("care_nothing_open", name=link.patient_name)
    name = caregiving.subject(link_id, people.today(patient, now).isoformat())
    if await notices.next_n(tx, care_kinds.CARE_ASKED, name):
        raise JournalError("care_asked", name=link.patient_name)
    await notices.plan(tx, link.patient_id, care_kinds.CARE_ASKED, name, now)
    await accesses.log(tx, link.patient_id, link_id, care_kinds.CARE_ASKED, now)
