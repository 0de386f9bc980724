"""Symptoms, their ratings, and what the rules made of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, maybe_moment, moment, words


class TrackedSymptom(SQLModel, table=True):
    """A symptom that a person rates. `code` is of the catalogue; `label` names one of the person's own.

    `switched`: the local dates on which it was switched on or off, oldest first, each an ISO text.
    """

    __table_args__ = (UniqueConstraint("person_id", "code"), NEVER_REUSED)
    id: int | None = key()
    person_id: int = belongs_to("person")
    code: str
    label: str = words()
    position: int = 0
    active: bool = True
    switched: list[str] = Field(default_factory=list, sa_type=JSON)


class Rating(SQLModel, table=True):
    """One symptom's 0-10 on one local day; `value` None: asked and skipped, which counts as missing."""

    __table_args__ = (UniqueConstraint("symptom_id", "local_date"),)
    id: int | None = key()
    symptom_id: int = Field(foreign_key="trackedsymptom.id", ondelete="CASCADE", index=True)
    local_date: date
    value: int | None = None
    place: str | None = None  # a code of journal.symptoms.PLACES
    count: int | None = None  # 0 to journal.symptoms.HIGHEST_COUNT, which means that or more
    backfilled: bool = False
    rated_at: datetime = moment()


class RatingEdit(SQLModel, table=True):
    """What a rating said before it was changed, and when it had been said."""

    id: int | None = key()
    rating_id: int = belongs_to("rating")
    value: int | None = None
    place: str | None = None
    count: int | None = None
    rated_at: datetime = moment()


class Interference(SQLModel, table=True):
    """How much a symptom got in the way in the week up to `week`, 0-4; `value` None: asked and skipped."""

    __table_args__ = (UniqueConstraint("symptom_id", "week"),)
    id: int | None = key()
    symptom_id: int = belongs_to("trackedsymptom")
    week: date  # the last of the seven local days
    value: int | None = None
    answered_at: datetime = moment()


class Tag(SQLModel, table=True):
    """What may explain a day. `code` is of journal.symptoms.TAGS; `label` names one of the person's own."""

    __table_args__ = (UniqueConstraint("person_id", "code"), NEVER_REUSED)
    id: int | None = key()
    person_id: int = belongs_to("person")
    code: str
    label: str = words()
    active: bool = True


class DayTag(SQLModel, table=True):
    """A tag on one local day."""

    __table_args__ = (UniqueConstraint("tag_id", "local_date"),)
    id: int | None = key()
    tag_id: int = belongs_to("tag")
    local_date: date


class RuleChoice(SQLModel, table=True):
    """What a person changed about the rules (journal.rules.RuleSettings): rules off, and numbers by key."""

    id: int | None = key()
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", unique=True)
    off: list[str] = Field(sa_type=JSON)
    changed: dict[str, float] = Field(sa_type=JSON)


class DayNote(SQLModel, table=True):
    """What a person wrote about one local day."""

    __table_args__ = (UniqueConstraint("person_id", "local_date"),)
    id: int | None = key()
    person_id: int = belongs_to("person")
    local_date: date
    text: str = words()
    written_at: datetime = moment()


class PromptState(SQLModel, table=True):
    """Where the clinician prompt about one symptom stands (clinical.md G-COOL, G-ACK)."""

    id: int | None = key()
    symptom_id: int = Field(foreign_key="trackedsymptom.id", ondelete="CASCADE", unique=True)
    last_prompt: date | None = None
    in_a_row: int = 0
    level: float | None = None
    snooze_until: date | None = None
    calm_weeks: int = 0
    muted: bool = False
    evaluated_to: date | None = None  # last day of the newest week that the rules have seen


class FindingLog(SQLModel, table=True):
    """Each rule that fired, with its version and numbers, and what the person answered (clinical.md X-LOG).

    `at_once`: on the day of a rating or of the weekly answers, and not with the summary of the week that ended on
    `fired_on`.
    """

    id: int | None = key()
    person_id: int = belongs_to("person")
    symptom_id: int | None = Field(default=None, foreign_key="trackedsymptom.id", ondelete="CASCADE", index=True)
    rule: str
    version: int
    template: str
    evidence: dict = Field(sa_type=JSON)  # type: ignore[type-arg]
    fired_on: date
    shown: bool = False
    at_once: bool = False
    answer: str | None = None
    answered_at: datetime | None = maybe_moment()
