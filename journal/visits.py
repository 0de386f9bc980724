"""What a person takes to a visit: twelve weeks of symptoms, doses, injections and prompts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import col

from journal import at_once, confounders, histories, pauses, people, spans
from journal.entries import Extra
from journal.intakes import TAKEN, Dose
from journal.pauses import Rest
from journal.spans import Span
from journal.tables import FindingLog, Person, TrackedSymptom
from journal.transaction import Transaction

WEEKS = 12


Injection = Dose | Extra


@dataclass(frozen=True, slots=True)
class Course:
    """One thing that is taken, by its newest amount: `taken` of `planned` doses, and `extra` ones besides the plan."""

    label: str
    dose_text: str
    taken: int = 0
    planned: int = 0
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A prompt that was said on `day`: its rule, and the symptom that it was about; None for one about none."""

    day: date
    rule: str
    symptom: TrackedSymptom | None


@dataclass(frozen=True, slots=True)
class Visit:
    """WEEKS weeks that end on `span.last`. Injections that were taken, and prompts, newest first."""

    span: Span
    courses: tuple[Course, ...]
    injections: tuple[Injection, ...]
    prompts: tuple[Said, ...]


async def visit(tx: Transaction, person: Person, last: date, now: datetime) -> Visit:
    """Return the weeks that end on `last`, with the doses that were due by `now`."""
    first = last - timedelta(days=7 * WEEKS - 1)
    held = await histories.days(tx, person, first, last, now)
    rests = await pauses.rests(tx, person, first, last)
    doses = [dose for day in held for dose in day.doses if not dose.open or not _rested(rests, dose)]
    extras = [extra for day in held for extra in day.extras]
    entries: list[Injection] = [*doses, *extras]
    given = [each for each in entries if each.given is not None]
    return Visit(
        span=await spans.span(tx, person, last, WEEKS, ever=True),
        courses=_courses(doses, extras),
        injections=tuple(sorted(given, key=lambda each: each.at or now, reverse=True)),
        prompts=await prompted(tx, person, first, last),
    )


def _rested(rests: Sequence[Rest], dose: Dose) -> bool:
    return pauses.rested(rests, dose.key.regimen, dose.key.day)


def _courses(doses: Sequence[Dose], extras: Sequence[Extra]) -> tuple[Course, ...]:
    """In the order in which the regimens were added."""
    found = {}
    for regimen in sorted({*(dose.key.regimen for dose in doses), *(extra.regimen for extra in extras)}):
        mine = [dose for dose in doses if dose.key.regimen == regimen]
        more = [extra for extra in extras if extra.regimen == regimen]
        newest = (mine or more)[-1]
        taken = sum(dose.kind == TAKEN for dose in mine)
        found[regimen] = Course(newest.label, newest.dose_text, taken, len(mine), len(more))
    return tuple(found.values())


async def prompted(tx: Transaction, person: Person, first: date, last: date) -> tuple[Said, ...]:
    """Return each time that the person was told to ask a doctor, nurse or clinic, newest first; both days included."""
    query = (
        select(FindingLog, TrackedSymptom)
        .outerjoin(TrackedSymptom, col(TrackedSymptom.id) == col(FindingLog.symptom_id))
        .where(
            col(FindingLog.person_id) == people.ident(person),
            col(FindingLog.fired_on).between(first, last),
            col(FindingLog.rule).not_in((confounders.RULE, at_once.HARD_DAY)),
            col(FindingLog.shown),
        )
        .order_by(col(FindingLog.fired_on).desc(), col(FindingLog.id))
    )
    return tuple(Said(log.fired_on, log.rule, symptom) for log, symptom in await tx.execute(query))
