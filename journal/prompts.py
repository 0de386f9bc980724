"""Clinician prompts of a person: which findings are said with a summary, and what the person answered."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from journal import people, rules, treatment, trends
from journal.errors import JournalError
from journal.rules import Finding
from journal.summaries import Week
from journal.tables import FindingLog, Person, PromptState, TrackedSymptom
from journal.transaction import Transaction, store


async def evaluate(tx: Transaction, person: Person, facts: Week, today: date) -> None:
    """Apply the rules to a finished week: log each finding and which of them the summary says. Idempotent.

    While everything rests none is said.
    """
    rows = {symptom.code: await _row(tx, symptom.symptom) for symptom in facts.symptoms}
    if any(row.evaluated_to is not None and row.evaluated_to >= facts.last for row in rows.values()):
        return
    background = await treatment.background(tx, person, facts)
    findings = rules.check_week({symptom.code: symptom.weeks for symptom in facts.symptoms}, background=background)
    states = {code: rules.after_week(_pure(row), _weeks(facts, code)[-1]) for code, row in rows.items()}
    levels = {symptom.code: trends.weekly_mean(symptom.week) for symptom in facts.symptoms}
    said = () if person.paused_since is not None else rules.prompt(findings, states, levels, today)
    for code, row in rows.items():
        mine = next((finding for finding in said if finding.symptom == code), None)
        state = states[code]
        if mine is not None:
            state = rules.sent(state, today, levels[code], early=mine.template == "T-PERSIST-EARLY")
        _keep(row, state)
        row.evaluated_to = facts.last
    ids = {symptom.code: symptom.symptom for symptom in facts.symptoms}
    for finding in findings:
        tx.add(_log(person, finding, ids[finding.symptom], facts.last, finding in said))
    await tx.flush()


async def said(tx: Transaction, person: Person, covers_to: date) -> list[tuple[FindingLog, TrackedSymptom]]:
    """Return what the summary of the week that ended on `covers_to` says, foremost first, unanswered or not."""
    query = (
        select(FindingLog, TrackedSymptom)
        .join(TrackedSymptom, col(TrackedSymptom.id) == col(FindingLog.symptom_id))
        .where(
            col(FindingLog.person_id) == people.ident(person),
            col(FindingLog.fired_on) == covers_to,
            col(FindingLog.rule).in_([rule.id for rule in rules.CLINICIAN_RULES]),
            col(FindingLog.shown),
        )
        .order_by(col(FindingLog.id))
    )
    return [(log, symptom) for log, symptom in await tx.execute(query)]


async def acknowledge(tx: Transaction, person: Person, covers_to: date, answer: str, today: date) -> bool:
    """Record the person's answer (rules.ANSWERS) to that summary's prompt; False when it was answered before.

    Raises JournalError: gone (no such prompt).
    """
    found = await said(tx, person, covers_to)
    if not found or answer not in rules.ANSWERS:
        raise JournalError("gone")
    if found[0][0].answer is not None:
        return False
    for log, symptom in found:
        assert symptom.id is not None
        log.answer = answer
        row = await _row(tx, symptom.id)
        _keep(row, rules.acknowledged(_pure(row), answer, today))
    await tx.flush()
    return True


async def _row(tx: Transaction, symptom_id: int) -> PromptState:
    query = select(PromptState).where(col(PromptState.symptom_id) == symptom_id)
    row = (await tx.execute(query)).scalar_one_or_none()
    if row is None:
        row = PromptState(symptom_id=symptom_id)
        await store(tx, row)
    return row


def _weeks(facts: Week, code: str) -> tuple[tuple[int | None, ...], ...]:
    return next(symptom.weeks for symptom in facts.symptoms if symptom.code == code)


def _pure(row: PromptState) -> rules.PromptState:
    return rules.PromptState(row.last_prompt, row.in_a_row, row.level, row.snooze_until, row.calm_weeks, row.muted)


def _keep(row: PromptState, state: rules.PromptState) -> None:
    for name, value in asdict(state).items():
        setattr(row, name, value)


def _log(person: Person, finding: Finding, symptom_id: int, covers_to: date, shown: bool) -> FindingLog:
    return FindingLog(
        person_id=people.ident(person),
        symptom_id=symptom_id,
        rule=finding.rule,
        version=finding.version,
        template=finding.template,
        evidence=dict(finding.evidence),
        fired_on=covers_to,
        shown=shown,
    )
