"""The weekly summary."""

from __future__ import annotations

from datetime import date, datetime

from journal import checkins, prompts, summaries, tags, treatment
from journal.tables import Person
from journal.transaction import Transaction
from scheduler.claims import Parcel
from scheduler.facts import Addressee, Prompted, WeeklySummary


async def compose(tx: Transaction, parcel: Parcel, now: datetime) -> WeeklySummary:
    """Return the week that the notice is about."""
    return await load(tx, parcel.person, checkins.day_of(parcel.notices[0].subject), now)


async def load(tx: Transaction, person: Person, covers_to: date, now: datetime) -> WeeklySummary:
    """Return the summary of the seven days that ended on `covers_to`, with what its prompt said."""
    facts = await summaries.week(tx, person, covers_to, now)
    said = await prompts.said(tx, person, covers_to)
    prompted = await prompted_of(tx, person, said)
    answer = said[0][0].answer if said else None
    review_on = None if facts.old else await treatment.next_review(tx, person, now)
    return WeeklySummary(Addressee.of(person), facts, prompted, answer, now, review_on)


async def prompted_of(tx: Transaction, person: Person, said: prompts.Said) -> tuple[Prompted, ...]:
    """Return what was said, with the person's own names for symptoms and tags."""
    labels = await tags.own_labels(tx, person)
    return tuple(
        Prompted(log.template, symptom.code, symptom.label, log.evidence, labels.get(log.evidence.get("tag", ""), ""))
        for log, symptom in said
    )
