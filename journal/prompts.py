"""Clinician prompts of a person: which findings are said with a summary, and what the person answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import (
    at_once,
    confounders,
    interference,
    people,
    prompt_states,
    rule_choices,
    rules,
    treatment,
    trends,
)
from journal.errors import JournalError
from journal.prompt_states import keep, pure
from journal.rules import Background, Finding, RuleSettings
from journal.summaries import WEEKS, Week
from journal.tables import FindingLog, Person, TrackedSymptom
from journal.transaction import Transaction

Said = Sequence[tuple[FindingLog, TrackedSymptom]]


async def evaluate(tx: Transaction, person: Person, facts: Week, today: date) -> None:
    """Apply the rules to a finished week: log each finding and which of them the summary says. Idempotent.

    While everything rests none is said, and what was said at once in that week is not said again.
    """
    rows = {symptom.code: await prompt_states.of(tx, symptom.symptom) for symptom in facts.symptoms}
    if any(row.evaluated_to is not None and row.evaluated_to >= facts.last for row in rows.values()):
        return
    chosen, background = await rule_choices.of(tx, person), await _background(tx, person, facts)
    findings = rules.check_week({symptom.code: symptom.weeks for symptom in facts.symptoms}, chosen, background)
    states = {each.code: _after_week(pure(rows[each.code]), each.week, chosen, each.code) for each in facts.symptoms}
    levels = {symptom.code: trends.weekly_mean(symptom.week) for symptom in facts.symptoms}
    open_ones = await _not_said_yet(tx, person, facts, findings)
    said = () if person.paused_since is not None else rules.prompt(open_ones, states, levels, today)
    for finding in said:
        early = finding.template == rules.EARLY
        states[finding.symptom] = rules.sent(states[finding.symptom], today, levels[finding.symptom], early=early)
    for code, row in rows.items():
        keep(row, states[code])
        row.evaluated_to = facts.last
    for finding in findings:
        symptom = rows[finding.symptom].symptom_id
        beside = await confounders.beside(tx, person, finding, symptom, facts.last, chosen) if finding in said else None
        evidence = confounders.joined(finding, beside)
        tx.add(_log(person, replace(finding, evidence=evidence), symptom, facts.last, finding in said))
        if beside is not None:
            tx.add(_log(person, beside, symptom, facts.last, True))
    await tx.flush()


async def _background(tx: Transaction, person: Person, facts: Week) -> Background:
    """The question about a week follows its summary, so the newest answers are about the week before."""
    before = facts.first - timedelta(days=1)
    answers = {
        each.code: await interference.answers(tx, person, each.symptom, before, WEEKS) for each in facts.symptoms
    }
    return replace(await treatment.background(tx, person, facts), interference=answers)


def _after_week(state: rules.PromptState, week: trends.Week, chosen: RuleSettings, code: str) -> rules.PromptState:
    """A week is calm by the person's own numbers of A-PERSIST."""
    numbers = chosen.of("A-PERSIST", code)
    return rules.after_week(state, week, threshold=numbers["threshold"], min_days=numbers["min_days"])


async def _not_said_yet(tx: Transaction, person: Person, facts: Week, findings: Sequence[Finding]) -> list[Finding]:
    told = await at_once.severe_since(tx, person, facts.first)
    codes = {symptom.code for symptom in facts.symptoms if symptom.symptom in told}
    return [each for each in findings if each.rule != at_once.SEVERE or each.symptom not in codes]


async def said(tx: Transaction, person: Person, covers_to: date) -> Said:
    """Return what the summary of the week that ended on `covers_to` says, foremost first, unanswered or not."""
    query = (
        select(FindingLog, TrackedSymptom)
        .join(TrackedSymptom, col(TrackedSymptom.id) == col(FindingLog.symptom_id))
        .where(
            col(FindingLog.person_id) == people.ident(person),
            col(FindingLog.fired_on) == covers_to,
            col(FindingLog.rule).in_([rule.id for rule in rules.CLINICIAN_RULES]),
            col(FindingLog.shown),
            ~col(FindingLog.at_once),
        )
        .order_by(col(FindingLog.id))
    )
    return [(log, symptom) for log, symptom in await tx.execute(query)]


async def acknowledge(tx: Transaction, person: Person, covers_to: date, answer: str, now: datetime) -> bool:
    """Record the person's answer (rules.ANSWERS) to that summary's prompt; False when it was answered before.

    Raises JournalError: gone (no such prompt).
    """
    return await _answer(tx, person, await said(tx, person, covers_to), answer, now)


async def acknowledge_one(tx: Transaction, person: Person, log_id: int, answer: str, now: datetime) -> bool:
    """Record the answer to a prompt that was said at once, as `acknowledge` does. Raises JournalError: gone."""
    found = await at_once.said(tx, person, log_id)
    return await _answer(tx, person, [] if found[0][0].rule == at_once.HARD_DAY else found, answer, now)


async def _answer(tx: Transaction, person: Person, found: Said, answer: str, now: datetime) -> bool:
    if not found or answer not in rules.ANSWERS:
        raise JournalError("gone")
    if found[0][0].answer is not None:
        return False
    for log, symptom in found:
        assert symptom.id is not None
        log.answer, log.answered_at = answer, now
        await prompt_states.answered(tx, symptom.id, answer, people.today(person, now))
    await tx.flush()
    return True


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
