"""What a person changed about the rules behind the prompts: rules off, and their own numbers (clinical.md G-EDIT)."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from journal import checkins, people
from journal.errors import JournalError
from journal.rules import BY_ID, RuleSettings
from journal.tables import Person, RuleChoice
from journal.transaction import Transaction, store


async def of(tx: Transaction, person: Person) -> RuleSettings:
    """Return the rules as they stand for the person."""
    row = await _row(tx, person)
    return RuleSettings(frozenset(row.off), row.changed) if row else RuleSettings()


async def is_on(tx: Transaction, person: Person, rule: str) -> bool:
    """Return whether the person has left a rule on."""
    return rule not in (await of(tx, person)).off


async def change(tx: Transaction, person: Person, rule: str, name: str, value: float, symptom_id: int = 0) -> None:
    """Keep one number of a rule, of one symptom when the rule has a number for each.

    Raises JournalError: bad_button, gone, out_of_limits.
    """
    _known(rule)
    code = await _code(tx, person, symptom_id) if symptom_id else ""
    await _keep(tx, person, (await of(tx, person)).change(rule, name, value, code))


async def switch(tx: Transaction, person: Person, rule: str, on: bool) -> None:
    """Switch a rule on or off. Raises JournalError: bad_button."""
    _known(rule)
    await _keep(tx, person, (await of(tx, person)).switch(rule, on))


async def usual(tx: Transaction, person: Person, rule: str) -> None:
    """Go back to the usual numbers of a rule. Raises JournalError: bad_button."""
    _known(rule)
    await _keep(tx, person, (await of(tx, person)).usual(rule))


def _known(rule: str) -> None:
    if rule not in BY_ID:
        raise JournalError("bad_button")


async def _code(tx: Transaction, person: Person, symptom_id: int) -> str:
    found = next((each.code for each in await checkins.tracked(tx, person) if each.id == symptom_id), None)
    if found is None:
        raise JournalError("gone")
    return found


async def _row(tx: Transaction, person: Person) -> RuleChoice | None:
    query = select(RuleChoice).where(col(RuleChoice.person_id) == people.ident(person))
    return (await tx.execute(query)).scalar_one_or_none()


async def _keep(tx: Transaction, person: Person, settings: RuleSettings) -> None:
    off, changed = sorted(settings.off), dict(settings.changed)
    row = await _row(tx, person)
    if row is None:
        await store(tx, RuleChoice(person_id=people.ident(person), off=off, changed=changed))
    else:
        row.off, row.changed = off, changed
        await tx.flush()
