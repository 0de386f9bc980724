"""Cramps or weakness soon after an injection, early in the treatment: told at once (clinical.md A-INJCRAMP)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, people, rights, rule_choices, treatment
from journal.errors import JournalError
from journal.rules import BY_ID
from journal.rules.soft import injection_cramp
from journal.tables import FindingLog, Intake, Person, Rating, Regimen, TrackedSymptom
from journal.transaction import Transaction, store

RULE, TEMPLATE = "A-INJCRAMP", "T-INJCRAMP"


async def check(tx: Transaction, person: Person, symptom_id: int, day: date, now: datetime) -> int | None:
    """Log A-INJCRAMP for the rating just made, and return the log's id; None when it does not fire.

    It fires once for each injection, for ratings of today and of the days that can still be filled in.
    """
    known = await treatment.of(tx, person)
    if known is None or known.started_on is None:
        return None
    symptom, injected = await tx.get(TrackedSymptom, symptom_id), await _injected(tx, person, day)
    today = people.today(person, now)
    if symptom is None or injected is None:
        return None
    query = select(col(Rating.value)).where(col(Rating.symptom_id) == symptom_id, col(Rating.local_date) == day)
    value = (await tx.execute(query)).scalar_one_or_none()
    if value is None or (today - day).days > checkins.BACKFILL:
        return None
    found = injection_cramp(symptom.code, value, (day - injected).days, (day - known.started_on).days)
    if found is None or await _was_said(tx, person, injected) or not await rule_choices.is_on(tx, person, RULE):
        return None
    log = FindingLog(
        person_id=people.ident(person),
        symptom_id=symptom_id,
        rule=RULE,
        version=BY_ID[RULE].version,
        template=TEMPLATE,
        evidence={**found, "d": (today - injected).days, "injection": injected.isoformat()},
        fired_on=day,
        shown=True,
    )
    await store(tx, log)
    return log.id


async def _injected(tx: Transaction, person: Person, day: date) -> date | None:
    """The local date of the last injection up to `day`."""
    query = (
        select(col(Intake.local_date))
        .join(Regimen, col(Regimen.id) == col(Intake.regimen_id))
        .where(
            col(Regimen.person_id) == people.ident(person),
            col(Regimen.route) == "injection",
            col(Intake.kind) == "taken",
            col(Intake.local_date) <= day,
        )
        .order_by(col(Intake.local_date).desc())
        .limit(1)
    )
    return (await tx.execute(query)).scalar_one_or_none()


async def _was_said(tx: Transaction, person: Person, injected: date) -> bool:
    mine = (col(FindingLog.person_id) == people.ident(person), col(FindingLog.rule) == RULE)
    logged = (await tx.execute(select(col(FindingLog.evidence)).where(*mine))).scalars()
    return any(evidence.get("injection") == injected.isoformat() for evidence in logged)


async def said(tx: Transaction, person: Person, log_id: int) -> tuple[FindingLog, TrackedSymptom]:
    """Return what was logged, and the symptom that it is about. Raises JournalError: gone."""
    log = await tx.get(FindingLog, log_id)
    symptom = await tx.get(TrackedSymptom, log.symptom_id) if log is not None else None
    if log is None or symptom is None or not rights.may(person, rights.OWN, log):
        raise JournalError("gone")
    return log, symptom
