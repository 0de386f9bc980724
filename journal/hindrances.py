"""What the weekly answers lead to once they are given: A-INTERFERE, as the one prompt of that week (G-ONE)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from journal import at_once, confounders, interference, people, prompt_states, prompts, rule_choices, rules, trends
from journal.checkins import ratings
from journal.rules import Finding, RuleSettings
from journal.summaries import WEEKS
from journal.tables import Person
from journal.transaction import Transaction


async def check(tx: Transaction, person: Person, week: date, now: datetime) -> int | None:
    """Return the id of what is to be said of the answers about the week that ended on `week`; None for nothing.

    It is said once everything was asked, and once for each week. Where the summary of that week had a prompt, it is
    left to the next one. It counts for the gaps of each symptom's prompts.
    """
    asked = await interference.questions(tx, person, week)
    is_told = await prompts.said(tx, person, week) or await at_once.hindering(tx, person, week)
    if asked.open or is_told or person.paused_since is not None:
        return None
    chosen = await rule_choices.of(tx, person)
    for item in asked.items:
        answers = await interference.answers(tx, person, item.symptom, week, WEEKS)
        found = rules.check_interference(item.code, answers, chosen)
        if found:
            await _say(tx, person, item.symptom, found, week, chosen, now)
    await tx.flush()
    said = await at_once.hindering(tx, person, week)
    return said[0][0].id if said else None


async def _say(
    tx: Transaction, person: Person, symptom_id: int, found: Finding, week: date, chosen: RuleSettings, now: datetime
) -> None:
    """Log it as said, unless it is to rest."""
    values, today = await ratings(tx, symptom_id, week - timedelta(days=6), week), people.today(person, now)
    level = trends.weekly_mean([values.get(week - timedelta(days=back)) for back in range(7)])
    row = await prompt_states.of(tx, symptom_id)
    state = prompt_states.pure(row)
    if not rules.may_send(state, today, level):
        return
    prompt_states.keep(row, rules.sent(state, today, level))
    beside = await confounders.beside(tx, person, found, symptom_id, week, chosen)
    logged = [replace(found, evidence=confounders.joined(found, beside)), *([beside] if beside else [])]
    for each in logged:
        log = at_once.log_of(person, symptom_id, each, today, now)
        log.shown, log.evidence = True, {**log.evidence, "week": week.isoformat()}
        tx.add(log)
