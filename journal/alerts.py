"""Alerts: what a caregiver hears of between digests, as far as the link allows, and when (clinical.md 2.5, G-CARE)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from sqlalchemy import or_, select
from sqlmodel import col

from journal import care_kinds, caregiving, injections, intakes, notices, overdue, people, quiet, regimens, scopes
from journal.care_plans import last_word, told_today, tomorrow
from journal.caregiving import ACTIVE
from journal.intakes import Dose
from journal.notices import Claimed, Owed
from journal.occurrences import DoseKey
from journal.overdue import Overdue
from journal.scopes import ALWAYS, MISSED, NUDGE, OVERDUE, RECORD, SILENT, Allowed, shared
from journal.tables import CareLink, Notice, Person, Regimen
from journal.transaction import Transaction

LATEST = timedelta(hours=12)  # an alert that could not go out for so long is not sent any more
LATE = timedelta(minutes=15)  # a reminder that comes later than this starts the delay anew


@dataclass(frozen=True, slots=True)
class OpenDose:
    """A dose that is not recorded. `wall`: its planned moment as the patient's clock shows it, without a zone."""

    NEEDS: ClassVar[str] = MISSED
    regimen: int = shared(ALWAYS)
    key: DoseKey = shared("doses")
    label: str = shared("doses")
    planned_at: datetime = shared("doses")
    wall: datetime = shared("doses")

    @classmethod
    def of(cls, patient: Person, dose: Dose) -> Self:
        """Return what there is to say of this dose of the patient's."""
        wall = people.local(patient, dose.planned_at).replace(tzinfo=None)
        return cls(dose.key.regimen, dose.key, dose.label, dose.planned_at, wall)


@dataclass(frozen=True, slots=True)
class OverdueInjection:
    """An injection that is overdue and not recorded, planned for `day`, the patient's date."""

    NEEDS: ClassVar[str] = OVERDUE
    regimen: int = shared(ALWAYS)
    key: DoseKey = shared("doses")
    label: str = shared("doses")
    day: date = shared("doses")


@dataclass(frozen=True, slots=True)
class DoseAlert:
    """What is not recorded; without any it has been `settled` since, perhaps by a caregiver (`helped`).

    The rest: what the caregiver may do.
    """

    NEEDS: ClassVar[str] = ALWAYS
    patient: str = shared(ALWAYS)
    doses: tuple[OpenDose | OverdueInjection, ...] = shared(ALWAYS, ())
    settled: bool = shared(ALWAYS, False)
    helped: bool = shared(ALWAYS, False)
    may_record: bool = shared(RECORD, False)
    may_nudge: bool = shared(NUDGE, False)


@dataclass(frozen=True, slots=True)
class Silence:
    """The patient has not written or tapped for `days` days."""

    NEEDS: ClassVar[str] = SILENT
    patient: str = shared(ALWAYS)
    days: int = shared(SILENT)


def dose_of(subject: str) -> DoseKey:
    """Return the dose that the subject of an alert, or of what follows it, is about."""
    return DoseKey.of(subject.split(":", 2)[2])


async def plan(tx: Transaction, due: Sequence[Claimed], now: datetime) -> None:
    """Plan what caregivers hear should these reminders stay without an answer. Idempotent."""
    reminders = [notice for notice in due if notice.kind == notices.DOSE]
    patients = {notice.person_id for notice in reminders}
    wanted = or_(col(CareLink.missed_after).is_not(None), col(CareLink.overdue))
    query = select(CareLink).where(col(CareLink.state) == ACTIVE, col(CareLink.patient_id).in_(patients), wanted)
    links: dict[int, list[CareLink]] = defaultdict(list)
    for link in (await tx.execute(query)).scalars() if patients else ():
        links[link.patient_id].append(link)
    told = [notice for notice in reminders if notice.person_id in links]
    given = await _injections(tx, {DoseKey.of(notice.subject).regimen for notice in told})
    owed = [_owed(link, notice, given, now) for notice in told for link in links[notice.person_id]]
    await notices.plan_many(tx, filter(None, owed))


async def _injections(tx: Transaction, ids: Collection[int]) -> set[int]:
    query = select(col(Regimen.id)).where(col(Regimen.id).in_(ids), col(Regimen.route) == injections.ROUTE)
    return {ident for ident in (await tx.execute(query)).scalars() if ident is not None} if ids else set()


def _owed(link: CareLink, reminder: Claimed, given: Collection[int], now: datetime) -> Owed | None:
    """An injection's is looked at again at once: `hold` knows from when on it is overdue."""
    terms, key = caregiving.allowed(link), DoseKey.of(reminder.subject)
    if link.caregiver_id is None or not terms.covers(key.regimen):
        return None
    name = caregiving.subject(caregiving.ident(link), key.subject)
    overdue_from = now if terms.overdue else None
    due = overdue_from if key.regimen in given else _due(terms, reminder.due_at, now)
    return Owed(link.caregiver_id, care_kinds.CARE_DOSE, name, due, reminder.n) if due else None


def _due(terms: Allowed, asked_at: datetime, now: datetime) -> datetime | None:
    """The delay counts from the reminder, which can come late after downtime."""
    if terms.missed_after is None:
        return None
    delay = timedelta(minutes=terms.missed_after)
    if now > asked_at + delay + LATEST:
        return None
    return delay + (now if now - asked_at > LATE else asked_at)


async def hold(tx: Transaction, caregiver: Person, notice: Claimed, now: datetime) -> None:
    """An alert waits until an injection is overdue, and for the end of the caregiver's quiet hours."""
    link = await caregiving.active(tx, caregiving.link_of(notice.subject))
    patient = await people.get(tx, link.patient_id) if link else None
    if link is None or patient is None:
        return
    until = now
    for dose in await intakes.doses(tx, patient, [dose_of(notice.subject)]):
        regimen = await regimens.own(tx, patient, dose.key.regimen)
        if dose.open and regimen.route == injections.ROUTE:
            until = max(now, await overdue.begins(tx, patient, regimen, dose.planned_at))
            if until == now and await told_today(tx, link, [notice.id], now):
                until = tomorrow(patient, now)  # it is said once only, and stays true
    if not link.through_quiet:
        until = quiet.after_quiet(caregiver, until)
    if until > now:
        await notices.postpone(tx, notice.id, until)


async def load(tx: Transaction, link: CareLink, keys: Sequence[DoseKey], now: datetime) -> DoseAlert | None:
    """Return what of these doses is open, as far as the link allows; None when nothing is to be said of them.

    While the patient's doses rest, nothing is; nor of what was put off and will be asked for again.
    """
    patient = await people.get(tx, link.patient_id)
    terms = caregiving.allowed(link)
    if patient is None or patient.paused_since is not None or patient.unreachable_since is not None:
        return None
    doses = [dose for dose in await intakes.doses(tx, patient, keys) if terms.covers(dose.key.regimen)]
    late = await overdue.those(tx, patient, doses, now)
    running = {regimens.ident(one) for one in await regimens.of(tx, patient) if one.status == regimens.ACTIVE}
    said = [_said(patient, dose, late) for dose in doses if dose.key.regimen in running]
    settled = bool(doses) and not any(dose.open for dose in doses)
    helped = any(dose.helper is not None for dose in doses)
    whole = DoseAlert(link.patient_name, tuple(filter(None, said)), settled, helped, True, True)
    fact = scopes.permitted(terms, whole)
    return fact if fact and (fact.doses or fact.settled) else None


def _said(patient: Person, dose: Dose, late: dict[DoseKey, Overdue]) -> OpenDose | OverdueInjection | None:
    if not dose.open or dose.snoozed_until is not None:
        return None
    if dose.key in late:
        found = late[dose.key]
        return OverdueInjection(dose.key.regimen, dose.key, dose.label, found.day) if found.is_overdue else None
    return OpenDose.of(patient, dose)


async def silence(tx: Transaction, link: CareLink, now: datetime) -> Silence | None:
    """Return for how long the patient has been silent; None when it is not long enough, or not to be said."""
    patient = await people.get(tx, link.patient_id)
    if patient is None or patient.paused_since is not None or link.silent_days is None:
        return None
    days = (now - last_word(patient, link)).days
    if days < link.silent_days:
        return None
    return scopes.permitted(caregiving.allowed(link), Silence(link.patient_name, days))


async def together(tx: Transaction, subject: str) -> list[DoseKey]:
    """Return the doses of the message that the alert `subject` was part of."""
    mine = (col(Notice.kind) == care_kinds.CARE_DOSE, col(Notice.subject) == subject)
    newest = select(col(Notice.message_id), col(Notice.person_id)).where(*mine).order_by(col(Notice.id).desc()).limit(1)
    row = (await tx.execute(newest)).first()
    if row is None or row[0] is None:
        return [dose_of(subject)]
    same = select(col(Notice.subject)).where(
        col(Notice.kind) == care_kinds.CARE_DOSE, col(Notice.message_id) == row[0], col(Notice.person_id) == row[1]
    )
    return sorted({dose_of(each) for each in (await tx.execute(same)).scalars()})
