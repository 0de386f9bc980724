"""What a rating leads to on its own day: A-SEVERE, else A-SEV1 (clinical.md §4.2, G-ONE)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, confounders, people, prompt_states, rights, rule_choices, rules, trends
from journal.errors import JournalError
from journal.rules import Finding, RuleSettings
from journal.rules.soft import severe_day
from journal.tables import FindingLog, Person, TrackedSymptom
from journal.transaction import Transaction, store

SEVERE, HARD_DAY, INTERFERE = "A-SEVERE", "A-SEV1", "A-INTERFERE"
WINDOW = 7  # calendar days, today the last


async def check(
    tx: Transaction, person: Person, symptom_id: int, day: date, now: datetime, said: bool = False
) -> int | None:
    """Apply both rules to the rating just made, and return the id of what is to be said; None for nothing.

    For ratings of today and of the days that can still be filled in. A severe prompt counts for the gaps of the
    symptom's prompts, and is said once a day however often the day is rated. No kind word where something was
    `said` already.
    """
    today, symptom = people.today(person, now), await tx.get(TrackedSymptom, symptom_id)
    values = await checkins.ratings(tx, symptom_id, today - timedelta(days=WINDOW - 1), today)
    value = values.get(day)
    if symptom is None or value is None or (today - day).days > checkins.BACKFILL:
        return None
    chosen = await rule_choices.of(tx, person)
    days = [values.get(today - timedelta(days=n)) for n in reversed(range(WINDOW))]
    severe = rules.check_severe(symptom.code, days, chosen)
    if severe and (log := await _severe(tx, person, symptom_id, severe, days, chosen, now)):
        return log.id
    return None if said else await _hard_day(tx, person, symptom_id, value, day, chosen, now)


async def _severe(
    tx: Transaction,
    person: Person,
    symptom_id: int,
    found: Finding,
    days: trends.Week,
    chosen: RuleSettings,
    now: datetime,
) -> FindingLog | None:
    """The log of A-SEVERE, when it is to be said; a firing within a gap is logged once a day, unsaid."""
    today = people.today(person, now)
    log = await _of_today(tx, symptom_id, today)
    if log is None:
        log = log_of(person, symptom_id, found, today, now)
        tx.add(log)
    row, level = await prompt_states.of(tx, symptom_id), trends.weekly_mean(days)
    state = prompt_states.pure(row)
    if log.shown or person.paused_since is not None or not rules.may_send(state, today, level):
        return None
    prompt_states.keep(row, rules.sent(state, today, level))
    beside = await confounders.beside(tx, person, found, symptom_id, today, chosen)
    log.shown, log.evidence = True, {**confounders.joined(found, beside), "at": now.isoformat()}
    if beside is not None:
        extra = log_of(person, symptom_id, beside, today, now)
        extra.shown = True
        tx.add(extra)
    await tx.flush()
    return log


async def _hard_day(
    tx: Transaction, person: Person, symptom_id: int, value: int, day: date, chosen: RuleSettings, now: datetime
) -> int | None:
    """The id of the log of A-SEV1, when it is to be said."""
    since = await _since_last(tx, person, now)
    if HARD_DAY in chosen.off or not severe_day(value, since):
        return None
    found = Finding(HARD_DAY, rules.BY_ID[HARD_DAY].version, "", {"rating": value, "day": day.isoformat()}, "T-SEV1")
    log = log_of(person, symptom_id, found, people.today(person, now), now)
    log.shown = True
    await store(tx, log)
    return log.id


async def _of_today(tx: Transaction, symptom_id: int, today: date) -> FindingLog | None:
    query = select(FindingLog).where(
        col(FindingLog.symptom_id) == symptom_id,
        col(FindingLog.rule) == SEVERE,
        col(FindingLog.at_once),
        col(FindingLog.fired_on) == today,
    )
    return (await tx.execute(query)).scalars().first()


async def _since_last(tx: Transaction, person: Person, now: datetime) -> timedelta | None:
    """How long ago either was said about any symptom; None for never."""
    query = (
        select(col(FindingLog.evidence))
        .where(
            col(FindingLog.person_id) == people.ident(person),
            col(FindingLog.rule).in_((SEVERE, HARD_DAY)),
            col(FindingLog.at_once),
            col(FindingLog.shown),
        )
        .order_by(col(FindingLog.id).desc())
    )
    newest = (await tx.execute(query.limit(1))).scalar_one_or_none()
    return now - datetime.fromisoformat(newest["at"]) if newest else None


async def severe_since(tx: Transaction, person: Person, first: date) -> frozenset[int]:
    """Return the symptoms of which A-SEVERE was said at once on `first` or later."""
    query = select(col(FindingLog.symptom_id)).where(
        col(FindingLog.person_id) == people.ident(person),
        col(FindingLog.rule) == SEVERE,
        col(FindingLog.at_once),
        col(FindingLog.shown),
        col(FindingLog.fired_on) >= first,
    )
    return frozenset(each for each in (await tx.execute(query)).scalars() if each is not None)


async def said(tx: Transaction, person: Person, log_id: int) -> list[tuple[FindingLog, TrackedSymptom]]:
    """Return what was said at once by a message, foremost first, and the symptoms that it is about.

    What the answers about one week led to was one message. Raises JournalError: gone.
    """
    log = await tx.get(FindingLog, log_id)
    if log is None or not rights.may(person, rights.OWN, log) or not (log.at_once and log.shown):
        raise JournalError("gone")
    if log.rule == INTERFERE:
        return await hindering(tx, person, date.fromisoformat(log.evidence["week"]))
    symptom = await tx.get(TrackedSymptom, log.symptom_id)
    assert symptom is not None
    return [(log, symptom)]


async def hindering(tx: Transaction, person: Person, week: date) -> list[tuple[FindingLog, TrackedSymptom]]:
    """Return what was said at once of the answers about the week that ended on `week`, foremost first."""
    query = (
        select(FindingLog, TrackedSymptom)
        .join(TrackedSymptom, col(TrackedSymptom.id) == col(FindingLog.symptom_id))
        .where(
            col(FindingLog.person_id) == people.ident(person),
            col(FindingLog.rule) == INTERFERE,
            col(FindingLog.at_once),
        )
        .order_by(col(FindingLog.id))
    )
    rows = await tx.execute(query)
    return [(log, symptom) for log, symptom in rows if log.evidence["week"] == week.isoformat()]


def log_of(person: Person, symptom_id: int, found: Finding, today: date, now: datetime) -> FindingLog:
    """Return the log of a finding that is looked at on its own day, not said yet."""
    return FindingLog(
        person_id=people.ident(person),
        symptom_id=symptom_id,
        rule=found.rule,
        version=found.version,
        template=found.template,
        evidence={**found.evidence, "at": now.isoformat()},
        fired_on=today,
        at_once=True,
    )
