"""Where the clinician prompts about each symptom stand: rows of journal.rules' state machine (clinical.md §4.3)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from journal import people, rights, rules
from journal.errors import JournalError
from journal.tables import Person, PromptState, TrackedSymptom
from journal.transaction import Transaction, store


async def of(tx: Transaction, symptom_id: int) -> PromptState:
    """Return the row of a symptom, made when there is none."""
    query = select(PromptState).where(col(PromptState.symptom_id) == symptom_id)
    row = (await tx.execute(query)).scalar_one_or_none()
    if row is None:
        row = PromptState(symptom_id=symptom_id)
        await store(tx, row)
    return row


def pure(row: PromptState) -> rules.PromptState:
    """Return the state that a row holds."""
    return rules.PromptState(row.last_prompt, row.in_a_row, row.level, row.snooze_until, row.calm_weeks, row.muted)


def keep(row: PromptState, state: rules.PromptState) -> None:
    """Put a state into its row."""
    for name, value in asdict(state).items():
        setattr(row, name, value)


async def answered(tx: Transaction, symptom_id: int, answer: str, today: date) -> None:
    """Keep what an answer (one of rules.ANSWERS) leads to."""
    row = await of(tx, symptom_id)
    keep(row, rules.acknowledged(pure(row), answer, today))


async def muted(tx: Transaction, person: Person) -> list[TrackedSymptom]:
    """Return the symptoms that are not to be asked about, in their order."""
    query = (
        select(TrackedSymptom)
        .join(PromptState, col(PromptState.symptom_id) == col(TrackedSymptom.id))
        .where(col(TrackedSymptom.person_id) == people.ident(person), col(PromptState.muted))
        .order_by(col(TrackedSymptom.position))
    )
    return list((await tx.execute(query)).scalars())


async def unmute(tx: Transaction, person: Person, symptom_id: int) -> None:
    """Have a symptom asked about again. Raises JournalError: gone."""
    if not rights.may(person, rights.OWN, await tx.get(TrackedSymptom, symptom_id)):
        raise JournalError("gone")
    (await of(tx, symptom_id)).muted = False
    await tx.flush()
